import { expect, test } from "vitest";

import type { RuleSaid } from "../../api/bindings";
import { ruleWords } from "./rules";

test.each<[RuleSaid, string]>([
  [{ rule: "from_cue", field: "headline", cue: "json_ld" }, "Title from: page data (JSON-LD)"],
  [{ rule: "always", field: "outlet", value: "The Strait Post" }, "Outlet is always “The Strait Post”"],
  [{ rule: "never", field: "authors" }, "Author stays empty"],
  [{ rule: "without_line", line: "Read also" }, "Without the line “Read also”"],
])("%o reads %s", (rule, words) => {
  // Fluent sets what is filled in apart for the direction of writing.
  expect(ruleWords(rule).replace(/[\u2068\u2069]/g, "")).toBe(words);
});
