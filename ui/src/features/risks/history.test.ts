import { describe, expect, it } from "vitest";

import type { RiskStep } from "../../api/bindings";
import { position } from "./fixture";
import { draw, estimate } from "./history";

function step(as_of: string, percent: number, moved: boolean): RiskStep {
  return {
    position: position({ uid: as_of, as_of, percent }),
    likelihood_moved: moved,
    impact_moved: false,
    confidence_moved: false,
    has_own_reason: moved,
    stood: [],
  };
}

describe("the history", () => {
  const drawing = draw([step("2025-11-01", 15, false), step("2026-01-05", 15, false), step("2026-02-02", 40, true)], "2026-02-02");

  it("holds an estimate until the next one and ends today", () => {
    expect(drawing.line).toMatch(/^M44,120.8/);
    expect(drawing.line).toMatch(/H428V88.8H428$/);
  });

  it("tells first looks and changes from reviews and marks the one that stands", () => {
    expect(drawing.dots.map((dot) => dot.kind)).toEqual(["changed", "same", "now"]);
  });

  it("stays inside its box for one judgement, made today", () => {
    const alone = draw([step("2026-02-02", 99, false)], "2026-02-02");
    expect(alone.line).not.toContain("NaN");
    expect(alone.dots[0]?.x).toBe(428);
    expect(alone.now?.y).toBeGreaterThanOrEqual(10);
  });

  it("goes on to today where the last judgement is older, and has nothing to draw without one", () => {
    expect(draw([step("2026-01-02", 20, false)], "2026-02-02").line).toContain("428");
    expect(draw([], "2026-02-02").dots).toEqual([]);
  });

  it("writes first and last day at the ends", () => {
    expect(drawing.days[0]).toMatchObject({ day: "2025-11-01", anchor: "start" });
    expect(drawing.days.at(-1)).toMatchObject({ day: "2026-02-02", anchor: "end" });
  });
});

describe("the estimate of a judgement", () => {
  it("is the number that was given, or the band of the term: never its middle", () => {
    const judged = { percent: 67.5, low: 55, high: 80 };
    expect(estimate(position({ ...judged, percent_given: false }))).toBe("55–80");
    expect(estimate(position({ ...judged, percent: 70, percent_given: true }))).toBe("70");
  });
});
