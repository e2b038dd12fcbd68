// Keys of one's own: what a press would take away from whom, and what the settings remember of it.

import { isModal, type Action } from "../../actions/action";
import { keysOf, type KeySettings } from "../../actions/keyboard";
import { strokes } from "../../actions/keys";

/** Whether both could be live at once. */
function meet(one: Action, other: Action): boolean {
  if (isModal(one.scope) !== isModal(other.scope)) return false;
  return one.scope === other.scope || one.scope === "everywhere" || other.scope === "everywhere";
}

// A key also takes those away that begin with it: "g" would leave no time for "g i".
function collide(one: string, other: string): boolean {
  const [a, b] = [strokes(one), strokes(other)];
  const shared = Math.min(a.length, b.length);
  return JSON.stringify(a.slice(0, shared)) === JSON.stringify(b.slice(0, shared));
}

/** The actions that `key` means already where `wanted` would have it. */
export function conflicts(wanted: Action, key: string, actions: readonly Action[], settings: KeySettings): Action[] {
  return actions.filter(
    (other) => other.id !== wanted.id && meet(wanted, other) && keysOf(other, settings).some((held) => collide(held, key)),
  );
}

/** The remapped keys once `action` has `key`, and `robbed` have none. A key that is the action's usual one needs no mention. */
export function remapped(keys: Readonly<Record<string, string>>, action: Action, key: string, robbed: readonly Action[]): Record<string, string> {
  const next = { ...keys, [action.id]: key };
  for (const other of robbed) next[other.id] = "";
  if (action.keys.length === 1 && action.keys[0] === key) return without(next, action.id);
  return next;
}

/** The remapped keys once `id` has its usual ones again. */
export function without(keys: Readonly<Record<string, string>>, id: string): Record<string, string> {
  return Object.fromEntries(Object.entries(keys).filter(([other]) => other !== id));
}
