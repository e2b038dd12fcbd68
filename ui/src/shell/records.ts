// The records and passages that the palette finds.

import { ask } from "../api/client";
import { commands, type Found, type FoundSort } from "../api/bindings";
import { destination } from "../found";
import { locale, say } from "../i18n/say.svelte";
import { go } from "../route.svelte";
import type { Narrowed, Part } from "./palette";

/** A record or a passage. */
export interface Record {
  readonly key: string;
  readonly noun: "article" | "risk" | "brief" | "tag" | "source";
  /** Whether it is somebody's words instead of a record's name. */
  readonly passage: boolean;
  readonly parts: readonly Part[];
  /** At the end of the row: "R-5, High", a date. */
  readonly extra: string;
  readonly open: () => unknown;
}

/** Records at most, and as many passages. */
const MOST = 8;

/** The sorts that each narrowing asks the library for. */
const SORTS = new Map<Narrowed, FoundSort[]>([
  ["all", []],
  ["tags", ["tag"]],
  ["risks", ["risk"]],
  ["sources", ["source"]],
]);

/** What the library has for `query`, best first. */
export async function find(narrowed: Narrowed, query: string): Promise<Record[]> {
  const sorts = SORTS.get(narrowed);
  if (sorts === undefined) return [];
  const answer = await ask(() => commands.find(query, sorts, MOST));
  return answer.ok ? answer.value.map(record) : [];
}

/** A row of the palette for what was found. */
export function record(found: Found): Record {
  const passage = found.sort === "passage" || found.sort === "note";
  const words = passage ? found.passage : found.in_title;
  return {
    key: `${found.sort} ${found.uid} ${String(found.start)}`,
    noun: found.sort === "passage" || found.sort === "note" ? "article" : found.sort,
    passage,
    parts: words ? parts(words) : [{ text: found.title, hit: false }],
    extra: extra(found),
    open: () => {
      go(destination(found));
    },
  };
}

function parts({ before, hit, after }: { before: string; hit: string; after: string }): Part[] {
  const all = [
    { text: before, hit: false },
    { text: hit, hit: true },
    { text: after, hit: false },
  ];
  return all.filter((part) => part.text !== "");
}

function extra(found: Found): string {
  const rating = found.rating === null ? null : say(`kit-rating-${found.rating.toLowerCase().replace(" ", "-")}`);
  const date = found.date === null ? null : new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(found.date));
  const said = {
    article: [date],
    passage: [found.locator],
    note: [found.locator],
    risk: [found.number, rating],
    brief: [found.number],
    tag: [found.count === null ? null : new Intl.NumberFormat(locale()).format(found.count)],
    source: [found.count === null ? null : say("window-count", { count: found.count })],
  }[found.sort];
  return said.filter((part) => part !== null && part !== "").join(", ");
}
