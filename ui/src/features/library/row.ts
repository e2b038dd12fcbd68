// What a row says: its state, its byline and its date.

import type { ArticleLine } from "../../api/bindings";
import { locale, say } from "../../i18n/say.svelte";

export type State = "unread" | "begun" | "read" | "archived";

/** The state that the row's glyph shows by its shape. */
export function stateOf(row: Pick<ArticleLine, "state" | "read" | "begun">): State {
  if (row.state === "archive") return "archived";
  if (row.read) return "read";
  return row.begun ? "begun" : "unread";
}

/** Where the article stood and who wrote it, as far as known: "World", "Maya Rios". */
export function origin(row: Pick<ArticleLine, "section" | "outlet" | "authors">): string[] {
  // Where nobody is known to have published it, its author stands as the outlet: once is enough.
  const outlet = row.outlet !== null && row.authors.includes(row.outlet) ? null : row.outlet;
  const place = row.section ?? outlet;
  const [first, ...others] = row.authors;
  const by = first === undefined ? [] : [byline(first, others)];
  return place === null ? by : [place, ...by];
}

function byline(first: string, others: string[]): string {
  const [second] = others;
  if (second === undefined) return first;
  if (others.length === 1) return say("window-authors-two", { first, second });
  return say("window-authors-more", { first, others: others.length });
}

const SHORT = { day: "numeric", month: "short", timeZone: "UTC" } as const;
const LONG = { ...SHORT, year: "numeric" } as const;

// By what they follow: one is made for all rows and not for each.
const formats = new Map<string, Intl.DateTimeFormat>();

function written(date: Date, how: typeof SHORT | typeof LONG): string {
  const key = `${locale()} ${how === LONG ? "long" : "short"}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale(), how);
  formats.set(key, format);
  return format.format(date);
}

/** An ISO date as a row shows it: "2 Feb", with the year when it isn't that of `today`. What is no date stays as it is. */
export function shortDate(iso: string, today: Date): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  return written(date, date.getUTCFullYear() === today.getFullYear() ? SHORT : LONG);
}

/** An ISO date as a preview shows it: "2 Feb 2026". */
export function longDate(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? iso : written(date, LONG);
}
