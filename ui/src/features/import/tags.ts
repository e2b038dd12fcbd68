// Tags to offer in the tag fields of the sheet.

import { commands } from "../../api/bindings";
import { ask } from "../../api/client";

/** Tags offered at once. */
const OFFERED = 8;

/** The tags that `query` stands in, those used most first. */
export async function tagsLike(query: string): Promise<string[]> {
  const answer = await ask(() => commands.listTags());
  const wanted = query.toLocaleLowerCase().replace(/^#/, "").trim();
  return (answer.ok ? answer.value : [])
    .filter(({ path }) => path.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => b.articles + b.annotations - (a.articles + a.annotations))
    .slice(0, OFFERED)
    .map(({ path }) => path);
}
