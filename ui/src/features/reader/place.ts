// Between the page and the text: which passage is selected, and where on the page a passage stands.
//
// Every piece of text is the one text node of an element that bears `data-at`, its first unit in the block `data-block`.

import type { TextPoint, TextStretch } from "../../api/bindings";

function blockOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>("[data-block]") ?? null;
}

function pieces(block: Element): HTMLElement[] {
  return [...block.querySelectorAll<HTMLElement>("[data-at]")];
}

const startOf = (piece: HTMLElement): number => Number(piece.dataset["at"]);
const lengthOf = (piece: HTMLElement): number => piece.textContent.length;

/** Where a place of the page stands in the text; nothing outside of it. */
export function pointAt(node: Node, offset: number): TextPoint | null {
  const block = blockOf(node);
  if (block === null) return null;
  const index = Number(block.dataset["block"]);
  const own = node instanceof Text ? node.parentElement?.closest<HTMLElement>("[data-at]") : null;
  if (own) return { block: index, unit: startOf(own) + offset };
  // Between elements: the place before the first piece that follows.
  const mark = document.createRange();
  mark.setStart(node, offset);
  mark.collapse(true);
  const all = pieces(block);
  const next = all.find((piece) => mark.comparePoint(piece, 0) > 0 || node === piece);
  if (next) return { block: index, unit: startOf(next) };
  const last = all.at(-1);
  return { block: index, unit: last ? startOf(last) + lengthOf(last) : 0 };
}

/** The selected passage; nothing while nothing is selected, or something outside of `text`. */
export function selected(text: HTMLElement): TextStretch | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer) || range.toString().trim() === "") return null;
  const from = pointAt(range.startContainer, range.startOffset);
  const to = pointAt(range.endContainer, range.endOffset);
  if (from === null || to === null) return null;
  if (from.block > to.block || (from.block === to.block && from.unit >= to.unit)) return null;
  return { from, to };
}

function nodeAt(text: HTMLElement, { block, unit }: TextPoint, end: boolean): [Node, number] | null {
  const element = text.querySelector(`[data-block="${String(block)}"]`);
  if (element === null) return null;
  const all = pieces(element);
  const found = all.findLast((piece) => (end ? startOf(piece) < unit : startOf(piece) <= unit)) ?? all[0];
  const node = found?.firstChild;
  if (found === undefined || !(node instanceof Text)) return null;
  return [node, Math.max(0, Math.min(unit - startOf(found), node.length))];
}

/** The passage as a range of the page; nothing when it isn't on it. */
export function rangeOf(text: HTMLElement, at: TextStretch): Range | null {
  const from = nodeAt(text, at.from, false);
  const to = nodeAt(text, at.to, true);
  if (from === null || to === null) return null;
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}

/** Selects a passage of the page. */
export function select(range: Range): void {
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** Selects the first word of a block, to go on from by the arrow keys. */
export function selectFirstWord(block: HTMLElement): void {
  const first = pieces(block)[0]?.firstChild;
  const selection = getSelection();
  if (!first || selection === null) return;
  selection.setBaseAndExtent(first, 0, first, 0);
  selection.modify("extend", "forward", "word");
}

/** Moves the end of the selection: by word, with Shift by letter, up and down by line. */
export function extend(key: string, byLetter: boolean): boolean {
  const selection = getSelection();
  const step = byLetter ? "character" : "word";
  const ways: Record<string, [string, string]> = {
    ArrowRight: ["right", step],
    ArrowLeft: ["left", step],
    ArrowDown: ["forward", "line"],
    ArrowUp: ["backward", "line"],
  };
  const way = ways[key];
  if (selection === null || way === undefined) return false;
  selection.modify("extend", ...way);
  return true;
}

/** The passage widened to whole sentences of its block, by the rules of the text's language. */
export function sentence(at: TextStretch, words: string, language: string | null): TextStretch {
  const locale = language !== null && Intl.Segmenter.supportedLocalesOf([language]).length > 0 ? language : undefined;
  const parts = [...new Intl.Segmenter(locale, { granularity: "sentence" }).segment(words)];
  const last = at.to.block === at.from.block ? at.to.unit : words.length;
  const first = parts.findLast((part) => part.index <= at.from.unit);
  const end = parts.find((part) => part.index + part.segment.length >= last);
  const to = end === undefined ? words.length : end.index + end.segment.trimEnd().length;
  return { from: { block: at.from.block, unit: first?.index ?? 0 }, to: { block: at.from.block, unit: to } };
}

/** Colours the passage that something is picked for, since the selection goes with the focus; without one none. */
export function paintPicked(text: HTMLElement | null, at: TextStretch | null): void {
  const range = text === null || at === null ? null : rangeOf(text, at);
  if (range) CSS.highlights.set("picked", new Highlight(range));
  else CSS.highlights.delete("picked");
}

// WebKit registers ranges slowly by the hundred: the hits near the current one are enough to see.
const AROUND = 40;

/** Colours the hits near the current one, and that one apart; without hits none. */
export function paint(text: HTMLElement | null, hits: readonly TextStretch[], hit: number): void {
  const { highlights } = CSS;
  highlights.delete("find");
  highlights.delete("found");
  if (text === null || hits.length === 0) return;
  const ranges = hits.slice(Math.max(0, hit - AROUND), hit + AROUND).flatMap((at) => rangeOf(text, at) ?? []);
  highlights.set("find", new Highlight(...ranges));
  const at = hits[hit];
  const current = at === undefined ? null : rangeOf(text, at);
  const found = new Highlight(...(current ? [current] : []));
  found.priority = 1;
  highlights.set("found", found);
}
