// All actions, joined from the areas, a line each.

import type { Action } from "./action";
import { briefs } from "./areas/briefs";
import { everywhere } from "./areas/everywhere";
import { importing } from "./areas/import";
import { reader } from "./areas/reader";
import { risks } from "./areas/risks";
import { search } from "./areas/search";
import { tags } from "./areas/tags";
import { risks } from "./areas/risks";

/** Every action of the window, in the order of the sheet. */
export const ACTIONS: readonly Action[] = [...everywhere, ...risks, ...search, ...tags];
export const ACTIONS: readonly Action[] = [...everywhere, ...risks];
import { reader } from "./areas/reader";

/** Every action of the window, in the order of the sheet. */
export const ACTIONS: readonly Action[] = [...everywhere, ...reader];
import { reader } from "./areas/reader";
import { risks } from "./areas/risks";
import { list } from "./areas/list";

/** Every action of the window, in the order of the sheet. */
export const ACTIONS: readonly Action[] = [
  ...everywhere,
  ...importing,
  ...reader,
  ...risks,
  ...briefs,
  ...search,
  ...tags,
  ...list,
];

const byId = new Map(ACTIONS.map((action) => [action.id, action]));

/** The action with this identity. */
export function action(id: string): Action | undefined {
  return byId.get(id);
}
