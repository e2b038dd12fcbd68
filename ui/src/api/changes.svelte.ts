// What changed in the library, whoever changed it: this window, an undo, another program.

import { SvelteMap } from "svelte/reactivity";

// Table name to how often it changed; "" for changes that could be anything.
const counts = new SvelteMap<string, number>();

function count(table: string): number {
  return counts.get(table) ?? 0;
}

export const changes = {
  /** A number that grows whenever a row of one of `tables` changed. Reactive: read it in an effect that loads. */
  of(...tables: string[]): number {
    return tables.reduce((sum, table) => sum + count(table), count(""));
  },
  /** Something changed; nothing named means that it could be anything. */
  tell(tables: readonly string[]): void {
    for (const table of tables.length === 0 ? [""] : tables) counts.set(table, count(table) + 1);
  },
};
