import { describe, expect, it } from "vitest";

import type { BriefCheck } from "../../api/bindings";
import { marked } from "./marks";

const plain = (text: string) => ({ text, strong: false, emphasis: false });
const check = (start: number | null, end: number | null, accepted: string | null = null): BriefCheck => ({
  rule: "EL-001",
  severity: "error",
  message: "",
  place: "",
  block: null,
  start,
  end,
  sentence: "",
  accepted,
});

function shown(paragraphs: Parameters<typeof marked>[0], checks: BriefCheck[]): string[] {
  return marked(paragraphs, checks).map((pieces) => pieces.map((p) => (p.check ? `[${p.text}]` : p.text)).join("|"));
}

describe("the underline of a check", () => {
  it("covers its words, across bold and into the next paragraph", () => {
    expect(shown([[plain("It may be.")]], [check(3, 6)])).toEqual(["It |[may]| be."]);
    expect(shown([[plain("It "), { ...plain("may"), strong: true }, plain(" be.")]], [check(3, 9)])).toEqual(["It |[may]|[ be]|."]);
    expect(shown([[plain("One.")], [plain("Two may.")]], [check(10, 13)])).toEqual(["One.", "Two |[may]|."]);
  });

  it("is not drawn for what stands for a reason or points at no words", () => {
    expect(shown([[plain("It may.")]], [check(3, 6, "known"), check(null, null)])).toEqual(["It may."]);
  });
});
