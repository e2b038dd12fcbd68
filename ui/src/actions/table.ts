// All actions, joined from the areas, a line each.

import type { Action } from "./action";
import { briefs } from "./areas/briefs";
import { everywhere } from "./areas/everywhere";
import { importing } from "./areas/import";
import { list } from "./areas/list";
import { reader } from "./areas/reader";
import { risks } from "./areas/risks";
import { search } from "./areas/search";
import { tags } from "./areas/tags";

/** Every action of the window, in the order of the sheet. */
export const ACTIONS: readonly Action[] = [
  ...everywhere,
  ...importing,
  ...list,
  ...reader,
  ...risks,
  ...briefs,
  ...search,
  ...tags,
];

const byId = new Map(ACTIONS.map((action) => [action.id, action]));

/** The action with this identity. */
export function action(id: string): Action | undefined {
  return byId.get(id);
}
