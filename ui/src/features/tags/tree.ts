// Tags as a tree: one row a tag, and one for each name that only stands before a slash.

import type { TagLine } from "../../api/bindings";

/** A row of the tree. */
export interface TagRow {
  readonly path: string;
  /** The last name of the path. */
  readonly name: string;
  /** Names before it. */
  readonly depth: number;
  /** How much carries it itself. */
  readonly articles: number;
  readonly annotations: number;
  /** When it was put on something last. */
  readonly usedAt: string | null;
  /** Whether it is a tag, not only the beginning of some. */
  readonly tag: boolean;
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether nothing carries the tag. */
export function isUnused(row: { articles: number; annotations: number }): boolean {
  return row.articles + row.annotations === 0;
}

/** The rows in their order: those whose path holds `words`, or that nothing carries, with the names they stand under. */
export function tree(tags: readonly TagLine[], words = "", unused = false): TagRow[] {
  const wanted = folded(words.trim());
  const rows = new Map<string, TagRow>();
  const sorted = [...tags].sort((a, b) => order(a.path, b.path));
  for (const line of sorted) {
    if (!folded(line.path).includes(wanted) || (unused && !isUnused(line))) continue;
    const names = line.path.split("/");
    for (let depth = 0; depth < names.length - 1; depth += 1) {
      const path = names.slice(0, depth + 1).join("/");
      const key = path.toLowerCase();
      if (rows.has(key)) continue;
      const own = tags.find((tag) => tag.path.toLowerCase() === key);
      rows.set(key, row(own ?? { path, articles: 0, annotations: 0, used_at: null }, own !== undefined));
    }
    rows.set(line.path.toLowerCase(), row(line, true));
  }
  return [...rows.values()];
}

function row(line: Pick<TagLine, "path" | "articles" | "annotations" | "used_at">, tag: boolean): TagRow {
  const names = line.path.split("/");
  return {
    path: line.path,
    name: names.at(-1) ?? line.path,
    depth: names.length - 1,
    articles: line.articles,
    annotations: line.annotations,
    usedAt: line.used_at,
    tag,
  };
}

// By name, level by level, so that what stands under a name follows it at once.
function order(a: string, b: string): number {
  const [left, right] = [a.toLowerCase().split("/"), b.toLowerCase().split("/")];
  for (let n = 0; n < Math.min(left.length, right.length); n += 1) {
    const step = (left[n] ?? "").localeCompare(right[n] ?? "");
    if (step !== 0) return step;
  }
  return left.length - right.length;
}

/** The tag that has the path `to` already, when `from` is to be renamed so. */
export function metBy(tags: readonly TagLine[], from: string, to: string): TagLine | undefined {
  const key = to.trim().replace(/^#/, "").split("/").map((name) => name.trim().replace(/\s+/g, " ")).join("/").toLowerCase();
  return key === from.toLowerCase() ? undefined : tags.find((tag) => tag.path.toLowerCase() === key);
}
