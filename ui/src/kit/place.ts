// Where a popover stands: beside its anchor, turned to the other side where there is more room, never outside the window.

/** Where it stands when there is room: under or over the anchor with its start or its end edge, or beside it. */
export type Placement = "below" | "below-end" | "above" | "above-end" | "beside";

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Placed {
  left: number;
  top: number;
  /** The most height there is on the side taken; what is taller scrolls. */
  room: number;
}

/** Between anchor and popover, and between popover and the window's edge, in CSS px. */
const GAP = 4;
const EDGE = 8;

/** The place for a popover of `size` at `anchor` in a window of `view` (CSS px). */
export function place(
  anchor: Box,
  size: { width: number; height: number },
  view: { width: number; height: number },
  wanted: Placement,
): Placed {
  const fit = (at: number, length: number, limit: number): number =>
    Math.max(EDGE, Math.min(at, limit - EDGE - length));
  const right = anchor.left + anchor.width;

  if (wanted === "beside") {
    const after = right + GAP;
    const before = anchor.left - GAP - size.width;
    const left = after + size.width > view.width - EDGE && before >= EDGE ? before : after;
    return {
      left: fit(left, size.width, view.width),
      top: fit(anchor.top, size.height, view.height),
      room: view.height - 2 * EDGE,
    };
  }

  const over = anchor.top - GAP - EDGE;
  const under = view.height - EDGE - (anchor.top + anchor.height + GAP);
  const wantsOver = wanted.startsWith("above");
  const [mine, other] = wantsOver ? [over, under] : [under, over];
  const turn = size.height > mine && other > mine;
  const above = wantsOver !== turn;
  const room = above ? over : under;
  const height = Math.min(size.height, room);
  const left = wanted.endsWith("-end") ? right - size.width : anchor.left;
  return {
    left: fit(left, size.width, view.width),
    top: above ? anchor.top - GAP - height : anchor.top + anchor.height + GAP,
    room,
  };
}
