import { expect, test } from "vitest";

import { caps, capsText, spokenKeys } from "./caps";

test("each stroke of a sequence gets a cap of its own, a chord stays on one", () => {
  expect(caps("g i")).toEqual(["g", "i"]);
  expect(caps("Mod+Shift+Enter")).toEqual(["Ctrl ⇧ ↵"]);
  expect(caps("Mod++")).toEqual(["Ctrl +"]);
  expect(capsText("Mod+K")).toBe("Ctrl K");
});

test("a screen reader is told chords and no sequences", () => {
  expect(spokenKeys("Mod+K")).toBe("Control+K");
  expect(spokenKeys("g i")).toBeUndefined();
});
