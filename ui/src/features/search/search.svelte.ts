// What is searched for and what came of it. It outlives the screen: whoever opens a passage comes back to the same row.

import { ask } from "../../api/client";
import { commands, type Failure, type Found, type SearchResults } from "../../api/bindings";
import { sortOf, type Tab } from "./rows";

/** How long a hand rests before what it typed is searched for, in milliseconds. */
const PAUSE = 60;

let typed = $state("");
let tab = $state<Tab>("all");
let at = $state(0);
let results = $state.raw<SearchResults | null>(null);
let failure = $state.raw<Failure | null>(null);
let millis = $state(0);
let asking = 0;
let timer: number | undefined;

async function load(keep: boolean): Promise<void> {
  asking += 1;
  const mine = asking;
  if (typed.trim() === "") {
    results = null;
    failure = null;
    at = 0;
    return;
  }
  const begun = performance.now();
  const answer = await ask(() => commands.searchAll(typed, sortOf(tab), null));
  if (mine !== asking) return;
  millis = Math.max(1, Math.round(performance.now() - begun));
  if (answer.ok) {
    results = answer.value;
    failure = null;
    at = keep ? Math.max(0, Math.min(at, answer.value.found.length - 1)) : 0;
  } else {
    failure = answer.failure;
  }
}

export const search = {
  /** The words as typed. */
  get typed(): string {
    return typed;
  },
  get tab(): Tab {
    return tab;
  },
  /** The chosen row, from 0. */
  get at(): number {
    return at;
  },
  get results(): SearchResults | null {
    return results;
  },
  get failure(): Failure | null {
    return failure;
  },
  /** How long the last answer took, in milliseconds. */
  get millis(): number {
    return millis;
  },
  /** The chosen row. */
  get chosen(): Found | undefined {
    return results?.found[at];
  },
  /** Searches for `words`, as soon as the hand rests or at once. */
  type(words: string, now = false): void {
    typed = words;
    window.clearTimeout(timer);
    if (now) void load(false);
    else timer = window.setTimeout(() => void load(false), PAUSE);
  },
  /** Shows another tab, and returns when it has come. */
  async show(to: Tab): Promise<void> {
    tab = to;
    await load(false);
  },
  choose(row: number): void {
    const last = (results?.found.length ?? 0) - 1;
    at = Math.max(0, Math.min(row, last));
    if (results?.next && at >= last - 5) void search.more();
  },
  /** Searches again, since the library changed; the chosen row stays. */
  again(): void {
    void load(true);
  },
  /** More of the sort shown. */
  async more(): Promise<void> {
    const before = results;
    if (!before?.next) return;
    // Taken, so that nobody asks for it twice.
    results = { ...before, next: null };
    asking += 1;
    const mine = asking;
    const answer = await ask(() => commands.searchAll(typed, sortOf(tab), before.next));
    if (mine !== asking) return;
    if (answer.ok) results = { ...answer.value, found: [...before.found, ...answer.value.found] };
    else failure = answer.failure;
  },
};
