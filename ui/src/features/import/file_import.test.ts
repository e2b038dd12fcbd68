import { expect, test } from "vitest";

import type { ImportedFile, ImportProgress } from "../../api/bindings";
import { outcomeLine, pressingFirst, progressLine, tenth } from "./file_import.svelte";

const progress = (over: Partial<ImportProgress>): ImportProgress => ({
  state: "running",
  done: 312,
  total: 1000,
  imported: 300,
  new_versions: 0,
  duplicates: 0,
  failed: 0,
  need_a_look: 0,
  per_second: 41.2,
  files: [],
  ...over,
});

test.each([
  [progress({ need_a_look: 2 }), "Importing 312 of 1,000 · 41 a second · 2 need a look"],
  [progress({ state: "paused", failed: 1 }), "Paused at 312 of 1,000 · 1 failed"],
  [progress({ per_second: null }), "Importing 312 of 1,000"],
])("the status bar says how far it is", (said, words) => {
  expect(progressLine(said)).toBe(words);
});

test("what it came to counts each kind once", () => {
  expect(outcomeLine(progress({ duplicates: 3, failed: 1 }))).toBe("300 imported · 3 were there already · 1 failed");
});

test("a tenth is whole", () => {
  expect([tenth({ done: 0, total: 0 }), tenth({ done: 199, total: 1000 }), tenth({ done: 200, total: 1000 })]).toEqual([0, 1, 2]);
});

test("what failed comes first, then what needs a look, each in its order", () => {
  const file = (path: string, outcome: ImportedFile["outcome"], doubts: ImportedFile["doubts"] = []): ImportedFile => ({
    path,
    outcome,
    doubts,
    article: null,
    version: null,
    headline: null,
    problem: null,
  });
  const files = [file("a", "imported"), file("b", "imported", ["no_date"]), file("c", "failed"), file("d", "duplicate"), file("e", "failed")];
  expect(pressingFirst(files).map(({ path }) => path)).toEqual(["c", "e", "b", "a", "d"]);
});
