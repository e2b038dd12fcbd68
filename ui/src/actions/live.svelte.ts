// Which actions can be done right now: a mounted component makes its own live, and takes them along when it goes.

import { untrack } from "svelte";
import { SvelteMap } from "svelte/reactivity";

import { isModal, type Action } from "./action";
import { action } from "./table";

/** What runs an action. A promise is waited for by nobody: what fails shows itself. */
export type Run = () => unknown;

interface Handler {
  readonly run: Run;
  readonly when: () => boolean;
}

// The last component that made an action live has it; the one before gets it back.
const handlers = new SvelteMap<string, readonly Handler[]>();

/**
 * Makes the action `id` live for as long as the calling component is mounted: `run` does it, `when` says whether it makes sense
 * now. To be called while a component is set up.
 */
export function live(id: string, run: Run, when: () => boolean = () => true): void {
  const handler = { run, when };
  $effect(() => {
    // Not a reason to run again: every other action that comes or goes would be one.
    untrack(() => handlers.set(id, [...(handlers.get(id) ?? []), handler]));
    return () => {
      const rest = (handlers.get(id) ?? []).filter((other) => other !== handler);
      if (rest.length > 0) handlers.set(id, rest);
      else handlers.delete(id);
    };
  });
}

function handler(id: string): Handler | undefined {
  return handlers.get(id)?.at(-1);
}

/** Whether the action can be done now. Reactive. */
export function available(id: string): boolean {
  return handler(id)?.when() ?? false;
}

/** Does the action, if it can be done now; says whether it did. */
export function perform(id: string): boolean {
  const found = handler(id);
  if (!found?.when()) return false;
  void found.run();
  return true;
}

/** Whether a dialog holds the window: then only what belongs to dialogs is live. */
export function inDialog(): boolean {
  return document.querySelector("dialog:modal") !== null;
}

/** Whether the key of `action` counts now; `dialog` says whether a dialog holds the window. */
export function listens(action: Action, dialog: boolean): boolean {
  return isModal(action.scope) === dialog && available(action.id);
}

/** The actions that can be done now, in the order of the table. Reactive. */
export function doable(): Action[] {
  return [...handlers.keys()].flatMap((id) => action(id) ?? []).filter((found) => available(found.id));
}
