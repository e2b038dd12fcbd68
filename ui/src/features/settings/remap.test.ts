import { expect, test } from "vitest";

import type { Action } from "../../actions/action";
import { conflicts, remapped, without } from "./remap";

const action = (id: string, scope: Action["scope"], ...keys: string[]): Action => ({ id, title: id, keys, scope });
const HIGHLIGHT = action("reader.highlight", "reader", "h");
const ACTIONS = [
  HIGHLIGHT,
  action("reader.note", "reader", "n"),
  action("list.archive", "list", "e"),
  action("import.save", "import", "n"),
  action("go.inbox", "everywhere", "g i", "Mod+1"),
];
const taken = (key: string, keys: Record<string, string> = {}, single_keys: "on" | "off" = "on") =>
  conflicts(HIGHLIGHT, key, ACTIONS, { keys, single_keys }).map((other) => other.id);

test("a key is taken by what is live on the same screen or everywhere, and by nothing else", () => {
  expect(taken("n")).toEqual(["reader.note"]);
  expect(taken("e")).toEqual([]);
  expect(taken("Mod+1")).toEqual(["go.inbox"]);
  expect(taken("h")).toEqual([]);
});

test("a key that begins a sequence takes the sequence away", () => {
  expect(taken("g")).toEqual(["go.inbox"]);
  expect(taken("i")).toEqual([]);
});

test("keys that were given away or turned off are free", () => {
  expect(taken("n", { "reader.note": "m" })).toEqual([]);
  expect(taken("m", { "reader.note": "m" })).toEqual(["reader.note"]);
  expect(taken("n", {}, "off")).toEqual([]);
});

test("only what differs from the usual keys is remembered", () => {
  const note = ACTIONS[1] as Action;
  const own = remapped({}, HIGHLIGHT, "n", [note]);
  expect(own).toEqual({ "reader.highlight": "n", "reader.note": "" });
  expect(remapped(own, HIGHLIGHT, "h", [])).toEqual({ "reader.note": "" });
  expect(without(own, "reader.note")).toEqual({ "reader.highlight": "n" });
});
