// Which articles of a list were picked to do something with at once.

/* eslint-disable svelte/prefer-svelte-reactivity -- sets and maps here are replaced whole, never changed while anybody looks */

export class Selection {
  uids = $state.raw<ReadonlySet<string>>(new Set());
  // Where extending began: going back over it unpicks.
  #anchor: number | null = null;

  get size(): number {
    return this.uids.size;
  }

  has(uid: string): boolean {
    return this.uids.has(uid);
  }

  /** Picks an article, or unpicks it. */
  toggle(uid: string, place: number): void {
    const uids = new Set(this.uids);
    if (!uids.delete(uid)) uids.add(uid);
    this.uids = uids;
    this.#anchor = place;
  }

  /**
   * Extends from the row `from` to the row beside it, `to`: a row further from where extending began is picked, one nearer is
   * unpicked. The rows are given with their places.
   */
  step(from: { uid: string; place: number }, to: { uid: string; place: number }): void {
    const uids = new Set(this.uids);
    const anchor = this.#anchor ?? from.place;
    this.#anchor = anchor;
    if (Math.abs(to.place - anchor) > Math.abs(from.place - anchor)) {
      uids.add(from.uid);
      uids.add(to.uid);
    } else {
      uids.delete(from.uid);
      uids.add(to.uid);
    }
    this.uids = uids;
  }

  /** Where a range that ends at `place` begins: where extending began, or there itself. */
  start(place: number): number {
    this.#anchor ??= place;
    return this.#anchor;
  }

  /** Picks all of these besides. */
  add(uids: Iterable<string>): void {
    this.uids = new Set([...this.uids, ...uids]);
  }

  clear(): void {
    this.#anchor = null;
    if (this.uids.size > 0) this.uids = new Set();
  }
}
