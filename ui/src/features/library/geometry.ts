// Where rows stand. All rows of a list are of one height and so are the heads of its groups, so every place is a sum: the
// scrollbar is true from the start, and any row can be shown without the ones before it.

import type { Group } from "./groups";

/** Heights in px. */
export interface Sizes {
  readonly row: number;
  readonly head: number;
}

/** Rows from `from` to before `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const headOf = (group: Group, sizes: Sizes) => (group.head === null ? 0 : sizes.head);

/** The upper edge of the row at `place`, from the upper edge of the list. */
export function topOf(place: number, groups: readonly Group[], sizes: Sizes): number {
  let heads = 0;
  for (const group of groups) if (group.first <= place) heads += headOf(group, sizes);
  return heads + place * sizes.row;
}

/** The height of the whole list. */
export function heightOf(groups: readonly Group[], sizes: Sizes): number {
  return groups.reduce((sum, group) => sum + headOf(group, sizes) + group.count * sizes.row, 0);
}

/** The rows between two heights. */
export function rowsBetween(top: number, bottom: number, groups: readonly Group[], sizes: Sizes): Range {
  let from = Infinity;
  let to = 0;
  let edge = 0;
  for (const group of groups) {
    const rows = edge + headOf(group, sizes);
    edge = rows + group.count * sizes.row;
    if (edge <= top || rows >= bottom) continue;
    const first = Math.max(0, Math.floor((top - rows) / sizes.row));
    const last = Math.min(group.count, Math.ceil((bottom - rows) / sizes.row));
    from = Math.min(from, group.first + first);
    to = Math.max(to, group.first + last);
  }
  return from < to ? { from, to } : { from: 0, to: 0 };
}

/** How far to scroll so that the row at `place` is wholly in sight, under the head that sticks to the top. */
export function scrollTo(place: number, scroll: number, height: number, groups: readonly Group[], sizes: Sizes): number {
  const top = topOf(place, groups, sizes);
  const group = groups.findLast((one) => one.first <= place);
  const head = group === undefined ? 0 : headOf(group, sizes);
  if (top - head < scroll) return top - head;
  return Math.max(scroll, top + sizes.row - height);
}
