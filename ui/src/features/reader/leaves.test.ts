import { describe, expect, it } from "vitest";

import type { TextBlock, TextRun } from "../../api/bindings";
import { continued, grown, on, type Leaf } from "./leaves";

const run = (text: string, start = 0): TextRun => ({ text, start, styles: [], link: null });

function block(index: number, length: number, runs: TextRun[] = []): TextBlock {
  return {
    index, id: String(index), role: "body", shape: "paragraph", level: 0, ordered: false, alt: null, locator: "",
    runs, rows: [], length,
  };
}

const numbers = (leaves: readonly Leaf[]) => leaves.map((leaf) => [leaf.first, leaf.last]);
const row = (from: number, to: number, length = 500) => Array.from({ length: to - from }, (_, n) => block(from + n, length));

describe("leaves", () => {
  it("hold a screen or so of text, and every block once and in order", () => {
    const leaves = grown([], [...row(0, 20), block(20, 90_000), ...row(21, 60, 3)]);
    expect(numbers(leaves)).toEqual([[0, 7], [8, 15], [16, 19], [20, 20], [21, 32], [33, 44], [45, 56], [57, 59]]);
    expect(leaves.flatMap((leaf) => leaf.blocks.map(({ index }) => index))).toEqual(Array.from({ length: 60 }, (_, n) => n));
  });

  it("stay what they are when a page follows, so that nothing of them is drawn anew; the last is filled up", () => {
    const before = grown([], row(0, 20));
    const after = grown(before, row(20, 30));
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[0]).toBe(before[0]);
    expect(numbers(after)).toEqual([[0, 7], [8, 15], [16, 23], [24, 29]]);
    expect(grown([], [])).toEqual([]);
  });

  it("are told from each other by the numbers of their blocks", () => {
    const leaf = grown([], row(8, 12))[0];
    expect(leaf && [7, 8, 11, 12, undefined].map((index) => on(leaf, index))).toEqual([false, true, true, false, false]);
  });
});

describe("a block longer than a page", () => {
  it("goes on with what the next page has of it", () => {
    const half = block(1, 12, [run("Begun ")]);
    const rest = block(1, 12, [run("ended.", 6)]);
    const text = continued([block(0, 3), half], [rest, block(2, 3)]);
    expect(text.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(text[1]?.runs.map((one) => one.text)).toEqual(["Begun ", "ended."]);
    const leaves = grown(grown([], [block(0, 3), half]), [rest, block(2, 3)]);
    expect(numbers(leaves)).toEqual([[0, 2]]);
    expect(leaves[0]?.blocks[1]?.runs).toHaveLength(2);
  });
});
