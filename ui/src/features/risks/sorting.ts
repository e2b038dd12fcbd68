// The order of the register's table, and which of its risks are shown.

import type { RiskLine, RiskMatrix } from "../../api/bindings";

export type Column = "number" | "title" | "rating" | "trend" | "confidence" | "review";
export type Order = "ascending" | "descending";

/** How the table is sorted. */
export interface Sorting {
  readonly column: Column;
  readonly order: Order;
}

/** Which risks are shown: those that are reviewed, one status, or all. */
export type Shown = "live" | "open" | "watch" | "closed" | "resolved" | "void" | "all";
export const SHOWN: readonly Shown[] = ["live", "open", "watch", "closed", "resolved", "void", "all"];

const TRENDS = ["rising", "new", "stable", "falling"];
const CONFIDENCES = ["low", "moderate", "high"];

/** The number in "R-7". */
export function numberOf(line: RiskLine): number {
  return Number(line.number.replace(/\D/g, ""));
}

/** Whether a risk is among those shown. */
export function isShown(line: RiskLine, shown: Shown): boolean {
  if (shown === "all") return true;
  if (shown === "live") return line.status === "open" || line.status === "watch";
  return line.status === shown;
}

// What a column sorts by; null for what has nothing there, which always comes last.
function key(line: RiskLine, column: Column, ratings: readonly string[]): number | string | null {
  switch (column) {
    case "number":
      return numberOf(line);
    case "title":
      return line.title.toLocaleLowerCase();
    case "rating":
      return line.newest ? ratings.indexOf(line.newest.rating) : null;
    case "trend":
      return line.trend === null ? null : TRENDS.indexOf(line.trend);
    case "confidence":
      return line.newest ? CONFIDENCES.indexOf(line.newest.confidence) : null;
    case "review":
      return line.review_on;
  }
}

/** The risks in the order asked for; equal ones by number. */
export function sorted(lines: readonly RiskLine[], { column, order }: Sorting, matrix: RiskMatrix): RiskLine[] {
  const ratings = matrix.ratings.map((rating) => rating.word);
  const way = order === "ascending" ? 1 : -1;
  return [...lines].sort((one, other) => {
    const [a, b] = [key(one, column, ratings), key(other, column, ratings)];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || numberOf(one) - numberOf(other);
    const compared = typeof a === "string" && typeof b === "string" ? a.localeCompare(b) : Number(a) - Number(b);
    return compared * way || numberOf(one) - numberOf(other);
  });
}

/** The sorting after the head of `column` was pressed: turned round where it was sorted by it, else as that column is mostly wanted. */
export function pressed(now: Sorting, column: Column): Sorting {
  if (now.column === column) return { column, order: now.order === "ascending" ? "descending" : "ascending" };
  return { column, order: column === "rating" || column === "confidence" ? "descending" : "ascending" };
}
