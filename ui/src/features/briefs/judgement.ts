// What a judgement needs, and the likelihood that its words name.

import type { RiskMatrix } from "../../api/bindings";
import type { JudgementDraft } from "./composer.svelte";

/** Judgements that lack something yet, by brief, while the window lives: going elsewhere for evidence loses no words. */
export const unfinished = new Map<string, JudgementDraft>();

export const NO_JUDGEMENT: JudgementDraft = { text: "", likelihood: "", confidence: "", basis: "" };

/** A term of the likelihood scale. */
export interface Term {
  readonly id: string;
  readonly label: string;
  readonly low: number;
  readonly high: number;
}

/** The terms of the scale from the least likely, each once. */
export function termsOf(matrix: RiskMatrix): Term[] {
  const all = matrix.rows.flatMap((row) => row.terms);
  const byId = new Map(all.map(({ id, label, low, high }) => [id, { id, label, low: low ?? 0, high: high ?? 100 }]));
  return [...byId.values()].sort((a, b) => a.low - b.low);
}

/** The term that the words name first: the longest that fits, so that "very unlikely" is not "unlikely". */
export function termIn(words: string, terms: readonly Term[]): string | undefined {
  const plain = words.toLowerCase().replaceAll(/[*_]/g, "");
  const longest = [...terms].sort((a, b) => b.label.length - a.label.length);
  const pattern = new RegExp(`\\b(?:${longest.map((term) => term.label.toLowerCase()).join("|")})\\b`, "u");
  const found = longest.length > 0 ? pattern.exec(plain)?.[0] : undefined;
  return terms.find((term) => term.label.toLowerCase() === found)?.id;
}

/** Whether a draft holds words that would be a loss. */
export function isBegun(draft: JudgementDraft): boolean {
  return draft.text.trim() !== "" || draft.basis.trim() !== "";
}

/** The message that says what a judgement lacks; nothing when it has all its parts. */
export function lacking(draft: JudgementDraft, fresh: boolean): string | undefined {
  if (fresh && draft.text.trim() === "") return "composer-lacks-words";
  if (draft.likelihood === "") return "composer-lacks-likelihood";
  if (draft.confidence === "") return "composer-lacks-confidence";
  if (draft.basis.trim() === "") return "composer-lacks-basis";
  return undefined;
}
