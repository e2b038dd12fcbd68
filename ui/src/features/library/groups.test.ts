import { expect, test } from "vitest";

import { boundaries, groupsOf } from "./groups";

// A Wednesday.
const now = new Date(2026, 1, 4, 15, 30);

test("a list by the time of adding breaks at midnights here, told in UTC", () => {
  const midnights = [new Date(2026, 1, 4), new Date(2026, 1, 3), new Date(2026, 1, 2)];
  expect(boundaries("added", now)).toEqual(midnights.map((day) => day.toISOString()));
});

test("a list by publication breaks at days, and what has no day comes last", () => {
  expect(boundaries("published", now)).toEqual(["2026-02-04", "2026-02-03", "2026-02-02", "0"]);
});

test("on a Monday the week begins with yesterday, so that the times go down", () => {
  expect(boundaries("published", new Date(2026, 1, 2))).toEqual(["2026-02-02", "2026-02-01", "2026-02-01", "0"]);
});

test("by title there are no groups", () => {
  expect(boundaries("title", now)).toEqual([]);
  expect(groupsOf([3])).toEqual([{ head: null, first: 0, count: 3 }]);
});

test("groups without rows have no head", () => {
  expect(groupsOf([2, 0, 0, 5])).toEqual([
    { head: "list-today", first: 0, count: 2 },
    { head: "list-earlier", first: 2, count: 5 },
  ]);
  expect(groupsOf([0, 0, 0, 0])).toEqual([]);
});
