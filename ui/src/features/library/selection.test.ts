import { expect, test } from "vitest";

import { Selection } from "./selection.svelte";

const row = (place: number) => ({ uid: `a${String(place)}`, place });
const picked = (selection: Selection) => [...selection.uids].sort().join(" ");

test("an article is picked and unpicked by the same key", () => {
  const selection = new Selection();
  selection.toggle("a1", 1);
  selection.toggle("a2", 2);
  selection.toggle("a1", 1);
  expect(picked(selection)).toBe("a2");
});

test("extending picks both ends, and going back unpicks", () => {
  const selection = new Selection();
  selection.step(row(3), row(4));
  selection.step(row(4), row(5));
  expect(picked(selection)).toBe("a3 a4 a5");
  selection.step(row(5), row(4));
  expect(picked(selection)).toBe("a3 a4");
  selection.step(row(4), row(3));
  selection.step(row(3), row(2));
  expect(picked(selection)).toBe("a2 a3");
});

test("what was picked before stays picked while others are extended over", () => {
  const selection = new Selection();
  selection.toggle("a9", 9);
  selection.toggle("a3", 3);
  selection.step(row(3), row(4));
  expect(picked(selection)).toBe("a3 a4 a9");
});

test("all can be picked, and unpicked", () => {
  const selection = new Selection();
  selection.add(["a1", "a2"]);
  expect(selection.size).toBe(2);
  selection.clear();
  expect(selection.size).toBe(0);
});
