// The history of a risk as steps: where the line runs, where its dots are, what stands under and beside it.
//
// Two straight scales need no library; D3 would not even load here, since it writes to prototypes that the window freezes.

import type { RiskPosition, RiskStep } from "../../api/bindings";
import { between, plus } from "./days";

/** The drawing's size, in units of its view box. */
export const WIDTH = 440;
export const HEIGHT = 164;
const LEFT = 44;
const RIGHT = 428;
const TOP = 12;
const BOTTOM = 140;

/** A judgement on the line. */
export interface Dot {
  readonly uid: string;
  readonly x: number;
  readonly y: number;
  /** changed with a reason, reviewed and left, or the one that stands. */
  readonly kind: "changed" | "same" | "now";
}

/** What is drawn. */
export interface Drawing {
  readonly line: string;
  readonly dots: readonly Dot[];
  readonly levels: readonly { readonly percent: number; readonly y: number }[];
  readonly days: readonly { readonly day: string; readonly x: number; readonly anchor: "start" | "middle" | "end" }[];
  /** Where the last estimate is written, and which of its ends is there. */
  readonly now: { readonly x: number; readonly y: number; readonly anchor: "start" | "end" } | null;
}

/** The estimate as far as it was given, per cent: the number, or the term's band. Its middle would be more than anybody judged. */
export function estimate(position: RiskPosition): string {
  return position.percent_given ? String(position.percent) : `${position.low}–${position.high}`;
}

/** Whether a step changed anything that is judged. */
export function isChange(step: RiskStep): boolean {
  return step.likelihood_moved || step.impact_moved || step.confidence_moved;
}

/** Draws `history`, first to last, up to the day `here`: an estimate holds until the next one. */
export function draw(history: readonly RiskStep[], here: string): Drawing {
  const first = history[0]?.position.as_of ?? here;
  const last = history.at(-1)?.position.as_of ?? here;
  // A history of one day still has a width.
  const begin = between(first, here) < 1 && first === last ? plus(first, -1) : first;
  const end = last > here ? last : here;
  const round = (n: number) => Math.round(n * 10) / 10;
  const x = (day: string) => round(LEFT + ((RIGHT - LEFT) * between(begin, day)) / Math.max(1, between(begin, end)));
  const y = (percent: number) => round(BOTTOM - ((BOTTOM - TOP) * percent) / 100);
  const points = history.map(({ position }) => [x(position.as_of), y(position.percent)] as const);
  const held = points.at(-1);
  const dots = history.map((step, n): Dot => {
    const kind = n === history.length - 1 ? "now" : n === 0 || isChange(step) ? "changed" : "same";
    return { uid: step.position.uid, x: points[n]?.[0] ?? 0, y: points[n]?.[1] ?? 0, kind };
  });
  return {
    line: points.map(([px, py], n) => (n === 0 ? `M${px},${py}` : `H${px}V${py}`)).join("") + (held ? `H${x(end)}` : ""),
    dots,
    levels: [20, 40, 60, 80, 100].map((percent) => ({ percent, y: y(percent) })),
    days: days(begin, end, x),
    now: held ? { x: held[0] > 120 ? held[0] - 8 : held[0] + 10, y: Math.max(held[1] - 10, 10), anchor: held[0] > 120 ? "end" : "start" } : null,
  };
}

// First, last, and what fits evenly between them.
function days(begin: string, end: string, x: (day: string) => number): Drawing["days"] {
  const length = between(begin, end);
  const count = Math.min(4, Math.max(2, length + 1));
  return Array.from({ length: count }, (_, n) => {
    const day = plus(begin, Math.round((length * n) / (count - 1)));
    return { day, x: x(day), anchor: n === 0 ? "start" : n === count - 1 ? "end" : "middle" };
  });
}
