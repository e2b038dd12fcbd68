// What the search screen shows of results: tabs with their counts, and rows under heads.

import type { Found, FoundCounts, FoundSort, SearchResults } from "../../api/bindings";

/** The tabs in their order. */
export const TABS = ["all", "article", "passage", "note", "risk", "brief"] as const;
export type Tab = (typeof TABS)[number];

/** The sort that a tab asks for; none for all. */
export function sortOf(tab: Tab): FoundSort | null {
  return tab === "all" ? null : tab;
}

/** How much a tab holds. */
export function countOf(tab: Tab, counts: FoundCounts): number {
  const count: Record<Tab, number> = {
    all: counts.all,
    article: counts.articles,
    passage: counts.passages,
    note: counts.notes,
    risk: counts.risks,
    brief: counts.briefs,
  };
  return count[tab];
}

/** The tab `step` on, round the ends. */
export function beside(tab: Tab, step: number): Tab {
  const at = (TABS.indexOf(tab) + step + TABS.length) % TABS.length;
  return TABS[at] ?? "all";
}

/** A run of what was found, under a head when there is more than one. */
export interface Group {
  readonly sort: FoundSort;
  /** How much there is of it, shown or not. */
  readonly count: number;
  /** The place of its first row among all. */
  readonly from: number;
  readonly found: readonly Found[];
}

/** What was found, sort by sort, in the order it came. */
export function groups(results: SearchResults): Group[] {
  const made: Group[] = [];
  for (const [place, found] of results.found.entries()) {
    const last = made.at(-1);
    if (last?.sort === found.sort) {
      made[made.length - 1] = { ...last, found: [...last.found, found] };
    } else {
      made.push({ sort: found.sort, count: countOf(tabOf(found.sort), results.counts), from: place, found: [found] });
    }
  }
  return made;
}

/** The tab that shows a sort alone. */
export function tabOf(sort: FoundSort): Tab {
  return sort === "tag" || sort === "source" ? "all" : sort;
}
