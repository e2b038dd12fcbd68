import { expect, test } from "vitest";

import { ranked, read } from "./palette";

test.each([
  ["arch", "all", "arch"],
  ["> arch", "actions", "arch"],
  ["#ener", "tags", "ener"],
  ["!4", "risks", "4"],
  ["", "all", ""],
])("%s narrows to %s and looks for %s", (typed, narrowed, query) => {
  expect(read(typed)).toEqual({ narrowed, query });
});

const names = ["Archive", "Go to Inbox", "Go to Risks", "Highlight as risk", "Élargir le texte"];
const found = (query: string) => ranked(names, (name) => name, query).map(({ item }) => item);

test("names are found by the beginnings of their words and in any case", () => {
  expect(found("arch")).toEqual(["Archive"]);
  expect(found("ris")).toEqual(expect.arrayContaining(["Go to Risks", "Highlight as risk"]));
  expect(found("go ri")).toEqual(["Go to Risks"]);
  expect(found("elarg")).toEqual(["Élargir le texte"]);
  expect(found("zzz")).toEqual([]);
});

test("nothing typed offers everything in order", () => {
  expect(found("")).toEqual(names);
});

test("the parts of a name make up the name, and what was typed is marked", () => {
  const [first] = ranked(names, (name) => name, "arch");
  expect(first?.parts.map((part) => part.text).join("")).toBe("Archive");
  expect(first?.parts.find((part) => part.hit)?.text).toBe("Arch");
});
