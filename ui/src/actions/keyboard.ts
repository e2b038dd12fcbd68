// From a key press to an action.
//
// A press belongs first to the element that has the focus: what handled it prevents its default and it ends there. Single keys
// never act in text fields, and no key acts while an input method composes.

import type { Action } from "./action";
import { fits, isCharacter, isSingle, strokes, type Press, type Stroke } from "./keys";

/** What the settings say about keys. */
export interface KeySettings {
  readonly single_keys: "on" | "with_modifier" | "off";
  /** Action id to its remapped key; an empty one takes the key away. */
  readonly keys: Readonly<Record<string, string>>;
}

/** The keys of an action after remapping, and after the setting about single keys. */
export function keysOf(action: Action, settings: KeySettings): readonly string[] {
  const own = settings.keys[action.id];
  const keys = own === undefined ? action.keys : own === "" ? [] : [own];
  switch (settings.single_keys) {
    case "on":
      return keys;
    case "off":
      return keys.filter((key) => !isCharacter(key));
    case "with_modifier":
      // A sequence holds the modifiers with its first stroke only.
      return keys.map((key) => (isCharacter(key) ? `Mod+Alt+${key}` : key));
  }
}

// How long the second stroke of a sequence may take, ms. The status bar shows that one has begun.
const PATIENCE = 2500;

/** Follows presses and says which action they are. */
export class Keyboard {
  /** The strokes of a sequence that has begun, as written. */
  pending: Press[] = [];
  #since = 0;

  /** The action that `press` completes, "pending" when it began or went on with a sequence, "missed" when it ended one that means
   * nothing, else null. `candidates` are the live actions with their keys. */
  follow(press: Press, at: number, candidates: Iterable<readonly [Action, readonly string[]]>): Action | "pending" | "missed" | null {
    if (at - this.#since > PATIENCE) this.pending = [];
    const pressed = [...this.pending, press];
    const began = this.pending.length > 0;
    this.pending = [];
    let pending = false;
    for (const [action, keys] of candidates) {
      for (const key of keys) {
        const wanted = strokes(key);
        if (!begins(wanted, pressed)) continue;
        if (wanted.length === pressed.length) return action;
        pending = true;
      }
    }
    if (pending) {
      this.pending = pressed;
      this.#since = at;
      return "pending";
    }
    // Taken, not done: whoever mistypes `g l` doesn't want what `l` does.
    return began ? "missed" : null;
  }
}

function begins(wanted: readonly Stroke[], pressed: readonly Press[]): boolean {
  return pressed.length <= wanted.length && pressed.every((press, n) => wanted[n] !== undefined && fits(press, wanted[n]));
}

const FIELDS = "input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select, [contenteditable=true], [contenteditable='']";
const OPERATED = "button, a[href], summary, [role=button], [role=tab], [role=menuitem], [role=switch], [role=checkbox], [role=radio], input[type=checkbox], input[type=radio]";

// What a text field does itself with Mod held.
const FIELD_KEYS = new Set(["c", "x", "v", "a", "z", "y", "b", "i"]);

/** Whether a press that happened in `path` (innermost first) may reach `action` at all. */
export function reaches(press: Press, path: readonly EventTarget[], action: Action, key: string): boolean {
  const inside = path.find((target): target is Element => target instanceof Element);
  if (inside?.matches(FIELDS)) {
    if (action.inFields) return true;
    if (isSingle(key)) return false;
    return !((press.ctrlKey || press.metaKey) && !press.altKey && FIELD_KEYS.has(press.key.toLowerCase()));
  }
  // A button's own keys press the button.
  return !((press.key === "Enter" || press.key === " ") && !press.ctrlKey && !press.metaKey && inside?.closest(OPERATED));
}
