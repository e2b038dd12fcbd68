// Where the groups of a list begin: today, yesterday, this week, earlier.

import type { ListCut } from "../../api/bindings";

/** A run of rows under one head. */
export interface Group {
  /** Fluent id of the head; null for a list without heads. */
  readonly head: string | null;
  /** The place of its first row in the list. */
  readonly first: number;
  readonly count: number;
}

const HEADS = ["list-today", "list-yesterday", "list-week", "list-earlier", "list-undated"] as const;

/** The times since which rows count as today's, yesterday's and this week's, as the library writes what the list is sorted by. A
 * list by title has no groups. */
export function boundaries(order: ListCut["order"], now: Date): string[] {
  if (order === "title") return [];
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const daysBack = (days: number) => new Date(today.getFullYear(), today.getMonth(), today.getDate() - days);
  const sinceMonday = (today.getDay() + 6) % 7;
  const days = [today, daysBack(1), daysBack(Math.max(sinceMonday, 1))];
  // Times are kept in UTC, days of publication as the source printed them. Whatever has a date is at or after "0".
  return order === "added" ? days.map((day) => day.toISOString()) : [...days.map(isoDay), "0"];
}

function isoDay(day: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The groups that have rows, from how many rows each has. */
export function groupsOf(counts: readonly number[]): Group[] {
  const groups: Group[] = [];
  let first = 0;
  for (const [n, count] of counts.entries()) {
    const head = counts.length === 1 ? null : (HEADS[n] ?? null);
    if (count > 0) groups.push({ head, first, count });
    first += count;
  }
  return groups;
}
