import { expect, test } from "vitest";

import { blocks, words } from "./markdown";

const plain = { strong: false, emphasis: false, code: false, link: null };

test("headings, paragraphs and the manners of text", () => {
  expect(blocks("# Reading\n\nPress `h`, or **any**\nof [the keys](keys.md)\\!")).toEqual([
    { kind: "heading", level: 1, runs: [{ ...plain, text: "Reading" }] },
    {
      kind: "paragraph",
      runs: [
        { ...plain, text: "Press " },
        { ...plain, text: "h", code: true },
        { ...plain, text: ", or " },
        { ...plain, text: "any", strong: true },
        { ...plain, text: " of " },
        { ...plain, text: "the keys", link: "keys.md" },
        { ...plain, text: "!" },
      ],
    },
  ]);
});

test("lists hold blocks, tables hold cells, a picture stands alone", () => {
  const [list, table, picture] = blocks("1. One\n2. Two\n\n| key | does |\n|---|---|\n| `e` | archives |\n\n![The inbox](../pictures/inbox.webp)\n");
  expect(list).toMatchObject({ kind: "list", ordered: true });
  expect(list && words(list)).toBe("One Two");
  expect(table).toMatchObject({ kind: "table", rows: [[[{ text: "e", code: true }], [{ text: "archives" }]]] });
  expect(picture).toEqual({ kind: "picture", source: "../pictures/inbox.webp", alt: "The inbox" });
});

test("markup in the guide stays text", () => {
  const [paragraph] = blocks("A <b>bold</b> claim");
  expect(paragraph && words(paragraph)).toBe("A <b>bold</b> claim");
});
