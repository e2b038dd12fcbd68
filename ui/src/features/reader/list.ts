// What stands before an item of a list: a point, or its number.

import type { TextBlock } from "../../api/bindings";

type Item = Pick<TextBlock, "index" | "shape" | "level" | "ordered">;

/** The sign before `item`. A number counts the items of its list before it, past those of lists inside them. */
export function marker(blocks: readonly Item[], item: Item): string {
  if (!item.ordered) return "•";
  let number = 1;
  for (let at = item.index - 1; at >= 0; at--) {
    const before = blocks[at];
    if (before?.shape !== "item" || before.level < item.level) break;
    if (before.level > item.level) continue;
    if (!before.ordered) break;
    number += 1;
  }
  return `${number}.`;
}
