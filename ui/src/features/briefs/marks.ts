// The words of a block cut where a check's underline begins or ends.

import type { BriefCheck, BriefRun } from "../../api/bindings";

/** Words set one way, with the check that points at them. */
export interface Piece extends BriefRun {
  readonly check: BriefCheck | undefined;
}

/** The line ends that part two paragraphs in the text that checks count in. */
const GAP = 2;

/** The paragraphs of a block, cut so that each piece is wholly inside or outside of the first check that covers it. */
export function marked(paragraphs: readonly (readonly BriefRun[])[], checks: readonly BriefCheck[]): Piece[][] {
  const pointed = checks.filter((check) => check.start !== null && check.end !== null && check.accepted === null);
  let at = 0;
  return paragraphs.map((runs) => {
    const pieces = runs.flatMap((run) => {
      const from = at;
      at += run.text.length;
      return cut(run, from, pointed);
    });
    at += GAP;
    return pieces;
  });
}

function cut(run: BriefRun, from: number, checks: readonly BriefCheck[]): Piece[] {
  const to = from + run.text.length;
  const edges = checks.flatMap((check) => [check.start ?? 0, check.end ?? 0]).filter((edge) => edge > from && edge < to);
  const places = [...new Set([from, ...edges, to])].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, n) => {
    const end = places[n + 1] ?? to;
    return {
      ...run,
      text: run.text.slice(start - from, end - from),
      check: checks.find((check) => (check.start ?? 0) <= start && (check.end ?? 0) >= end),
    };
  });
}
