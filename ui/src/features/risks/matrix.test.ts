import { describe, expect, it } from "vitest";

import { line, matrix } from "./fixture";
import { inCell, moved, path, pins, ratingOf, rowBand, rowName, rowsFromTop, slots } from "./matrix";

describe("the matrix", () => {
  it("has the most likely row on top and the words of the library in its cells", () => {
    const [top] = rowsFromTop(matrix);
    expect(top && rowName(top)).toBe("Very likely, almost certain");
    expect(top && rowBand(top)).toEqual({ low: 80, high: 99 });
    expect(ratingOf(matrix, { likelihood: 4, impact: 4 })).toBe("High");
  });

  it("moves by arrow keys and stops at its edges", () => {
    const cell = { likelihood: 5, impact: 1 };
    expect(moved(cell, "ArrowUp", false)).toEqual(cell);
    expect(moved(cell, "ArrowDown", false)).toEqual({ likelihood: 4, impact: 1 });
    expect(moved(cell, "ArrowRight", false)).toEqual({ likelihood: 5, impact: 2 });
    expect(moved(cell, "ArrowLeft", true)).toEqual({ likelihood: 5, impact: 2 });
    expect(moved(cell, "End", false)).toEqual({ likelihood: 5, impact: 5 });
    expect(moved(cell, "x", false)).toBeNull();
  });

  it("shows as many pins as a cell has room for, the chosen one always, and counts the rest", () => {
    const risks = [1, 2, 3, 4, 5].map((n) => line({ uid: `u${n}`, number: `R-${n}` }));
    expect(slots(106, 80)).toBe(2);
    expect(slots(106, 84)).toBe(4);
    const { shown, more } = pins(risks, 2, "u5");
    expect(shown.map((risk) => risk.number)).toEqual(["R-5"]);
    expect(more).toBe(4);
    expect(pins(risks.slice(0, 2), 2, null)).toMatchObject({ more: 0 });
  });

  it("draws the way from where a risk stood to where it stands, past the pins", () => {
    const up = path({ likelihood: 2, impact: 5 }, { likelihood: 3, impact: 5 }, 100, 80);
    expect(up).toEqual({ x1: 426, y1: 282, x2: 426, y2: 238 });
    const across = path({ likelihood: 3, impact: 2 }, { likelihood: 3, impact: 4 }, 100, 80);
    expect(across).toEqual({ x1: 126, y1: 202, x2: 326, y2: 202 });
  });

  it("puts a risk where it was judged, and nowhere while nobody has", () => {
    const judged = line({ newest: { likelihood: 4, impact: 4 } });
    expect(inCell([judged, line({ newest: null })], { likelihood: 4, impact: 4 })).toEqual([judged]);
  });
});
