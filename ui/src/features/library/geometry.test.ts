import { expect, test } from "vitest";

import { heightOf, rowsBetween, scrollTo, topOf } from "./geometry";

const sizes = { row: 50, head: 30 };
const groups = [
  { head: "list-today", first: 0, count: 3 },
  { head: "list-earlier", first: 3, count: 100 },
];

test("rows stand under the heads of their groups", () => {
  expect([0, 2, 3, 4].map((place) => topOf(place, groups, sizes))).toEqual([30, 130, 210, 260]);
  expect(heightOf(groups, sizes)).toBe(2 * 30 + 103 * 50);
  expect(topOf(2, [{ head: null, first: 0, count: 9 }], sizes)).toBe(100);
});

test.each([
  [0, 100, { from: 0, to: 2 }],
  [0, 30, { from: 0, to: 0 }],
  [100, 220, { from: 1, to: 4 }],
  [5160, 5210, { from: 102, to: 103 }],
  [9000, 9100, { from: 0, to: 0 }],
])("between %i and %i stand the rows %o", (top, bottom, rows) => {
  expect(rowsBetween(top, bottom, groups, sizes)).toEqual(rows);
});

test("every row is found where it stands", () => {
  for (let place = 0; place < 103; place += 1) {
    const top = topOf(place, groups, sizes);
    expect(rowsBetween(top, top + 1, groups, sizes)).toEqual({ from: place, to: place + 1 });
  }
});

test("scrolling goes no further than it must, and not under the head that sticks", () => {
  expect(scrollTo(0, 400, 300, groups, sizes)).toBe(0);
  expect(scrollTo(10, 560, 300, groups, sizes)).toBe(topOf(10, groups, sizes) - 30);
  expect(scrollTo(10, 500, 300, groups, sizes)).toBe(500);
  expect(scrollTo(20, 500, 300, groups, sizes)).toBe(topOf(21, groups, sizes) - 300);
  expect(scrollTo(5, 0, 300, [], sizes)).toBe(0);
});
