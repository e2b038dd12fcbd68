import { expect, test } from "vitest";

import type { Found, FoundSort, SearchResults } from "../../api/bindings";
import { destination } from "../../found";
import { beside, groups } from "./rows";

function found(sort: FoundSort, more: Partial<Found> = {}): Found {
  return {
    sort,
    uid: "u",
    article: null,
    title: "T",
    in_title: null,
    passage: null,
    locator: null,
    start: null,
    end: null,
    kind: null,
    number: null,
    rating: null,
    source: null,
    date: null,
    count: null,
    ...more,
  };
}

const counts = { all: 9, articles: 4, passages: 3, more_passages: false, notes: 1, risks: 1, briefs: 0 };

test("what was found stands sort by sort, each with how much there is of it", () => {
  const results: SearchResults = {
    found: [found("article"), found("article"), found("passage"), found("risk")],
    counts,
    next: null,
    way_out: null,
  };
  expect(groups(results).map(({ sort, count, from, found: rows }) => [sort, count, from, rows.length])).toEqual([
    ["article", 4, 0, 2],
    ["passage", 3, 2, 1],
    ["risk", 1, 3, 1],
  ]);
});

test("a passage opens where it stands, a note with its card", () => {
  const at = { article: "a", start: 4, end: 9 };
  expect(destination(found("passage", at))).toEqual({ screen: "article", article: "a", start: 4, end: 9 });
  expect(destination(found("note", at))).toEqual({ screen: "article", article: "a", annotation: "u", start: 4, end: 9 });
  expect(destination(found("note", { article: "a" }))).toEqual({ screen: "article", article: "a", annotation: "u" });
});

test("tabs go round", () => {
  expect(beside("brief", 1)).toBe("all");
  expect(beside("all", -1)).toBe("brief");
});
