import { expect, test } from "vitest";

import { fits, leaves } from "./triage";

test("articles leave the list of the place that they leave", () => {
  expect(leaves("archive", "inbox")).toBe(true);
  expect(leaves("inbox", "archive")).toBe(true);
  expect(leaves("trash", "all")).toBe(true);
  expect(leaves("restore", "trash")).toBe(true);
});

test("what only marks them leaves them where they are, and so does moving within the whole library", () => {
  expect(leaves("star", "inbox")).toBe(false);
  expect(leaves("read", "later")).toBe(false);
  expect(leaves("archive", "all")).toBe(false);
});

test("a list offers what changes something in it; the trash offers the way back and nothing else", () => {
  expect(fits("inbox", "inbox")).toBe(false);
  expect(fits("archive", "archive")).toBe(false);
  expect(fits("archive", "all")).toBe(true);
  expect(fits("restore", "inbox")).toBe(false);
  expect(fits("restore", "trash")).toBe(true);
  expect(fits("star", "trash")).toBe(false);
});
