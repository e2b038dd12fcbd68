import { describe, expect, it } from "vitest";

import type { TextBlock, TextMark, TextRun } from "../../api/bindings";
import { inOrder, occurrences, segments } from "./segments";

const run = (text: string, start: number): TextRun => ({ text, start, styles: [], link: null });

function mark(uid: string, from: [number, number], to: [number, number]): TextMark {
  const at = { from: { block: from[0], unit: from[1] }, to: { block: to[0], unit: to[1] } };
  return {
    uid, kind: "fact", quote: "", quote_cut: false, note: null, draft: null, speaker: null, credibility: 6,
    made_at: "", state: "exact", at, locator: "", tags: [], risks: [],
  };
}

function block(index: number, text: string): TextBlock {
  return {
    index, id: String(index), role: "body", shape: "paragraph", level: 0, ordered: false, alt: null, locator: "",
    runs: [run(text, 0)], rows: [], length: text.length,
  };
}

describe("segments", () => {
  const shown = (runs: TextRun[], marks: TextMark[], index: number, length: number) =>
    segments(runs, marks, index, length).map((piece) => `${piece.text}:${piece.marks.map((m) => m.uid).join("")}`);

  it("cuts where marks overlap, and every piece names all of its marks", () => {
    expect(shown([run("abcdefgh", 0)], [mark("x", [0, 1], [0, 5]), mark("y", [0, 3], [0, 8])], 0, 8)).toEqual([
      "a:", "bc:x", "de:xy", "fgh:y",
    ]);
  });

  it("keeps the runs apart, and their words whole", () => {
    expect(shown([run("abc", 0), run("def", 3)], [mark("x", [0, 2], [0, 4])], 0, 6)).toEqual(["ab:", "c:x", "d:x", "ef:"]);
    expect(shown([run("abc", 0)], [], 0, 3)).toEqual(["abc:"]);
  });

  it("gives a mark over several blocks its part in each", () => {
    const over = mark("x", [1, 2], [3, 1]);
    expect(shown([run("abc", 0)], [over], 0, 3)).toEqual(["abc:"]);
    expect(shown([run("abc", 0)], [over], 1, 3)).toEqual(["ab:", "c:x"]);
    expect(shown([run("abc", 0)], [over], 2, 3)).toEqual(["abc:x"]);
    expect(shown([run("abc", 0)], [over], 3, 3)).toEqual(["a:x", "bc:"]);
  });
});

describe("order", () => {
  it("is that of the text, with what stands nowhere last", () => {
    const lost = { ...mark("a", [0, 0], [0, 1]), at: null };
    const sorted = [lost, mark("c", [2, 0], [2, 4]), mark("d", [0, 5], [0, 6]), mark("b", [0, 5], [0, 6])].sort(inOrder);
    expect(sorted.map((m) => m.uid)).toEqual(["b", "d", "c", "a"]);
  });
});

describe("finding", () => {
  it("finds every place in reading order whatever the case", () => {
    const found = occurrences([block(0, "Port and port"), block(4, "airport")], "PORT");
    expect(found.map(({ from }) => [from.block, from.unit])).toEqual([[0, 0], [0, 9], [4, 3]]);
    expect(occurrences([block(0, "x")], "")).toEqual([]);
  });
});
