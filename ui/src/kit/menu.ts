// What a menu holds, and how one moves in it by keys. Showing it is MenuList.svelte.

import type { Component } from "svelte";

/** Something to choose. */
export interface MenuAction {
  id: string;
  label: string;
  kbd?: string | undefined;
  icon?: Component<{ size?: number; strokeWidth?: number }> | undefined;
  disabled?: boolean | undefined;
  danger?: boolean | undefined;
  /** Given, it is a choice that is on or off and says so. */
  checked?: boolean | undefined;
  run: () => void;
}

/** A line between groups, with a head if it is to have one. */
export interface MenuRule {
  rule: string | true;
}

export type MenuItem = MenuAction | MenuRule;

export function isAction(item: MenuItem): item is MenuAction {
  return "id" in item;
}

/** How long letters typed one after the other count as one word, in ms. */
const WORD_PAUSE = 700;

/** Where a key leads from `at` in a list of `length`, or nothing when it is no key of movement. The ends are joined. */
export function step(key: string, at: number, length: number): number | undefined {
  if (length === 0) return undefined;
  switch (key) {
    case "ArrowDown":
      return (at + 1) % length;
    case "ArrowUp":
      return (Math.max(at, 0) - 1 + length) % length;
    case "Home":
      return 0;
    case "End":
      return length - 1;
    default:
      return undefined;
  }
}

/** Typing the beginning of a label goes to it; the same letter again goes to the next one with it. */
export class TypeAhead {
  #typed = "";
  #last = -Infinity;

  /** The item that `key`, typed at `time` (ms), leads to from `at`. */
  find(key: string, time: number, labels: readonly string[], at: number): number | undefined {
    if ([...key].length !== 1 || (key === " " && this.#typed === "")) return undefined;
    const goesOn = time - this.#last <= WORD_PAUSE;
    this.#last = time;
    const found = goesOn ? this.#seek(this.#typed + key, labels, at) : undefined;
    // What no label begins with ends the word; its last letter begins the next.
    this.#typed = found === undefined ? key : this.#typed + key;
    return found ?? this.#seek(key, labels, at);
  }

  #seek(word: string, labels: readonly string[], at: number): number | undefined {
    const typed = word.toLocaleLowerCase();
    const sameLetter = [...typed].every((letter) => letter === typed[0]);
    const sought = sameLetter ? (typed[0] ?? "") : typed;
    // A word being typed may stay where it is; a letter pressed again moves on.
    const first = sameLetter ? at + 1 : Math.max(at, 0);
    for (let n = 0; n < labels.length; n += 1) {
      const place = (first + n) % labels.length;
      if (labels[place]?.toLocaleLowerCase().startsWith(sought) === true) return place;
    }
    return undefined;
  }
}
