// What was done, in a line at the foot of the window, with a way to take it back. Also what a screen reader is told.

import { commands, type Failure } from "./api/bindings";
import { ask } from "./api/client";

/** A line at the foot of the window. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly hint?: string | undefined;
  readonly tone: "plain" | "failure";
  readonly actions: readonly { readonly label: string; readonly run: () => unknown }[];
  /** Whether it offers to undo the last step. */
  readonly undo: boolean;
  /** What that step is called, once that is known: after another step the offer would take back the wrong one. */
  readonly step?: string | null | undefined;
}

interface Options {
  readonly undo?: boolean;
  readonly actions?: Toast["actions"];
}

/** Toasts shown at once; older ones go. */
const SHOWN = 3;

let toasts = $state.raw<readonly Toast[]>([]);
let said = $state("");
let count = 0;

function add(toast: Omit<Toast, "id">): void {
  count += 1;
  // An older offer to undo would undo the newer step.
  const kept = toasts.filter((other) => !(toast.undo && other.undo));
  toasts = [...kept, { ...toast, id: count }].slice(-SHOWN);
  if (toast.undo) void learnStep(count);
}

async function learnStep(id: number): Promise<void> {
  const answer = await ask(() => commands.steps());
  if (answer.ok) toasts = toasts.map((other) => (other.id === id ? { ...other, step: answer.value.undo } : other));
}

export const toast = {
  get shown(): readonly Toast[] {
    return toasts;
  },
  /** What a screen reader is told last. */
  get said(): string {
    return said;
  },
  /** Something was done. */
  done(text: string, { undo = false, actions = [] }: Options = {}): void {
    add({ text, tone: "plain", undo, actions });
  },
  /** Something failed: stays until it is put away. */
  failed(failure: Failure, actions: Toast["actions"] = []): void {
    add({ text: failure.message, hint: failure.hint ?? undefined, tone: "failure", undo: false, actions });
  },
  /** Tells screen readers only. */
  announce(text: string): void {
    // The same words twice would not be said twice.
    said = said === text ? `${text}\u00a0` : text;
  },
  /** Undo takes back the step called `step` from now on: lines about others no longer offer it. */
  undoes(step: string | null): void {
    toasts = toasts.map((shown) => (shown.undo && shown.step !== undefined && shown.step !== step ? { ...shown, undo: false } : shown));
  },
  dismiss(id: number): void {
    toasts = toasts.filter((other) => other.id !== id);
  },
};
