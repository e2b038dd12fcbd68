// A rule for the pages of a site, in words.

import type { RuleSaid, StatedField } from "../../api/bindings";
import { say } from "../../i18n/say.svelte";

/** What the import sheet calls the field. */
function fieldName(field: StatedField): string {
  const name = field === "headline" ? "title" : field === "canonical_url" ? "url" : field;
  return say(`import-field-${name}`);
}

export function ruleWords(rule: RuleSaid): string {
  switch (rule.rule) {
    case "from_cue":
      return say("settings-sites-from-cue", { field: fieldName(rule.field), cue: say(`import-cue-${rule.cue.replaceAll("_", "-")}`) });
    case "always":
      return say("settings-sites-always", { field: fieldName(rule.field), value: rule.value });
    case "never":
      return say("settings-sites-never", { field: fieldName(rule.field) });
    case "without_line":
      return say("settings-sites-without-line", { line: rule.line });
  }
}
