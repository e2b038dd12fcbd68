// How this window looks and behaves on this machine; the library holds none of it.

/** What can be set. */
export interface Settings {
  theme: "system" | "light" | "dark" | "sepia" | "contrast";
  /** Per cent, 87 to 150. */
  text_size: number;
  density: "compact" | "comfortable" | "spacious";
  motion: "system" | "off";
  language: string;
  single_keys: "on" | "with_modifier" | "off";
  /** Action id to remapped key. */
  keys: Record<string, string>;
  reading: { face: "serif" | "sans"; size: "s" | "m" | "l" | "xl"; measure: "narrow" | "normal" | "wide" };
  /** Pane name to its width in px. */
  panes: Record<string, number>;
  /** Action id to how often the mouse did what a key does. */
  hints: Record<string, number>;
  author: { name: string; org: string; desk: string };
}

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

let now = $state.raw<Settings>(FIRST);

export const settings = {
  get now(): Settings {
    return now;
  },
  /** Changes what is given, at once and for good. */
  change(change: Partial<Settings>): void {
    now = { ...now, ...change };
  },
};

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
  });
}
