import { describe, expect, it } from "vitest";

import { line, matrix } from "./fixture";
import { isShown, pressed, sorted, type Column, type Order } from "./sorting";

const lines = [
  line({ number: "R-2", title: "beta", newest: { rating: "High", confidence: "low" }, trend: "falling", review_on: "2026-02-03" }),
  line({ number: "R-10", title: "Alpha", newest: { rating: "Very low", confidence: "high" }, trend: "rising", review_on: "2026-02-01" }),
  line({ number: "R-1", title: "gamma", newest: null, trend: null, review_on: null }),
];

const order = (column: Column, way: Order = "ascending") => sorted(lines, { column, order: way }, matrix).map((risk) => risk.number);

describe("the table", () => {
  it("sorts numbers as numbers, ratings by their place on the scale, words without case", () => {
    expect(order("number")).toEqual(["R-1", "R-2", "R-10"]);
    expect(order("title")).toEqual(["R-10", "R-2", "R-1"]);
    expect(order("rating", "descending")).toEqual(["R-2", "R-10", "R-1"]);
    expect(order("review")).toEqual(["R-10", "R-2", "R-1"]);
    expect(order("trend")).toEqual(["R-10", "R-2", "R-1"]);
  });

  it("puts what nobody judged last, whichever way it is sorted", () => {
    expect(order("rating", "ascending").at(-1)).toBe("R-1");
    expect(order("confidence", "descending").at(-1)).toBe("R-1");
  });

  it("turns round when the same head is pressed again", () => {
    const once = pressed({ column: "number", order: "ascending" }, "rating");
    expect(once).toEqual({ column: "rating", order: "descending" });
    expect(pressed(once, "rating").order).toBe("ascending");
  });

  it("shows the open and the watched unless asked otherwise", () => {
    const closed = line({ status: "closed" });
    expect(isShown(line(), "live")).toBe(true);
    expect(isShown(line({ status: "watch" }), "live")).toBe(true);
    expect(isShown(closed, "live")).toBe(false);
    expect(isShown(closed, "closed")).toBe(true);
    expect(isShown(closed, "all")).toBe(true);
  });
});
