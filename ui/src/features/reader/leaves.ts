// A long text in leaves: blocks in a row, about a screen of them. Those near the screen are drawn in full, with numbers, letters
// and marks; of the others stands the text alone, in its place and order, for thousands of numbers and marks in one document
// would make every frame late.

import type { TextBlock } from "../../api/bindings";

/** Blocks in a row. */
export interface Leaf {
  readonly blocks: readonly TextBlock[];
  /** Numbers of the first and the last of them. */
  readonly first: number;
  readonly last: number;
}

/** UTF-16 units and blocks a leaf holds; one block that is longer is a leaf by itself. */
const UNITS = 4_000;
const MOST = 12;

/** `blocks` and those of the page that follows, whose first may be the rest of the last one. */
export function continued(blocks: readonly TextBlock[], page: readonly TextBlock[]): readonly TextBlock[] {
  const last = blocks.at(-1);
  const [rest, ...others] = page;
  if (last === undefined || rest?.index !== last.index) return [...blocks, ...page];
  const whole = { ...last, runs: [...last.runs, ...rest.runs], rows: [...last.rows, ...rest.rows] };
  return [...blocks.slice(0, -1), whole, ...others];
}

/** `leaves` with the blocks of the page that follows. Only the last of them is another one then. */
export function grown(leaves: readonly Leaf[], page: readonly TextBlock[]): readonly Leaf[] {
  const all = leaves.slice(0, -1);
  let blocks: TextBlock[] = [];
  let units = 0;
  const close = (): void => {
    const [first, last] = [blocks.at(0), blocks.at(-1)];
    if (first && last) all.push({ blocks, first: first.index, last: last.index });
    blocks = [];
    units = 0;
  };
  for (const block of continued(leaves.at(-1)?.blocks ?? [], page)) {
    if (units + block.length > UNITS || blocks.length === MOST) close();
    blocks.push(block);
    units += block.length;
  }
  close();
  return all;
}

/** Whether block `index` is on the leaf. */
export function on(leaf: Leaf, index: number | undefined): boolean {
  return index !== undefined && index >= leaf.first && index <= leaf.last;
}
