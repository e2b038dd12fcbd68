// What the pickers offer: the tags and risks that are there, by what was typed.

import { commands, type Found, type MarkChoices, type RiskToPick } from "../../api/bindings";
import { ask } from "../../api/client";

const MOST = 50;

/** How a passage bears on a risk. */
export const STANCES = ["supports", "contradicts", "context"] as const;
export type Stance = (typeof STANCES)[number];

async function choices(): Promise<MarkChoices> {
  const answer = await ask(() => commands.markChoices());
  return answer.ok ? answer.value : { tags: [], risks: [] };
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

/** Those whose words begin with what was typed come first. */
export function ranked<T>(all: readonly T[], words: (item: T) => string, query: string): T[] {
  const wanted = fold(query.replace(/^[#>]/, ""));
  const at = (item: T): number => fold(words(item)).indexOf(wanted);
  const rank = (item: T): number => (at(item) === 0 ? 0 : /[\s/-]/.test(words(item).charAt(at(item) - 1)) ? 1 : 2);
  return all
    .filter((item) => at(item) >= 0)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST);
}

export async function tagsFor(query: string): Promise<string[]> {
  return ranked((await choices()).tags, (tag) => tag, query);
}

export async function risksFor(query: string): Promise<RiskToPick[]> {
  return ranked((await choices()).risks, (risk) => `${risk.number} ${risk.title}`, query);
}

/** Other articles than `article`, by their titles. */
export async function articlesFor(query: string, article: string): Promise<Found[]> {
  const answer = await ask(() => commands.find(query, ["article"], MOST));
  return answer.ok ? answer.value.filter(({ uid }) => uid !== article) : [];
}
