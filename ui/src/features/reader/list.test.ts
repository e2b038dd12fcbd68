import { describe, expect, it } from "vitest";

import { marker } from "./list";

const blocks = (
  [
    ["paragraph", 0, false],
    ["item", 0, true],
    ["item", 1, false],
    ["item", 0, true],
    ["paragraph", 0, false],
    ["item", 0, true],
    ["item", 0, false],
  ] as const
).map(([shape, level, ordered], index) => ({ index, shape, level, ordered }));
const signs = blocks.filter(({ shape }) => shape === "item").map((item) => marker(blocks, item));

describe("the sign before an item of a list", () => {
  it("counts on past a list inside it and begins anew after a paragraph", () => {
    expect(signs).toEqual(["1.", "•", "2.", "1.", "•"]);
  });
});
