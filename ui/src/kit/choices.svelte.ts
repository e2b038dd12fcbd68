// A filterable list: what fits the query, where one stands in it, and perhaps a last row that makes what is missing.
// Picker and TagField show it; the answer to the newest query wins, however late an older one comes.

import { step } from "./menu";

export class Choices<T> {
  items = $state.raw<readonly T[]>([]);
  at = $state(0);
  query = $state("");
  /** The words of the last row, which makes what was typed. */
  creating = $state<string | undefined>(undefined);

  readonly #load: (query: string) => Promise<readonly T[]>;
  readonly #create: (query: string, found: readonly T[]) => string | undefined;
  #turn = 0;

  constructor(
    load: (query: string) => Promise<readonly T[]>,
    create: (query: string, found: readonly T[]) => string | undefined = () => undefined,
  ) {
    this.#load = load;
    this.#create = create;
  }

  get length(): number {
    return this.items.length + (this.creating === undefined ? 0 : 1);
  }

  /** What one stands on; nothing on the last row, which makes something, and in an empty list. */
  get chosen(): T | undefined {
    return this.items[this.at];
  }

  async seek(query: string): Promise<void> {
    this.query = query;
    this.#turn += 1;
    const turn = this.#turn;
    const items = await this.#load(query.trim());
    if (turn !== this.#turn) return;
    this.items = items;
    this.creating = query.trim() === "" ? undefined : this.#create(query.trim(), items);
    this.at = 0;
  }

  /** Moves by an arrow key and says whether it was one. Home and End belong to the text. */
  move(key: string): boolean {
    if (key !== "ArrowDown" && key !== "ArrowUp") return false;
    this.at = step(key, this.at, this.length) ?? 0;
    return true;
  }
}
