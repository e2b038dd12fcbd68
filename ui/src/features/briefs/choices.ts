// What the composer's picker offers: passages to cite, risks of the register, kinds of blocks.

import { commands } from "../../api/bindings";
import { ask } from "../../api/client";
import { say } from "../../i18n/say.svelte";
import type { Kind } from "../../kit/meanings";
import { isSection, SECTIONS } from "./order";

/** What is picked: a passage for the current block, a risk or a passage that becomes a block, or what kind of block to begin. */
export type Sort = "cite" | "risk" | "evidence" | "block";

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly kind?: Kind;
}

const fits = (query: string) => (choice: Choice) => `${choice.label} ${choice.hint}`.toLowerCase().includes(query.trim().toLowerCase());

/** What there is of a sort that fits what was typed. */
export async function choicesFor(sort: Sort, brief: string, query: string): Promise<Choice[]> {
  if (sort === "block") return blocks().filter(fits(query));
  return sort === "risk" ? (await risks()).filter(fits(query)) : passages(brief, query);
}

async function passages(brief: string, query: string): Promise<Choice[]> {
  const answer = await ask(() => commands.evidenceTray(brief, { kind: null, new_only: false, words: query.trim() === "" ? null : query, after: null }));
  if (!answer.ok) return [];
  const once = new Map(answer.value.rows.map((row) => [row.uid, row]));
  return [...once.values()].map((row) => ({ id: row.uid, label: row.quote, hint: `${row.source} ${row.locator}`, kind: row.kind as Kind }));
}

async function risks(): Promise<Choice[]> {
  const answer = await ask(() => commands.listRisks());
  return answer.ok ? answer.value.map((risk) => ({ id: risk.uid, label: risk.title, hint: risk.number })) : [];
}

function blocks(): Choice[] {
  const parts = ["judgements", "discussion", "bluf", "risks", "evidence", ...SECTIONS.filter((part) => part !== "discussion")];
  return parts.map((id) => ({
    id,
    label: say(`composer-part-${id.replace("_", "-")}`),
    hint: say(isSection(id) ? "composer-kind-paragraph" : `composer-kind-${id}`),
  }));
}
