import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { say } from "./say.svelte";

test("places are filled in and plurals agree", () => {
  expect(say("window-annotations", { count: 1 })).toBe("1 annotation");
  expect(say("window-annotations", { count: 2 })).toBe("2 annotations");
});

test("a missing message shows as its id", () => {
  expect(say("window-no-such-message")).toBe("window-no-such-message");
});

test("every message that the window names exists", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(svelte|ts)$/.test(file) && !file.endsWith(".test.ts"))
    .map((file) => readFileSync(join("src", file), "utf8"));
  const named = new Set(sources.flatMap((source) => source.match(/(?<=")window-[a-z-]+(?=")/g) ?? []));
  expect(named.size).toBeGreaterThan(10);
  expect([...named].filter((id) => say(id, { at: 1, total: 1, count: 1, first: "", second: "", others: 2 }) === id)).toEqual([]);
});
