import { expect, test } from "vitest";

import { emphasised, paragraphs, toggled } from "./emphasis";

const plain = (text: string) => ({ text, strong: false, emphasis: false });

test("emphasis is understood as on the printed page", () => {
  expect(paragraphs("It is **very unlikely** _before_ June.")).toEqual([
    [
      plain("It is "),
      { text: "very unlikely", strong: true, emphasis: false },
      plain(" "),
      { text: "before", strong: false, emphasis: true },
      plain(" June."),
    ],
  ]);
  expect(paragraphs("**a _b_**")[0]).toEqual([
    { text: "a ", strong: true, emphasis: false },
    { text: "b", strong: true, emphasis: true },
  ]);
});

test("everything else stands for itself", () => {
  for (const text of [
    "$x$ *stars* 5 * 3 ** 2",
    "file_name_here",
    "see [1](about:blank) and `code`",
    "** not bold **",
    "****",
    "one **without an end",
  ])
    expect(paragraphs(text)).toEqual([[plain(text)]]);
});

test("an empty line parts paragraphs and ends emphasis, a line break does neither", () => {
  expect(paragraphs("one\ntwo\n\nthree\n")).toEqual([[plain("one two")], [plain("three")]]);
  expect(emphasised("**one\n\ntwo**")).toEqual([]);
  expect(emphasised("x\n\n**two**")).toEqual([{ kind: "strong", from: 3, to: 10, sign: 2 }]);
});

test("bold goes on and off again, and leaves spaces outside", () => {
  const on = toggled("very unlikely now", 5, 14, "**");
  expect(on).toEqual({ text: "very **unlikely** now", from: 7, to: 15 });
  expect(toggled(on.text, on.from, on.to, "**")).toEqual({ text: "very unlikely now", from: 5, to: 13 });
  expect(toggled("a **b** c", 2, 7, "**")).toEqual({ text: "a b c", from: 2, to: 3 });
  expect(toggled("", 0, 0, "_")).toEqual({ text: "__", from: 1, to: 1 });
});
