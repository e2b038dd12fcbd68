// How this window looks and behaves on this machine; the library holds none of it.

import { commands, type Settings } from "./api/bindings";
import { changes } from "./api/changes.svelte";
import { ask } from "./api/client";
import { speak } from "./i18n/say.svelte";
import { toast } from "./toast.svelte";

export type { Settings } from "./api/bindings";

const FIRST: Settings = {
  theme: "system",
  text_size: 100,
  density: "comfortable",
  motion: "system",
  language: "en",
  single_keys: "on",
  keys: {},
  reading: { face: "serif", size: "m", measure: "normal" },
  panes: {},
  hints: {},
  author: { name: "", org: "", desk: "" },
};

export const TEXT_SIZES = [87, 100, 112, 125, 137, 150] as const;
const THEMES = ["light", "dark", "sepia", "contrast"] as const;

// From one writing of the file to the next, ms: a pane is dragged through many widths.
const PAUSE = 200;

let now = $state.raw<Settings>(FIRST);
let pausing = false;
let changed = false;
// What the program behind the window speaks.
let spoken = FIRST.language;

export const settings = {
  get now(): Settings {
    return now;
  },
  /** Changes what is given, at once and for good. */
  change(change: Partial<Settings>): void {
    now = { ...now, ...change };
    keep();
  },
  /** Reads what was set before. What can't be read is said once, and everything is as at first. */
  async load(): Promise<void> {
    const loaded = await ask(() => commands.loadSettings());
    if (!loaded.ok) {
      toast.failed(loaded.failure);
      return;
    }
    const { notice, ...set } = loaded.value;
    now = set;
    speaks(set.language);
    if (notice !== null) toast.failed(notice);
  },
};

// The first change is written at once: the window may be closed after it.
function keep(): void {
  changed = true;
  if (pausing) return;
  pausing = true;
  changed = false;
  void save();
  window.setTimeout(() => {
    pausing = false;
    if (changed) keep();
  }, PAUSE);
}

async function save(): Promise<void> {
  const kept = now;
  const saved = await ask(() => commands.saveSettings(kept));
  speaks(kept.language);
  if (!saved.ok) toast.failed(saved.failure);
}

// What the program has said before was in another language: the screens ask again.
function speaks(language: Settings["language"]): void {
  if (language === spoken) return;
  spoken = language;
  changes.tell([]);
}

/** The theme after this one: the key goes round. */
export function nextTheme(theme: Settings["theme"], systemIsDark: boolean): Settings["theme"] {
  const shown = theme === "system" ? (systemIsDark ? "dark" : "light") : theme;
  return THEMES[(THEMES.indexOf(shown) + 1) % THEMES.length] ?? "light";
}

/** The text size `step` steps from `size`. */
export function textSize(size: number, step: -1 | 1): number {
  const next = step > 0 ? TEXT_SIZES.find((other) => other > size) : TEXT_SIZES.findLast((other) => other < size);
  return next ?? size;
}

/** Puts the settings on the page; to be called once, in a component. */
export function wear(): void {
  $effect(() => {
    const { dataset, style } = document.documentElement;
    const { theme, density, motion, text_size } = now;
    if (theme === "system") delete dataset["theme"];
    else dataset["theme"] = theme;
    dataset["density"] = density;
    if (motion === "off") dataset["motion"] = "off";
    else delete dataset["motion"];
    style.setProperty("--text-scale", String(text_size / 100));
    speak(now.language);
  });
}
