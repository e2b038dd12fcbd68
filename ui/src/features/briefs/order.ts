// Where blocks stand, and where a move takes them. Parts follow the template's order; within a part the analyst's.

import type { BriefBlock, BriefOutline, BriefPart } from "../../api/bindings";

/** The parts that hold paragraphs of the analyst's. */
export const SECTIONS = [
  "scope",
  "discussion",
  "assumptions",
  "alternatives",
  "outlook",
  "implications",
  "changes",
  "gaps",
  "source_summary",
] as const;

export function isSection(part: string): boolean {
  return SECTIONS.some((section) => section === part);
}

/** Every block with its part, in the order of print. */
export function inOrder(outline: BriefOutline): { part: BriefPart; block: BriefBlock; index: number }[] {
  return outline.parts.flatMap((part) => part.blocks.map((block, index) => ({ part, block, index })));
}

/** The block `steps` from `from`; the ends hold. Without a block to begin from it is the first or the last one. */
export function neighbour(outline: BriefOutline, from: string | null, steps: number): string | null {
  const all = inOrder(outline);
  const at = all.findIndex(({ block }) => block.uid === from);
  const to = at < 0 ? (steps > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + steps));
  return all[to]?.block.uid ?? null;
}

/** Where a block goes: its index in its part, or in another section. */
export interface Place {
  section: string | null;
  index: number;
}

/** Where one step up (-1) or down (1) takes a block; a paragraph at the edge of its section goes on into the next one. */
export function moved(outline: BriefOutline, uid: string, step: -1 | 1): Place | undefined {
  const found = inOrder(outline).find(({ block }) => block.uid === uid);
  if (!found) return undefined;
  const { part, index } = found;
  const to = index + step;
  if (to >= 0 && to < part.blocks.length) return { section: null, index: to };
  if (!isSection(part.part)) return undefined;
  const sections = outline.parts.filter((other) => isSection(other.part));
  const next = sections[sections.indexOf(part) + step];
  return next && { section: next.part, index: step > 0 ? 0 : next.blocks.length };
}

/** The block that the focus goes to when `uid` is taken away. */
export function heir(outline: BriefOutline, uid: string): string | null {
  const all = inOrder(outline).map(({ block }) => block.uid);
  const at = all.indexOf(uid);
  return all[at + 1] ?? all[at - 1] ?? null;
}
