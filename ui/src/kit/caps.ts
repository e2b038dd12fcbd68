// How keys are written on a cap: "Mod+K" is one chord, "g i" is two strokes one after the other.
//
// The syntax is the one of the action table; what a chord does is no business of this file.

const CAPS: Readonly<Record<string, string>> = {
  Mod: "Ctrl",
  Shift: "⇧",
  Enter: "↵",
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Backspace: "⌫",
  Delete: "Del",
  PageUp: "PgUp",
  PageDown: "PgDn",
  " ": "Space",
};

/** One text for each stroke of `keys`, as printed on its cap. */
export function caps(keys: string): string[] {
  return keys
    .trim()
    .split(/\s+/)
    .map((stroke) => {
      // A chord with the plus key itself ends in two of them.
      const parts = stroke.endsWith("++") ? [...stroke.slice(0, -2).split("+"), "+"] : stroke === "+" ? ["+"] : stroke.split("+");
      return parts.map((part) => CAPS[part] ?? part).join(" ");
    });
}

/** `keys` as one line of text, for a tooltip. */
export function capsText(keys: string): string {
  return caps(keys).join(" ");
}

/** `keys` for `aria-keyshortcuts`, which knows chords but no sequences. */
export function spokenKeys(keys: string): string | undefined {
  return keys.includes(" ") ? undefined : keys.replace("Mod", "Control");
}
