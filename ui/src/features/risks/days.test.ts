import { describe, expect, it } from "vitest";

import { between, due, plusMonths, readDay, shortDay, today } from "./days";

describe("days", () => {
  it.each([
    ["2026-12-01", "2026-12-01"],
    [" 2026-2-3 ", "2026-02-03"],
    ["30 d", "2026-03-04"],
    ["+2w", "2026-02-16"],
    ["6m", "2026-08-02"],
    ["1 Y", "2027-02-02"],
    ["2026-02-30", null],
    ["soon", null],
    ["", null],
  ])("reads %j as %j", (typed, day) => {
    expect(readDay(typed, "2026-02-02")).toBe(day);
  });

  it("stays in the month that was meant", () => {
    expect(plusMonths("2026-01-31", 1)).toBe("2026-02-28");
  });

  it("counts whole days over a change of the clock", () => {
    expect(between("2026-03-01", "2026-04-01")).toBe(31);
  });

  it("says when a review is due", () => {
    expect(due(null, "2026-02-02")).toBe("none");
    expect(due("2026-02-02", "2026-02-02")).toBe("today");
    expect(due("2026-01-30", "2026-02-02")).toBe("overdue");
    expect(due("2026-03-01", "2026-02-02")).toBe("later");
  });

  it("names the year only where it is another", () => {
    expect(shortDay("2026-02-09", "2026-11-01", "en-GB")).toBe("9 Feb");
    expect(shortDay("2027-02-09", "2026-11-01", "en-GB")).toBe("9 Feb 2027");
  });

  it("takes today from the calendar of this machine", () => {
    expect(today(new Date(2026, 10, 23, 23, 59))).toBe("2026-11-23");
  });
});
