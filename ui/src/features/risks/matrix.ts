// The matrix on screen: which risks stand in which cell, how the arrow keys move, how much room a cell has. Its words are the
// library's: nothing here looks a rating up, and nothing works one out.

import type { RiskLine, RiskMatrix } from "../../api/bindings";

/** A cell: levels 1 to 5. */
export interface Cell {
  readonly likelihood: number;
  readonly impact: number;
}

const LEVELS = 5;

/** Whether two cells are the same. */
export function same(one: Cell | null | undefined, other: Cell | null | undefined): boolean {
  return !!one && !!other && one.likelihood === other.likelihood && one.impact === other.impact;
}

/** The word that the matrix gives a cell. */
export function ratingOf(matrix: RiskMatrix, cell: Cell): string {
  return matrix.rows[cell.likelihood - 1]?.ratings[cell.impact - 1] ?? "";
}

/** The rows as they are drawn: the most likely on top. */
export function rowsFromTop(matrix: RiskMatrix): RiskMatrix["rows"] {
  return [...matrix.rows].reverse();
}

/** The words of a row: "Unlikely, roughly even chance". */
export function rowName(row: RiskMatrix["rows"][number]): string {
  const words = row.terms.map((term) => term.label).join(", ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Ends of a row's bands, per cent. */
export function rowBand(row: RiskMatrix["rows"][number]): { low: number; high: number } {
  return { low: row.terms[0]?.low ?? 0, high: row.terms.at(-1)?.high ?? 100 };
}

/** The cell where a risk stands; nothing while nobody has judged. */
export function cellOf(line: RiskLine): Cell | null {
  return line.newest;
}

/** The risks of a cell, by number as they come. */
export function inCell(lines: readonly RiskLine[], cell: Cell): RiskLine[] {
  return lines.filter((line) => same(cellOf(line), cell));
}

/** Where an arrow key leads from a cell; null for any other key. Home and End go to the ends of the row. */
export function moved(cell: Cell, key: string, rightToLeft: boolean): Cell | null {
  const clamp = (n: number) => Math.min(LEVELS, Math.max(1, n));
  const across = rightToLeft ? -1 : 1;
  switch (key) {
    case "ArrowUp":
      return { ...cell, likelihood: clamp(cell.likelihood + 1) };
    case "ArrowDown":
      return { ...cell, likelihood: clamp(cell.likelihood - 1) };
    case "ArrowLeft":
      return { ...cell, impact: clamp(cell.impact - across) };
    case "ArrowRight":
      return { ...cell, impact: clamp(cell.impact + across) };
    case "Home":
      return { ...cell, impact: 1 };
    case "End":
      return { ...cell, impact: LEVELS };
    default:
      return null;
  }
}

// A pin with the gap beside it, and a line of pins; px at the usual text size.
const PIN = 42;
const LINE = 28;
const WORD = 26;

/** How many pins a cell of `width` × `height` px has room for; at least one. */
export function slots(width: number, height: number, scale = 1): number {
  const across = Math.max(1, Math.floor((width - 12) / (PIN * scale)));
  const down = Math.max(1, Math.floor((height - WORD * scale) / (LINE * scale)));
  return across * down;
}

/** The pins to draw, the chosen risk first, and how many are left over. */
export function pins(risks: readonly RiskLine[], room: number, chosen: string | null): { shown: RiskLine[]; more: number } {
  const first = risks.filter((line) => line.uid === chosen);
  const rest = risks.filter((line) => line.uid !== chosen);
  const all = [...first, ...rest];
  if (all.length <= room) return { shown: all, more: 0 };
  // The last place says how many more there are.
  const shown = all.slice(0, Math.max(0, room - 1));
  return { shown, more: risks.length - shown.length };
}

// The middle of a cell's first pin, px from its start and its foot, and the height just over the pins.
const PIN_X = 26;
const PIN_Y = 20;
const OVER_Y = 38;

/** The line from where a risk stood to where it stands, px, in a grid of cells of `width` × `height`. Upright it joins the pins,
 * stopping short of both; else it runs just over them, so that it crosses no other. */
export function path(from: Cell, to: Cell, width: number, height: number): { x1: number; y1: number; x2: number; y2: number } {
  const upright = from.impact === to.impact;
  const x = (cell: Cell) => (cell.impact - 1) * width + PIN_X;
  const y = (cell: Cell) => (LEVELS - cell.likelihood + 1) * height - (upright ? PIN_Y : OVER_Y);
  const short = upright ? 18 * Math.sign(y(to) - y(from)) : 0;
  return { x1: x(from), y1: y(from) + short, x2: x(to), y2: y(to) - short };
}
