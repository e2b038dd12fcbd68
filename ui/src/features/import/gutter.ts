// What the gutter beside a raw text says, and which lines belong to which field of the record.

import type { Became, ImportDoubt, LeftOut, Part, RawRow, RecordField } from "../../api/bindings";
import { say } from "../../i18n/say.svelte";

/** The words beside a row: "Section, date", "Dateline, ¶1", "Related 1–5", or why it was left out; what is in no part of the record
    says so. */
export function gutter(became: readonly Became[], removed: readonly LeftOut[]): string {
  const words: string[] = [];
  for (let at = 0; at < became.length; at += 1) {
    const first = became[at];
    if (first === undefined) break;
    let last = first;
    while (became[at + 1]?.part === first.part) {
      at += 1;
      last = became[at] ?? last;
    }
    const next = word(first, last, removed);
    if (!words.includes(next)) words.push(next);
  }
  if (words.length === 0) return say("import-part-none");
  return capital(words.join(", "));
}

/** The words as they begin a line. */
export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

function word(first: Became, last: Became, removed: readonly LeftOut[]): string {
  if (first.part === "removed") return say(`import-because-${(removed[first.number ?? -1]?.because ?? "outside_article").replaceAll("_", "-")}`);
  const numbered = first.number !== null;
  const number = first === last ? String(first.number) : `${String(first.number)}–${String(last.number)}`;
  return say(`import-part-${first.part}`, numbered ? { number } : {});
}

const FIELDS: Partial<Record<Part, RecordField>> = {
  section: "section",
  published: "published",
  title: "title",
  deck: "deck",
  author: "authors",
  outlet: "outlet",
  language: "language",
  dateline: "dateline",
};

/** The fields that were read in a row. */
export function fieldsOf(row: RawRow | undefined): RecordField[] {
  return (row?.became ?? []).flatMap(({ part }) => FIELDS[part] ?? []);
}

/** The first row that `field` was read in, or -1. */
export function rowOf(rows: readonly RawRow[], field: RecordField): number {
  return rows.findIndex((row) => fieldsOf(row).includes(field));
}

/** The entry of what was left out that the row is. */
export function removedIn(row: RawRow | undefined): number | undefined {
  return row?.became.find(({ part }) => part === "removed")?.number ?? undefined;
}

const PIECES: readonly Part[] = ["summary", "heading", "key_point", "paragraph", "risk", "related"];

/** Whether the row is in the record as a piece that can be left out; title, deck and the like are fields, and are emptied. */
export function isPiece(row: RawRow | undefined): boolean {
  return row?.became.some(({ part }) => PIECES.includes(part)) ?? false;
}

/** What a doubt is about: a field, or a part that is counted. */
export type Doubted = RecordField | "key_points" | "paragraphs" | "risks" | "related";

const ABOUT: Record<ImportDoubt, Doubted> = {
  title_from_first_words: "title",
  deck_by_place: "deck",
  byline_without_name: "authors",
  date_without_year: "published",
  no_date: "published",
  date_to_come: "published",
  dateline_far_from_date: "dateline",
  dateline_without_year: "dateline",
  key_points_without_bullets: "key_points",
  no_paragraphs: "paragraphs",
  risks_without_bullets: "risks",
  related_from_one_line: "related",
};

/** Why `about` should be looked at, as words; nothing when the parser is sure of it. */
export function reason(doubts: readonly ImportDoubt[], about: Doubted): string | undefined {
  const found = doubts.find((doubt) => ABOUT[doubt] === about);
  return found === undefined ? undefined : say(`import-doubt-${found.replaceAll("_", "-")}`);
}

/** The reasons of all `doubts` in one line. */
export function reasons(doubts: readonly ImportDoubt[]): string {
  return doubts.map((doubt) => say(`import-doubt-${doubt.replaceAll("_", "-")}`)).join(", ");
}
