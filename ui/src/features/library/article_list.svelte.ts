// A list of articles of any length: how long it is, which of its pages are here, and where one stands in it.
//
// A page is read by the row before it, and those rows are known from measuring the list, so one can be anywhere in ten thousand
// without having been everywhere. When the library changes the list is measured again and swapped in one go.

/* eslint-disable svelte/prefer-svelte-reactivity -- sets and maps here are replaced whole, never changed while anybody looks */

import type { ArticleLine, Failure, ListCut, ListExtent } from "../../api/bindings";
import type { Answer } from "../../api/client";
import { boundaries, groupsOf, type Group } from "./groups";

/** Rows a page. */
export const PAGE = 50;

/** Where lists come from. */
export interface Articles {
  measure(cut: ListCut, every: number, since: string[], find: string | null): Promise<Answer<ListExtent>>;
  page(cut: ListCut, after: string | null, limit: number): Promise<Answer<ArticleLine[]>>;
}

type Pages = ReadonlyMap<number, readonly ArticleLine[]>;

export class ArticleList {
  /** How many articles the list has, here or not. */
  total = $state(0);
  groups = $state.raw<readonly Group[]>([]);
  /** `opening` until the first answer; `failed` when there is nothing to show but the failure. */
  phase = $state<"opening" | "ready" | "failed">("opening");
  /** What went wrong last. What was here before stays. */
  failure = $state.raw<Failure | null>(null);
  /** What is listed. */
  cut = $state.raw<ListCut>({ which: "inbox", order: "added", filter: "" });

  #pages = $state.raw<Pages>(new Map());
  #stops: readonly string[] = [];
  // Answers to questions asked before the last opening come too late.
  #turn = 0;
  readonly #asked = new Set<number>();
  readonly #articles: Articles;
  readonly #now: () => Date;

  constructor(articles: Articles, now: () => Date) {
    this.#articles = articles;
    this.#now = now;
  }

  /** The row at `place`, if it is here. */
  row(place: number): ArticleLine | undefined {
    return this.#pages.get(Math.floor(place / PAGE))?.[place % PAGE];
  }

  /** The rows that are here. */
  here(): ArticleLine[] {
    return [...this.#pages.values()].flat();
  }

  /**
   * Lists what `cut` says, from the library as it is now, with the rows from `near` on or, if `find` is in the list, around it.
   * What is shown stays until all of the answer is here. Gives the place of `find`, or null when it isn't in the list; undefined
   * when something newer was asked for meanwhile, or nothing came of it.
   */
  async open(cut: ListCut, find: string | null, near = 0): Promise<number | null | undefined> {
    this.#turn += 1;
    const turn = this.#turn;
    const measuring = this.#articles.measure(cut, PAGE, boundaries(cut.order, this.#now()), find);
    // From the top the first page is known before the list is measured.
    const top = find === null && near === 0 ? this.#articles.page(cut, null, PAGE) : undefined;
    const measured = await measuring;
    if (turn !== this.#turn) return undefined;
    if (!measured.ok) {
      this.#fail(measured.failure);
      return undefined;
    }
    const { total, stops, groups, place } = measured.value;
    const middle = Math.min(place ?? near, Math.max(0, total - 1));
    const wanted = pagesOf(middle - PAGE / 2, middle + PAGE / 2, total);
    const answers = await Promise.all(wanted.map((page) => (page === 0 && top) || this.#articles.page(cut, stopOf(stops, page), PAGE)));
    if (turn !== this.#turn) return undefined;
    const pages = new Map<number, readonly ArticleLine[]>();
    for (const [n, answer] of answers.entries()) {
      if (!answer.ok) {
        this.#fail(answer.failure);
        return undefined;
      }
      pages.set(wanted[n] ?? 0, answer.value);
    }
    this.cut = cut;
    this.total = total;
    this.groups = groupsOf(groups);
    this.#stops = stops;
    this.#pages = pages;
    this.#asked.clear();
    this.failure = null;
    this.phase = "ready";
    return place;
  }

  /** Reads the pages with the rows from `from` to before `to` that aren't here. One that failed is not asked for again by
   * scrolling, only by `open`. */
  async want(from: number, to: number): Promise<void> {
    const turn = this.#turn;
    const missing = pagesOf(from, to, this.total).filter((page) => !this.#pages.has(page) && !this.#asked.has(page));
    await Promise.all(
      missing.map(async (page) => {
        this.#asked.add(page);
        const answer = await this.#articles.page(this.cut, stopOf(this.#stops, page), PAGE);
        if (turn !== this.#turn) return;
        if (answer.ok) this.#pages = new Map([...this.#pages, [page, answer.value]]);
        else this.failure = answer.failure;
      }),
    );
  }

  #fail(failure: Failure): void {
    this.failure = failure;
    if (this.phase === "opening") this.phase = "failed";
  }
}

function stopOf(stops: readonly string[], page: number): string | null {
  return page === 0 ? null : (stops[page - 1] ?? null);
}

/** The pages that hold rows from `from` to before `to`, of a list of `total` rows. */
function pagesOf(from: number, to: number, total: number): number[] {
  const first = Math.floor(Math.max(0, from) / PAGE);
  const last = Math.ceil(Math.min(to, total) / PAGE);
  return Array.from({ length: Math.max(0, last - first) }, (_, n) => first + n);
}
