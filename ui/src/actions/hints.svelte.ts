// The palette and the buttons teach the keys: after the third time that the mouse did what a key does, one quiet hint, never again.

import { say } from "../i18n/say.svelte";
import { settings } from "../settings.svelte";
import { toast } from "../toast.svelte";
import { keysOf } from "./keyboard";
import { caps } from "./keys";
import { action } from "./table";

const TIMES = 3;

/** The mouse did the action `id`. */
export function used(id: string): void {
  const found = action(id);
  const times = (settings.now.hints[id] ?? 0) + 1;
  const key = found ? keysOf(found, settings.now)[0] : undefined;
  if (!found || key === undefined || times > TIMES) return;
  settings.change({ hints: { ...settings.now.hints, [id]: times } });
  if (times === TIMES) toast.done(say("hint-key", { action: say(found.title), keys: caps(key).join(" ") }));
}
