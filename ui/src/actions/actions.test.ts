import { expect, test } from "vitest";

import { known } from "../i18n/say.svelte";
import { isModal, SCOPES, type Action } from "./action";
import { Keyboard, keysOf } from "./keyboard";
import { caps, fits, strokes, written, type Press } from "./keys";
import { ACTIONS } from "./table";

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  code: "",
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});
const first = (keys: string) => {
  const [stroke] = strokes(keys);
  if (stroke === undefined) throw new Error("a key has a stroke");
  return stroke;
};
const act = (id: string, ...keys: string[]): Action => ({ id, title: id, keys, scope: "everywhere" });

test.each([
  ["j", press("j", { code: "KeyJ" }), true],
  ["j", press("J", { code: "KeyJ", shiftKey: true }), false],
  ["j", press("j", { ctrlKey: true }), false],
  ["Shift+N", press("N", { code: "KeyN", shiftKey: true }), true],
  ["Mod+K", press("k", { ctrlKey: true }), true],
  ["Mod+Shift+Z", press("Z", { ctrlKey: true, shiftKey: true }), true],
  ["F6", press("F6"), true],
  ["F6", press("F6", { shiftKey: true }), false],
  ["?", press("?", { shiftKey: true, code: "Slash" }), true],
  // On a German keyboard the sign needs another place, on a French one no Shift.
  ["?", press("?", { shiftKey: true, code: "Minus" }), true],
  ["/", press("/", { shiftKey: true, code: "Digit7" }), true],
  // AZERTY prints & on the place of 1.
  ["1", press("&", { code: "Digit1" }), true],
  ["]", press("$", { code: "BracketRight" }), true],
  ["Shift+]", press("}", { code: "BracketRight", shiftKey: true }), true],
  // Dvorak: j is where it prints.
  ["j", press("j", { code: "KeyC" }), true],
  ["j", press("h", { code: "KeyJ" }), false],
  // A Cyrillic layout has no j: its place stands in.
  ["j", press("о", { code: "KeyJ" }), true],
  ["é", press("é", { code: "Digit2" }), true],
])("%s and the press %o: %s", (keys, pressed, expected) => {
  expect(fits(pressed, first(keys))).toBe(expected);
});

test("a sequence runs when it is whole, in time, and only then", () => {
  const go: [Action, string[]][] = [
    [act("inbox", "g i"), ["g i"]],
    [act("star", "s"), ["s"]],
  ];
  const keyboard = new Keyboard();
  expect(keyboard.follow(press("g"), 0, go)).toBe("pending");
  expect(keyboard.follow(press("i"), 100, go)).toMatchObject({ id: "inbox" });
  expect(keyboard.follow(press("i"), 200, go)).toBeNull();
  keyboard.follow(press("g"), 300, go);
  expect(keyboard.follow(press("s"), 400, go), "a mistyped sequence does nothing").toBe("missed");
  expect(keyboard.follow(press("s"), 450, go)).toMatchObject({ id: "star" });
  keyboard.follow(press("g"), 500, go);
  expect(keyboard.follow(press("i"), 9000, go), "too late").toBeNull();
});

test("single keys can be held back behind Ctrl+Alt or turned off; a remapped key takes the place of all", () => {
  const archive = act("archive", "e", "Mod+E");
  const settings = { single_keys: "on", keys: {} } as const;
  expect(keysOf(archive, settings)).toEqual(["e", "Mod+E"]);
  expect(keysOf(archive, { ...settings, single_keys: "off" })).toEqual(["Mod+E"]);
  expect(keysOf(archive, { ...settings, single_keys: "with_modifier" })).toEqual(["Mod+Alt+e", "Mod+E"]);
  expect(keysOf(archive, { ...settings, keys: { archive: "y" } })).toEqual(["y"]);
  expect(keysOf(archive, { ...settings, keys: { archive: "" } })).toEqual([]);
});

test("a press reads back as it is written", () => {
  expect(written(press("z", { ctrlKey: true, code: "KeyZ" }))).toBe("Mod+Z");
  expect(written(press("N", { shiftKey: true, code: "KeyN" }))).toBe("Shift+N");
  expect(written(press("?", { shiftKey: true, code: "Slash" }))).toBe("?");
  expect(written(press("F7"))).toBe("F7");
  expect(written(press("Shift", { shiftKey: true }))).toBeNull();
});

test("keys are shown as caps", () => {
  expect(caps("Mod+Shift+Z")).toEqual(["Ctrl ⇧ Z"]);
  expect(caps("g i")).toEqual(["g", "i"]);
  expect(caps("Shift+N")).toEqual(["N"]);
  expect(caps("Enter")).toEqual(["↵"]);
  expect(caps("Mod++")).toEqual(["Ctrl +"]);
});

test("no key means two things at once", () => {
  const clashes = ACTIONS.flatMap((one, n) =>
    ACTIONS.slice(n + 1)
      .filter((other) => meet(one, other))
      .flatMap((other) =>
        one.keys.flatMap((key) =>
          other.keys.filter((theirs) => `${theirs} `.startsWith(`${key} `) || `${key} `.startsWith(`${theirs} `)).map((theirs) => `${one.id} ${key} – ${other.id} ${theirs}`),
        ),
      ),
  );
  expect(clashes).toEqual([]);
});

// Whether two actions can be live together. A screen's own scope may take a key of everywhere only when it says so by being modal.
function meet(one: Action, other: Action): boolean {
  if (isModal(one.scope) !== isModal(other.scope)) return false;
  return one.scope === other.scope || one.scope === "everywhere" || other.scope === "everywhere";
}

test("every action has a name, a known scope and an identity of its own", () => {
  expect(new Set(ACTIONS.map((action) => action.id)).size).toBe(ACTIONS.length);
  for (const action of ACTIONS) {
    expect(known(action.title), action.title).toBe(true);
    if (action.hintTitle !== undefined) expect(known(action.hintTitle), action.hintTitle).toBe(true);
    expect(SCOPES.map((scope) => scope.id)).toContain(action.scope);
  }
});
