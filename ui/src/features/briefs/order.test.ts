import { describe, expect, it } from "vitest";

import type { BriefBlock, BriefOutline } from "../../api/bindings";
import { heir, moved, neighbour } from "./order";

const block = (uid: string): BriefBlock => ({ uid, kind: "paragraph", text: "", paragraphs: [], judged: null, risk: null, citations: [] });
const part = (name: string, ...uids: string[]) => ({ part: name, required: false, blocks: uids.map(block) });
const outline = {
  parts: [part("bluf", "b"), part("judgements", "k1", "k2"), part("discussion", "d"), part("risks", "r"), part("assumptions")],
} as unknown as BriefOutline;

describe("the order of blocks", () => {
  it("is walked across the parts, and its ends hold", () => {
    expect(neighbour(outline, null, 1)).toBe("b");
    expect(neighbour(outline, "b", 1)).toBe("k1");
    expect(neighbour(outline, "k2", 1)).toBe("d");
    expect(neighbour(outline, "r", 1)).toBe("r");
    expect(neighbour(outline, null, -1)).toBe("r");
  });

  it("lets a judgement move among judgements only", () => {
    expect(moved(outline, "k1", 1)).toEqual({ section: null, index: 1 });
    expect(moved(outline, "k1", -1)).toBeUndefined();
    expect(moved(outline, "k2", 1)).toBeUndefined();
  });

  it("lets a paragraph go on into the next section, past what is none", () => {
    expect(moved(outline, "d", 1)).toEqual({ section: "assumptions", index: 0 });
    expect(moved(outline, "d", -1)).toBeUndefined();
  });

  it("names who gets the focus of a block that goes", () => {
    expect(heir(outline, "k1")).toBe("k2");
    expect(heir(outline, "r")).toBe("d");
  });
});
