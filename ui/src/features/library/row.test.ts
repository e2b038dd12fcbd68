import { expect, test } from "vitest";

import { origin, shortDate, stateOf } from "./row";

const today = new Date(2026, 1, 3);

test("a date shows its year only when it isn't this one", () => {
  expect(shortDate("2026-02-02", today)).toBe("2 Feb");
  expect(shortDate("2025-12-30", today)).toBe("30 Dec 2025");
});

test("what is no date is shown as the source has it", () => {
  expect(shortDate("spring 2026", today)).toBe("spring 2026");
});

test("origin names the section, or the outlet without one, then who wrote it", () => {
  const row = { section: "World", outlet: "The Ledger", authors: ["Ada Vance"] };
  expect(origin(row)).toEqual(["World", "Ada Vance"]);
  expect(origin({ ...row, section: null })).toEqual(["The Ledger", "Ada Vance"]);
  expect(origin({ ...row, authors: ["Ada Vance", "Bo Lind"] })).toEqual(["World", "Ada Vance and Bo Lind"]);
  expect(origin({ ...row, authors: ["Ada", "Bo", "Cy"] })).toEqual(["World", "Ada and 2 others"]);
});

test("an author who stands in for an unknown outlet is named once", () => {
  expect(origin({ section: null, outlet: "Ada Vance", authors: ["Ada Vance"] })).toEqual(["Ada Vance"]);
});

test("what is absent stays absent", () => {
  expect(origin({ section: null, outlet: null, authors: [] })).toEqual([]);
});

test("archived stands before read, and read before begun", () => {
  const row = { state: "inbox", read: false, begun: false };
  expect(stateOf(row)).toBe("unread");
  expect(stateOf({ ...row, begun: true })).toBe("begun");
  expect(stateOf({ ...row, state: "later", read: true, begun: true })).toBe("read");
  expect(stateOf({ ...row, state: "archive" })).toBe("archived");
});
