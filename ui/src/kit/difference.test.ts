import { expect, test } from "vitest";

import { folded, type Piece } from "./difference";

const words = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, n) => `w${String(from + n)}`).join(" ");
const kept = (text: string): Piece => ({ change: "kept", text });
const added: Piece = { change: "added", text: "new " };

test("what nobody changed is cut to what stands beside a change", () => {
  expect(folded([kept(words(1, 60)), added, kept(`${words(1, 70)} `), added, kept(words(1, 60))])).toEqual([
    { change: "gap", words: 48 },
    kept(words(49, 60)),
    added,
    kept(`${words(1, 12)} `),
    { change: "gap", words: 46 },
    kept(`${words(59, 70)} `),
    added,
    kept(`${words(1, 12)} `),
    { change: "gap", words: 48 },
  ]);
});

test("a few words stay, and changes stay whole however long", () => {
  const short = [kept(words(1, 20)), { change: "dropped", text: words(1, 500) } as const, kept(words(1, 20))];
  expect(folded(short)).toEqual(short);
  expect(folded([])).toEqual([]);
});
