import { expect, test } from "vitest";

import type { TagLine } from "../../api/bindings";
import { metBy, tree } from "./tree";

function tag(path: string, articles = 1): TagLine {
  return { uid: path, path, articles, annotations: 0, used_at: null };
}

const TAGS = [tag("Energy/Gas"), tag("energy-prices"), tag("energy/gas/LNG", 0), tag("ports"), tag("Élan/crew", 0)];

function shown(words = "", unused = false): string[] {
  return tree(TAGS, words, unused).map((row) => `${"  ".repeat(row.depth)}${row.name}${row.tag ? "" : " *"}`);
}

test("what stands under a name follows it, and a name before a slash has a row of its own", () => {
  expect(shown()).toEqual(["Élan *", "  crew", "Energy *", "  Gas", "    LNG", "energy-prices", "ports"]);
});

test("a filter keeps the names that its tags stand under", () => {
  expect(shown("lng")).toEqual(["energy *", "  Gas", "    LNG"]);
  expect(shown("elan")).toEqual(["Élan *", "  crew"]);
  expect(shown("", true)).toEqual(["Élan *", "  crew", "energy *", "  Gas", "    LNG"]);
});

test("a new name that another tag has is met, in whatever case and spacing", () => {
  expect(metBy(TAGS, "ports", "#energy / gas")?.path).toBe("Energy/Gas");
  expect(metBy(TAGS, "ports", "Ports")).toBeUndefined();
  expect(metBy(TAGS, "ports", "harbours")).toBeUndefined();
});
