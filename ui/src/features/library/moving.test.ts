import { expect, test } from "vitest";

import { moved } from "./moving";

const press = (key: string, held: Partial<Record<"ctrlKey" | "altKey" | "metaKey", boolean>> = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});

test.each([
  ["ArrowDown", 3, 4],
  ["j", 3, 4],
  ["ArrowUp", 3, 2],
  ["k", 3, 2],
  ["PageDown", 3, 8],
  ["PageUp", 8, 3],
  ["Home", 3, 0],
  ["End", 3, 9],
])("%s leads from row %i to row %i", (key, at, to) => {
  expect(moved(press(key), at, 10, 5)).toBe(to);
});

test("no key leads out of the list", () => {
  expect(moved(press("ArrowUp"), 0, 10, 5)).toBe(0);
  expect(moved(press("ArrowDown"), 9, 10, 5)).toBe(9);
  expect(moved(press("PageDown"), 7, 10, 5)).toBe(9);
  expect(moved(press("PageUp"), 2, 10, 5)).toBe(0);
});

test("page keys move even before the height of a page is known", () => {
  expect(moved(press("PageDown"), 3, 10, 0)).toBe(4);
});

test("other keys, and keys held with a modifier, are left to others", () => {
  expect(moved(press("x"), 3, 10, 5)).toBeNull();
  expect(moved(press("J"), 3, 10, 5)).toBeNull();
  expect(moved(press("j", { ctrlKey: true }), 3, 10, 5)).toBeNull();
  expect(moved(press("ArrowDown", { altKey: true }), 3, 10, 5)).toBeNull();
  expect(moved(press("k", { metaKey: true }), 3, 10, 5)).toBeNull();
});

test("an empty list has nowhere to go", () => {
  expect(moved(press("End"), 0, 0, 5)).toBeNull();
});
