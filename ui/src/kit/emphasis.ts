// The little Markdown that analysts type: **bold** and _italic_. The same rules as crates/model/src/prose.rs, which sets
// the printed page: everything else stands for itself.

export type Emphasis = "strong" | "emphasis";

/** Words that are emphasised, with the signs around them; offsets in UTF-16 units. */
export interface Emphasised {
  kind: Emphasis;
  from: number;
  to: number;
  /** Length of the sign at either end. */
  sign: number;
}

const SIGNS = /\*\*|__|_/g;
const SPACE = /\s/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** What is emphasised in `text`, by where it begins. Emphasis ends with its paragraph. */
export function emphasised(text: string): Emphasised[] {
  const found: Emphasised[] = [];
  let start = 0;
  for (const paragraph of text.split("\n\n")) {
    found.push(...inParagraph(paragraph, start));
    start += paragraph.length + 2;
  }
  return found.sort((a, b) => a.from - b.from || b.to - a.to);
}

function inParagraph(text: string, start: number): Emphasised[] {
  const found: Emphasised[] = [];
  const opened: { sign: string; at: number }[] = [];
  for (const match of text.matchAll(SIGNS)) {
    const sign = match[0];
    const at = match.index;
    const { opens, closes } = sides(text, sign, at);
    const from = opened.findLastIndex((opener) => opener.sign === sign);
    // Nothing between the signs is no emphasis.
    if (closes && from >= 0 && (opened[from]?.at ?? 0) + sign.length < at) {
      const opener = opened[from]?.at ?? 0;
      opened.length = from;
      const kind = sign === "_" ? "emphasis" : "strong";
      found.push({ kind, from: start + opener, to: start + at + sign.length, sign: sign.length });
    } else if (opens) opened.push({ sign, at });
  }
  return found;
}

/** Whether a sign can begin or end emphasis, by what stands beside it (CommonMark's flanking rules). */
function sides(text: string, sign: string, at: number): { opens: boolean; closes: boolean } {
  const before = text[at - 1] ?? " ";
  const after = text[at + sign.length] ?? " ";
  const left = !SPACE.test(after) && (!PUNCTUATION.test(after) || SPACE.test(before) || PUNCTUATION.test(before));
  const right = !SPACE.test(before) && (!PUNCTUATION.test(before) || SPACE.test(after) || PUNCTUATION.test(after));
  if (sign === "**") return { opens: left, closes: right };
  // Underlines inside a word, as in file_name_here, are letters.
  return {
    opens: left && (!right || PUNCTUATION.test(before)),
    closes: right && (!left || PUNCTUATION.test(after)),
  };
}

/** A run of words set one way. */
export interface Run {
  text: string;
  strong: boolean;
  emphasis: boolean;
}

/** The paragraphs of `text`, each a list of runs without the signs. */
export function paragraphs(text: string): Run[][] {
  return text
    .split("\n\n")
    .map((paragraph) => paragraph.split(/\s+/u).filter(Boolean).join(" "))
    .filter((paragraph) => paragraph !== "")
    .map(runs);
}

function runs(text: string): Run[] {
  const found = emphasised(text);
  const edges = new Set([0, text.length]);
  for (const { from, to, sign } of found) for (const edge of [from, from + sign, to - sign, to]) edges.add(edge);
  const places = [...edges].sort((a, b) => a - b);
  const parts: Run[] = [];
  for (const [index, from] of places.entries()) {
    const to = places[index + 1];
    const isSign = found.some((e) => from === e.from || from === e.to - e.sign);
    if (to === undefined || isSign) continue;
    const within = (kind: Emphasis): boolean => found.some((e) => e.kind === kind && e.from <= from && to <= e.to);
    parts.push({ text: text.slice(from, to), strong: within("strong"), emphasis: within("emphasis") });
  }
  return parts;
}

/** Sets the selected words apart with `sign`, or takes the signs away that are there; gives the new text and selection. */
export function toggled(text: string, from: number, to: number, sign: string): { text: string; from: number; to: number } {
  const words = text.slice(from, to);
  // Spaces at the ends stay outside the signs, where they would undo them.
  const lead = words.length - words.trimStart().length;
  const trail = words.trim() === "" ? 0 : words.length - words.trimEnd().length;
  const [first, last] = [from + lead, to - trail];
  const inner = text.slice(first, last);
  const n = sign.length;
  if (text.slice(first - n, first) === sign && text.slice(last, last + n) === sign)
    return { text: text.slice(0, first - n) + inner + text.slice(last + n), from: first - n, to: last - n };
  if (inner.length > 2 * n && inner.startsWith(sign) && inner.endsWith(sign))
    return { text: text.slice(0, first) + inner.slice(n, -n) + text.slice(last), from: first, to: last - 2 * n };
  return { text: text.slice(0, first) + sign + inner + sign + text.slice(last), from: first + n, to: last + n };
}
