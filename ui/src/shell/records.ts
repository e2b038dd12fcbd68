// The records and passages that the palette finds.

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

type Source = (narrowed: Narrowed, query: string) => Promise<Record[]>;

const SOURCES: readonly Source[] = [];

/** What the library has for `query`, best first. */
export async function find(narrowed: Narrowed, query: string): Promise<Record[]> {
  const found = await Promise.all(SOURCES.map((source) => source(narrowed, query)));
  return found.flat();
}
