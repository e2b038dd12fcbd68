// Working through a list: the row one is on, the rows picked, and what is done to them.
//
// One is on an article, not on a place: when the list changes under the hands, the hands stay on the article. When it leaves the
// list, they are on the one that took its place.

/* eslint-disable svelte/prefer-svelte-reactivity -- sets and maps here are replaced whole, never changed while anybody looks */

import type { ListCut } from "../../api/bindings";
import type { Answer } from "../../api/client";
import type { ArticleList } from "./article_list.svelte";
import { Selection } from "./selection.svelte";
import { leaves, type Verb } from "./triage";

/** What is remembered of a list while one is elsewhere. */
export interface Place {
  readonly cut: ListCut;
  readonly uid: string | null;
  readonly place: number;
  readonly scroll: number;
}

/** What the work needs of the library. */
export interface Hands {
  /** Does it to all of `uids` as one step. */
  triage(verb: Verb, uids: readonly string[]): Promise<Answer<null>>;
  /** The identities of a whole list. */
  uids(cut: ListCut): Promise<Answer<string[]>>;
}

export class Work {
  readonly list: ArticleList;
  readonly selection = new Selection();
  /** The place of the row one is on. */
  place = $state(0);
  /** The article one is on; null in an empty list, and while its row is being read. */
  uid = $state<string | null>(null);
  /** Grows when one has moved, so that the row comes into sight. */
  moves = $state(0);
  /** Grows when the list was opened again. */
  openings = $state(0);
  /** By how many rows the article that one is on was pushed at the last opening, where the view should follow it. */
  pushed = 0;

  readonly #hands: Hands;
  // After a step of one's own the rows below move up, and the view stays.
  #stay = false;
  // Where the last move leads.
  #going = 0;

  constructor(list: ArticleList, hands: Hands) {
    this.list = list;
    this.#hands = hands;
  }

  /** What is acted on: the rows picked, or the one that one is on. */
  get subjects(): readonly string[] {
    if (this.selection.size > 0) return [...this.selection.uids];
    return this.uid === null ? [] : [this.uid];
  }

  /** Lists something else, from the top or from where one was. */
  async show(cut: ListCut, from?: { uid: string | null; place: number }): Promise<void> {
    this.selection.clear();
    this.uid = from?.uid ?? null;
    this.place = from?.place ?? 0;
    await this.#open(cut);
  }

  /** Lists the same again, as the library is now. */
  async refresh(): Promise<void> {
    await this.#open(this.list.cut);
  }

  async #open(cut: ListCut): Promise<void> {
    const asked = this.uid;
    const found = await this.list.open(cut, asked, this.place);
    if (found === undefined) return;
    const before = this.place;
    // One may have moved on while the answer was on its way.
    const uid = this.uid;
    const at = uid === asked ? found : this.#loaded(uid);
    this.place = at ?? Math.max(0, Math.min(this.place, this.list.total - 1));
    this.uid = this.list.row(this.place)?.uid ?? null;
    this.pushed = at === null || this.#stay ? 0 : this.place - before;
    this.#stay = false;
    this.openings += 1;
  }

  #loaded(uid: string | null): number | null {
    if (uid === null) return null;
    for (let place = Math.max(0, this.place - 200); place < this.place + 200; place += 1) {
      if (this.list.row(place)?.uid === uid) return place;
    }
    return null;
  }

  /** Goes to the row at `place`, or to the end of the list that it lies beyond. */
  async move(place: number): Promise<void> {
    const to = Math.max(0, Math.min(place, this.list.total - 1));
    this.#going = to;
    // Nobody can stand on a row that isn't there yet.
    if (this.list.row(to) === undefined && this.list.total > 0) await this.list.want(to, to + 1);
    if (this.#going !== to) return;
    this.place = to;
    this.uid = this.list.row(to)?.uid ?? null;
    this.moves += 1;
  }

  /** Picks or unpicks the row at `place`. */
  toggle(place: number): void {
    const uid = this.list.row(place)?.uid;
    if (uid !== undefined) this.selection.toggle(uid, place);
  }

  /** Extends what is picked by one row down (1) or up (-1). */
  extend(step: -1 | 1): void {
    const to = this.place + step;
    const uid = this.list.row(to)?.uid;
    if (uid === undefined || this.uid === null) return;
    this.selection.step({ uid: this.uid, place: this.place }, { uid, place: to });
    void this.move(to);
  }

  /** Picks all from where extending began to `place`, the rows between that aren't here too. */
  async pickTo(place: number): Promise<void> {
    const from = this.selection.start(this.place);
    const answer = await this.#hands.uids(this.list.cut);
    if (!answer.ok) return;
    this.selection.add(answer.value.slice(Math.min(from, place), Math.max(from, place) + 1));
    await this.move(place);
  }

  /** Picks every row of the list, here or not; when all are picked already, none. */
  async pickAll(): Promise<void> {
    if (this.selection.size >= this.list.total) {
      this.selection.clear();
      return;
    }
    const answer = await this.#hands.uids(this.list.cut);
    if (answer.ok) this.selection.add(answer.value);
  }

  /** Does `verb` to what is acted on. Where they leave the list, one is on the next row already. */
  async act(verb: Verb): Promise<{ count: number; answer: Answer<null> } | null> {
    const uids = this.subjects;
    if (uids.length === 0) return null;
    const leaving = leaves(verb, this.list.cut.which);
    if (leaving) this.#stepAside(new Set(uids));
    const answer = await this.#hands.triage(verb, uids);
    if (answer.ok && leaving) this.selection.clear();
    return { count: uids.length, answer };
  }

  // To the nearest row that stays: below, else above.
  #stepAside(going: ReadonlySet<string>): void {
    const here = this.list.here().length;
    const stays = (place: number) => {
      const uid = this.list.row(place)?.uid;
      return uid !== undefined && !going.has(uid);
    };
    this.#stay = true;
    for (const step of [1, -1]) {
      for (let place = this.place, n = 0; n <= here; place += step, n += 1) {
        if (place < 0 || place >= this.list.total) break;
        if (stays(place)) {
          void this.move(place);
          return;
        }
      }
    }
    this.uid = null;
  }
}
