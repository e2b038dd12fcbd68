// Keys: how they are written, which press fits which, how they are shown.
//
// A key is written as modifiers and a name joined by "+", strokes of a sequence parted by a space: "Mod+Shift+Z", "g i". Letters
// go by what they print, so that they are where the layout has them; digits and brackets go by their place, since AZERTY prints
// them only with Shift. A letter that no Latin layout prints goes by its place too.

/** One stroke of a key. */
export interface Stroke {
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** "j", "Enter", "F6", "]", "1"; letters in lower case. */
  readonly name: string;
}

/** A press, as far as keys are concerned. */
export type Press = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey">;

const isMac = typeof navigator !== "undefined" && /Mac/.test(navigator.platform);

// Every press is held against every key, and the keys hardly ever change.
const read = new Map<string, readonly Stroke[]>();

/** The strokes of a key as it is written. */
export function strokes(keys: string): readonly Stroke[] {
  const known = read.get(keys);
  if (known) return known;
  const found = keys.split(" ").map(stroke);
  read.set(keys, found);
  return found;
}

function stroke(written: string): Stroke {
  // The sign itself parts nothing: "+", "Mod++".
  const parts = written.endsWith("+") ? [...written.slice(0, -1).split("+").filter(Boolean), "+"] : written.split("+");
  const name = parts.at(-1) ?? "";
  const held = new Set(parts.slice(0, -1));
  return {
    mod: held.has("Mod"),
    alt: held.has("Alt"),
    shift: held.has("Shift"),
    name: name.length === 1 ? name.toLowerCase() : name,
  };
}

/** Whether `press` is `stroke`. */
export function fits(press: Press, stroke: Stroke): boolean {
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const other = isMac ? press.ctrlKey : press.metaKey;
  if (other || mod !== stroke.mod || press.altKey !== stroke.alt) return false;
  const { byPlace, byPrint } = names(press);
  // Signs such as "?" need Shift on some layouts and not on others: what they print decides.
  const shiftCounts = stroke.name.length > 1 || byPlace === stroke.name || /^\p{L}$/u.test(stroke.name);
  if (shiftCounts && press.shiftKey !== stroke.shift) return false;
  return byPrint === stroke.name || byPlace === stroke.name;
}

interface Names {
  readonly byPlace: string | null;
  readonly byPrint: string;
}

const called = new WeakMap<Press, Names>();

// What a press is called: by its place (digits, brackets, letters of other scripts), and by what it prints.
function names(press: Press): Names {
  const known = called.get(press);
  if (known) return known;
  const found = name(press);
  called.set(press, found);
  return found;
}

function name(press: Press): Names {
  const printed = press.key === " " ? "Space" : press.key;
  const byPrint = printed.length === 1 ? printed.toLowerCase() : printed;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1];
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1]?.toLowerCase();
  const latin = /^\p{Script=Latin}$/u.test(byPrint);
  const bracket = { BracketLeft: "[", BracketRight: "]" }[press.code];
  const otherScript = /^\p{L}$/u.test(byPrint) && !latin ? letter : undefined;
  return { byPlace: digit ?? bracket ?? otherScript ?? null, byPrint };
}

/** The press as a key is written, for remapping; null for a modifier alone. */
export function written(press: Press): string | null {
  if (["Control", "Shift", "Alt", "Meta", "AltGraph", "Dead", "Process", "Unidentified"].includes(press.key)) return null;
  const { byPlace, byPrint } = names(press);
  const name = byPlace ?? byPrint;
  const sign = name.length === 1 && byPlace === null && !/^\p{L}$/u.test(name);
  const parts = [
    ...((isMac ? press.metaKey : press.ctrlKey) ? ["Mod"] : []),
    ...(press.altKey ? ["Alt"] : []),
    ...(press.shiftKey && !sign ? ["Shift"] : []),
    name.length === 1 && /^\p{L}$/u.test(name) && (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey)
      ? name.toUpperCase()
      : name,
  ];
  return parts.join("+");
}

/** Whether a key is a single one: it would type something in a text field. */
export function isSingle(keys: string): boolean {
  return strokes(keys).some((s) => !s.mod && !s.alt && (s.name.length === 1 || ["Space", "Enter", "Backspace", "Delete", "Escape"].includes(s.name)));
}

/** Whether the setting about single-key shortcuts bears on a key: it types a character. */
export function isCharacter(keys: string): boolean {
  return strokes(keys).some((s) => !s.mod && !s.alt && s.name.length === 1);
}

const SHOWN: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Enter: "↵",
  Escape: "Esc",
  Backspace: "⌫",
  Delete: "Del",
  PageUp: "PgUp",
  PageDown: "PgDn",
};

/** The caps of a key, one a stroke: ["Ctrl K"], ["g", "i"]. */
export function caps(keys: string): string[] {
  return strokes(keys).map((s) => {
    const alone = !s.mod && !s.alt;
    const name = SHOWN[s.name] ?? (s.name.length === 1 && !alone ? s.name.toUpperCase() : s.name);
    const shifted = s.shift && s.name.length === 1 && alone && /\p{L}/u.test(s.name);
    const held = [s.mod ? (isMac ? "⌘" : "Ctrl") : "", s.alt ? "Alt" : "", s.shift && !shifted ? "⇧" : ""];
    return [...held, shifted ? name.toUpperCase() : name].filter(Boolean).join(" ");
  });
}

/** A key as one line of text, for a tooltip. */
export function capsText(keys: string): string {
  return caps(keys).join(" ");
}

/** A key for `aria-keyshortcuts`, which knows chords but no sequences. */
export function spokenKeys(keys: string): string | undefined {
  return keys.includes(" ") ? undefined : keys.replace("Mod", isMac ? "Meta" : "Control");
}
