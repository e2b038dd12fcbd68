// What a document states for its fields: where the value of a field was read, what else is stated, and the rule that a
// correction teaches for the pages of a site.

import type {
  FieldCandidate,
  FieldCue,
  ImportPreview,
  RecordField,
  RuleSaid,
  StatedField,
} from "../../api/bindings";
import { say } from "../../i18n/say.svelte";

const STATED: Partial<Record<RecordField, StatedField>> = {
  title: "headline",
  deck: "deck",
  authors: "authors",
  section: "section",
  published: "published",
  outlet: "outlet",
  url: "canonical_url",
  language: "language",
};

const CHOSEN_FIRST: Record<FieldCandidate["verdict"], number> = {
  chosen: 0,
  agrees: 1,
  less_trusted: 2,
  another_date: 3,
  no_person: 4,
  implausible: 5,
  placeholder: 6,
};

/** What the document states for `field`: the chosen value first, then what was trusted less. Equal lines stand once. */
export function candidatesOf(preview: ImportPreview | null, field: RecordField): FieldCandidate[] {
  const stated = STATED[field];
  const seen = new Set<string>();
  return (preview?.candidates ?? [])
    .filter((candidate) => candidate.field === stated)
    .sort((one, other) => CHOSEN_FIRST[one.verdict] - CHOSEN_FIRST[other.verdict])
    .filter(({ value, cue }) => {
      const key = `${cue} ${value}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** What the value of `field` was read from; nothing where the format states no more than it prints. */
export function cueOf(preview: ImportPreview | null, field: RecordField): FieldCue | undefined {
  return candidatesOf(preview, field).find(({ verdict }) => verdict === "chosen")?.cue;
}

/** A cue in a few words: "page data (JSON-LD)". */
export function cueWords(cue: FieldCue): string {
  return say(`import-cue-${cue.replaceAll("_", "-")}`);
}

/** Whether a rule that was taught set `field`. */
export function ruled(preview: ImportPreview | null, field: RecordField): boolean {
  const stated = STATED[field];
  return (preview?.followed ?? []).some(({ rule }) => rule.rule !== "without_line" && rule.field === stated);
}

/** Fields that are the same on every page of a site. */
const CONSTANT: readonly RecordField[] = ["outlet", "section", "language"];

/** The rule that making `value` the value of `field` teaches, if one can follow it on another page. */
export function ruleOf(
  preview: ImportPreview | null,
  field: RecordField,
  value: string,
  cue: FieldCue | undefined,
): RuleSaid | undefined {
  const stated = STATED[field];
  if (stated === undefined || (preview?.site ?? null) === null || field === "url") return undefined;
  const from = cue ?? candidatesOf(preview, field).find((candidate) => candidate.value === value)?.cue;
  if (value === "") return field === "title" ? undefined : { rule: "never", field: stated };
  if (from !== undefined) return { rule: "from_cue", field: stated, cue: from };
  return CONSTANT.includes(field) ? { rule: "always", field: stated, value } : undefined;
}
