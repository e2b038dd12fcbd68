import { describe, expect, it } from "vitest";

import { isBegun, lacking, termIn } from "./judgement";

const terms = [
  { id: "very-unlikely", label: "very unlikely", low: 5, high: 20 },
  { id: "unlikely", label: "unlikely", low: 20, high: 45 },
  { id: "likely", label: "likely", low: 55, high: 80 },
];

describe("a judgement's words", () => {
  it("name their term, the longest that fits, however it is set", () => {
    expect(termIn("A strike is **very unlikely** by May.", terms)).toBe("very-unlikely");
    expect(termIn("A strike is Unlikely.", terms)).toBe("unlikely");
    expect(termIn("A likeliness test.", terms)).toBeUndefined();
    expect(termIn("likely", [])).toBeUndefined();
  });
});

describe("a judgement", () => {
  const whole = { text: "A strike is likely.", likelihood: "likely", confidence: "low", basis: "one source" };
  it("says what it lacks, one thing at a time", () => {
    expect(lacking(whole, true)).toBeUndefined();
    expect(lacking({ ...whole, text: " " }, true)).toBe("composer-lacks-words");
    expect(lacking({ ...whole, text: " " }, false)).toBeUndefined();
    expect(lacking({ ...whole, likelihood: "" }, true)).toBe("composer-lacks-likelihood");
    expect(lacking({ ...whole, basis: "" }, true)).toBe("composer-lacks-basis");
  });
  it("is begun as soon as it has words of its own", () => {
    expect(isBegun({ text: " ", likelihood: "likely", confidence: "low", basis: "" })).toBe(false);
    expect(isBegun({ text: "A", likelihood: "", confidence: "", basis: "" })).toBe(true);
    expect(isBegun({ text: "", likelihood: "", confidence: "", basis: "two" })).toBe(true);
  });
});
