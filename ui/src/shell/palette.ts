// What the palette offers for what was typed: actions ranked by their names, records and passages ranked by the library.

import uFuzzy from "@leeoniya/ufuzzy";

/** What a prefix narrows the palette to. */
export type Narrowed = "all" | "actions" | "tags" | "risks" | "sources" | "help";

const PREFIXES: Record<string, Narrowed> = { ">": "actions", "#": "tags", "!": "risks", "@": "sources", "?": "help" };

/** The prefix and the rest of what was typed. */
export function read(typed: string): { narrowed: Narrowed; query: string } {
  const narrowed = PREFIXES[typed.charAt(0)];
  return narrowed === undefined ? { narrowed: "all", query: typed.trim() } : { narrowed, query: typed.slice(1).trim() };
}

/** A part of a name, and whether it was typed. */
export interface Part {
  readonly text: string;
  readonly hit: boolean;
}

// Diacritics don't count, as in the library's own search.
const fuzzy = new uFuzzy({ intraMode: 1, unicode: true, interSplit: "[^\\p{L}\\p{N}]+", intraSplit: "\\p{Ll}\\p{Lu}" });

/** The names that `query` fits, best first, with the parts that fit. All of them, as they are, for an empty query. */
export function ranked<T>(items: readonly T[], name: (item: T) => string, query: string): { item: T; parts: Part[] }[] {
  if (query === "") return items.map((item) => ({ item, parts: [{ text: name(item), hit: false }] }));
  const names = items.map(name);
  const [indexes, info, order] = fuzzy.search(uFuzzy.latinize(names), uFuzzy.latinize(query), 1);
  if (!indexes) return [];
  const places = info && order ? order.map((n) => ({ index: info.idx[n], ranges: info.ranges[n] })) : indexes.map((index) => ({ index, ranges: [] }));
  return places.flatMap(({ index, ranges }) => {
    const item = index === undefined ? undefined : items[index];
    return item === undefined ? [] : [{ item, parts: parted(name(item), ranges ?? []) }];
  });
}

function parted(text: string, ranges: readonly number[]): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (let n = 0; n + 1 < ranges.length; n += 2) {
    const [start, end] = [ranges[n] ?? 0, ranges[n + 1] ?? 0];
    if (start > from) parts.push({ text: text.slice(from, start), hit: false });
    parts.push({ text: text.slice(start, end), hit: true });
    from = end;
  }
  if (from < text.length) parts.push({ text: text.slice(from), hit: false });
  return parts;
}
