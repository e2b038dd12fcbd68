import { expect, test } from "vitest";

import { step, TypeAhead } from "./menu";

test("arrows go round, Home and End go to the ends, other keys lead nowhere", () => {
  expect(step("ArrowDown", -1, 3)).toBe(0);
  expect(step("ArrowDown", 2, 3)).toBe(0);
  expect(step("ArrowUp", 0, 3)).toBe(2);
  expect(step("ArrowUp", -1, 3)).toBe(2);
  expect(step("End", 0, 3)).toBe(2);
  expect(step("x", 0, 3)).toBeUndefined();
  expect(step("ArrowDown", 0, 0)).toBeUndefined();
});

test("typing goes to the label that begins so; after a pause a new word begins", () => {
  const labels = ["Archive", "Article text", "Bin", "Add tag"];
  const ahead = new TypeAhead();
  expect(ahead.find("a", 0, labels, 0)).toBe(1);
  expect(ahead.find("d", 100, labels, 1)).toBe(3);
  expect(ahead.find("b", 2000, labels, 3)).toBe(2);
  expect(ahead.find("x", 2100, labels, 2)).toBeUndefined();
  expect(ahead.find("a", 2200, labels, 2)).toBe(3);
  expect(ahead.find("Enter", 2300, labels, 2)).toBeUndefined();
});

test("the same letter again goes to the next label with it", () => {
  const labels = ["Archive", "Article text", "Bin", "Add tag"];
  const ahead = new TypeAhead();
  expect(ahead.find("a", 0, labels, -1)).toBe(0);
  expect(ahead.find("a", 100, labels, 0)).toBe(1);
  expect(ahead.find("a", 200, labels, 1)).toBe(3);
  expect(ahead.find("a", 300, labels, 3)).toBe(0);
});
