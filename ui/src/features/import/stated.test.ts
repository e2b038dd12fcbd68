import { expect, test } from "vitest";

import type { FieldCandidate, ImportPreview } from "../../api/bindings";
import { candidatesOf, cueOf, ruleOf } from "./stated";

const candidate = (value: string, cue: FieldCandidate["cue"], verdict: FieldCandidate["verdict"]): FieldCandidate => ({
  field: "authors",
  value,
  cue,
  verdict,
  line: null,
});

const page = {
  site: "post.example",
  followed: [],
  candidates: [
    candidate("admin", "meta_tag", "placeholder"),
    candidate("Ana Ruiz", "json_ld", "agrees"),
    candidate("Ana Ruiz", "printed", "chosen"),
    candidate("Ana Ruiz", "json_ld", "agrees"),
  ],
} as unknown as ImportPreview;

test("what is stated for a field begins with what was chosen and says nothing twice", () => {
  expect(candidatesOf(page, "authors").map(({ cue }) => cue)).toEqual(["printed", "json_ld", "meta_tag"]);
  expect(candidatesOf(page, "title")).toEqual([]);
  expect(cueOf(page, "authors")).toBe("printed");
  expect(cueOf(null, "authors")).toBeUndefined();
});

test("a correction teaches what can be followed on another page, and nothing else", () => {
  expect(ruleOf(page, "authors", "admin", undefined)).toEqual({ rule: "from_cue", field: "authors", cue: "meta_tag" });
  expect(ruleOf(page, "authors", "A. Ruiz", "json_ld")).toEqual({ rule: "from_cue", field: "authors", cue: "json_ld" });
  expect(ruleOf(page, "authors", "", undefined)).toEqual({ rule: "never", field: "authors" });
  expect(ruleOf(page, "outlet", "The Post", undefined)).toEqual({ rule: "always", field: "outlet", value: "The Post" });
  expect(ruleOf(page, "authors", "Somebody else", undefined)).toBeUndefined();
  expect(ruleOf(page, "title", "", undefined)).toBeUndefined();
  expect(ruleOf({ ...page, site: null }, "outlet", "The Post", undefined)).toBeUndefined();
});
