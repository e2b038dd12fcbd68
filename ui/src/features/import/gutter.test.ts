import { expect, test } from "vitest";

import type { Became, Part } from "../../api/bindings";
import { fieldsOf, gutter, isPiece, reason, removedIn, rowOf } from "./gutter";

const became = (part: Part, number: number | null = null): Became => ({ part, number });
const row = (...parts: Became[]) => ({ line: 1, text: "", became: parts });

test.each([
  [[became("section"), became("published")], "Section, date"],
  [[became("dateline"), became("paragraph", 1)], "Dateline, ¶1"],
  [[became("related", 1), became("related", 2), became("related", 3)], "Related 1–3"],
  [[became("key_point", 2)], "Key point 2"],
  [[became("removed", 0)], "Duplicate"],
  [[became("removed", 1), became("removed", 2)], "Menu"],
  [[], "Not used"],
])("%o is called %s", (parts, words) => {
  const left = (["repeated_headline", "navigation", "navigation"] as const).map((because) => ({ text: "", because }));
  expect(gutter(parts, left)).toBe(words);
});

test("a field leads to its line and a line to its fields", () => {
  const rows = [row(became("section"), became("published")), row(became("title")), row(became("removed", 0))];
  expect(rowOf(rows, "published")).toBe(0);
  expect(rowOf(rows, "title")).toBe(1);
  expect(rowOf(rows, "deck")).toBe(-1);
  expect(fieldsOf(rows[0])).toEqual(["section", "published"]);
  expect(removedIn(rows[2])).toBe(0);
  expect(removedIn(rows[1])).toBeUndefined();
});

test("paragraphs can be left out, a title can't", () => {
  expect(isPiece(row(became("dateline"), became("paragraph", 1)))).toBe(true);
  expect(isPiece(row(became("title")))).toBe(false);
  expect(isPiece(row())).toBe(false);
});

test("what the parser is not sure of says why", () => {
  expect(reason(["related_from_one_line"], "related")).toBe("parted by their dates, please check");
  expect(reason(["related_from_one_line"], "title")).toBeUndefined();
});
