// What is different between two texts, made short: words that stand in both are shown only near a change.

/** A stretch of one of two texts. */
export interface Piece {
  readonly change: "kept" | "dropped" | "added";
  readonly text: string;
}

/** A piece to draw, or how many words that nobody changed were left out. */
export type Shown = Piece | { readonly change: "gap"; readonly words: number };

/** Words that are shown on each side of a change. */
const BESIDE = 12;

const WORD = /\S+/g;

/** The pieces with long stretches of unchanged words cut to what stands beside a change. */
export function folded(pieces: readonly Piece[]): Shown[] {
  return pieces.flatMap((piece, n): Shown[] => {
    const words = piece.change === "kept" ? [...piece.text.matchAll(WORD)] : [];
    const [before, after] = [n === 0 ? 0 : BESIDE, n === pieces.length - 1 ? 0 : BESIDE];
    const hidden = words.length - before - after;
    // A gap that hides a few words only is longer than they are.
    if (hidden <= BESIDE) return [piece];
    const first = words[before];
    const last = words[words.length - after];
    const start = piece.text.slice(0, before === 0 ? 0 : first?.index);
    const end = after === 0 ? "" : piece.text.slice(last?.index);
    return [
      ...(start === "" ? [] : [{ change: "kept" as const, text: start }]),
      { change: "gap", words: hidden },
      ...(end === "" ? [] : [{ change: "kept" as const, text: end }]),
    ];
  });
}
