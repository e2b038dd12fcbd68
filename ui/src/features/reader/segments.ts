// Where marks stand in a block, cut so that each piece has one set of marks; and which pieces an annotation touches.

import type { TextBlock, TextMark, TextRun, TextStretch } from "../../api/bindings";

/** One and the same, so that what has none is not drawn anew. */
export const NO_MARKS: readonly TextMark[] = [];

/** A piece of a run that has one set of marks. */
export interface Segment {
  readonly text: string;
  /** UTF-16 units from the beginning of the block. */
  readonly start: number;
  readonly run: TextRun;
  /** The marks over it, the one on top last. */
  readonly marks: readonly TextMark[];
}

/** The units of block `index` that `at` covers; nothing when it doesn't touch the block. */
export function within(at: TextStretch | null, index: number, length: number): readonly [number, number] | null {
  if (at === null || index < at.from.block || index > at.to.block) return null;
  const from = index === at.from.block ? at.from.unit : 0;
  const to = index === at.to.block ? at.to.unit : length;
  return to > from ? [from, to] : null;
}

/** The pieces of `runs`, cut where a mark begins or ends. The mark made last lies on top. */
export function segments(runs: readonly TextRun[], marks: readonly TextMark[], index: number, length: number): Segment[] {
  const placed = marks
    .map((mark) => ({ mark, range: within(mark.at, index, length) }))
    .filter((found): found is { mark: TextMark; range: readonly [number, number] } => found.range !== null);
  const cuts = [...new Set(placed.flatMap(({ range }) => range))].sort((a, b) => a - b);
  const found: Segment[] = [];
  for (const run of runs) {
    const end = run.start + run.text.length;
    const inside = cuts.filter((cut) => cut > run.start && cut < end);
    let start = run.start;
    for (const to of [...inside, end]) {
      const from = start;
      const over = placed.filter(({ range }) => range[0] < to && range[1] > from).map(({ mark }) => mark);
      found.push({ text: run.text.slice(from - run.start, to - run.start), start: from, run, marks: over });
      start = to;
    }
  }
  return found;
}

/** The passage that is the whole of a block. */
export function whole(block: TextBlock): TextStretch {
  return { from: { block: block.index, unit: 0 }, to: { block: block.index, unit: block.length } };
}

/** Whether two passages are the same. */
export function same(a: TextStretch | null, b: TextStretch | null): boolean {
  if (a === null || b === null) return false;
  return a.from.block === b.from.block && a.from.unit === b.from.unit && a.to.block === b.to.block && a.to.unit === b.to.unit;
}

/** `marks` with others, which take the place of what is known of them. */
export function joined(marks: readonly TextMark[], others: readonly TextMark[]): TextMark[] {
  const known = new Set(others.map((mark) => mark.uid));
  return [...marks.filter((mark) => !known.has(mark.uid)), ...others];
}

/** Whether these are the same marks, and say the same. */
export function alike(a: readonly TextMark[], b: readonly TextMark[]): boolean {
  return a.length === b.length && a.every((mark, n) => mark === b[n] || JSON.stringify(mark) === JSON.stringify(b[n]));
}

/** In the order of the text, those that stand nowhere last; of two at one place the one made first. */
export function inOrder(a: TextMark, b: TextMark): number {
  if (a.at === null || b.at === null) return Number(a.at === null) - Number(b.at === null) || byAge(a, b);
  const { from: x, to: xe } = a.at;
  const { from: y, to: ye } = b.at;
  return x.block - y.block || x.unit - y.unit || xe.block - ye.block || xe.unit - ye.unit || byAge(a, b);
}

function byAge(a: TextMark, b: TextMark): number {
  return a.uid < b.uid ? -1 : Number(a.uid > b.uid);
}

/** The marks by the blocks they touch, in the order they were made. */
export function byBlock(marks: readonly TextMark[]): Map<number, TextMark[]> {
  const found = new Map<number, TextMark[]>();
  for (const mark of [...marks].sort(byAge)) {
    for (const block of touched(mark)) {
      const list = found.get(block);
      if (list) list.push(mark);
      else found.set(block, [mark]);
    }
  }
  return found;
}

/** The numbers of the blocks that any of `marks` touches. */
export function touched(...marks: readonly (TextMark | undefined)[]): Set<number> {
  const blocks = new Set<number>();
  for (const mark of marks) {
    if (!mark?.at) continue;
    for (let n = mark.at.from.block; n <= mark.at.to.block; n += 1) blocks.add(n);
  }
  return blocks;
}

/** The text of a block, as its places count it. */
export function textOf(block: TextBlock): string {
  if (block.shape !== "table") return block.runs.map((run) => run.text).join("");
  return block.rows.map((row) => row.map((cell) => cell.map((run) => run.text).join("")).join("\t")).join("\n");
}

/** The next place, from `from` on and then from the beginning, where `wanted` stands, without regard to case. */
export function occurrences(blocks: readonly TextBlock[], wanted: string, most = 2_000): TextStretch[] {
  const found: TextStretch[] = [];
  const needle = wanted.toLocaleLowerCase();
  if (needle === "") return found;
  for (const block of blocks) {
    const words = textOf(block);
    const folded = words.toLocaleLowerCase();
    // Letters that change their length with their case would shift every place behind them.
    const hay = folded.length === words.length ? folded : words;
    for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length)) {
      found.push({ from: { block: block.index, unit: at }, to: { block: block.index, unit: at + needle.length } });
      if (found.length >= most) return found;
    }
  }
  return found;
}
