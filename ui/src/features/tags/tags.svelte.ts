// The tags, which of them is chosen and what carries it.

import { SvelteSet } from "svelte/reactivity";

import { ask } from "../../api/client";
import { commands, type Failure, type Found, type TagLine } from "../../api/bindings";
import { tree, type TagRow } from "./tree";

/** The tags of the library while the screen is open. */
export function tagList(first: string | undefined): {
  readonly all: readonly TagLine[] | null;
  readonly rows: readonly TagRow[];
  readonly chosen: TagRow | undefined;
  readonly at: number;
  readonly picked: SvelteSet<string>;
  readonly failure: Failure | null;
  readonly carriers: readonly Found[];
  words: string;
  unused: boolean;
  choose: (row: number) => void;
  chooseTag: (path: string) => void;
  load: () => Promise<void>;
  look: () => Promise<void>;
} {
  let all = $state.raw<readonly TagLine[] | null>(null);
  let failure = $state.raw<Failure | null>(null);
  let carriers = $state.raw<readonly Found[]>([]);
  let words = $state("");
  let unused = $state(false);
  let path = $state(first?.toLowerCase());
  let at = $state(0);
  const picked = new SvelteSet<string>();
  const rows = $derived(all ? tree(all, words, unused) : []);
  // The chosen tag, wherever it stands now; the row in its place when it is gone.
  const found = $derived(rows.findIndex((row) => row.path.toLowerCase() === path));
  const here = $derived(found >= 0 ? found : Math.max(0, Math.min(at, rows.length - 1)));

  return {
    get all() {
      return all;
    },
    get rows() {
      return rows;
    },
    get chosen() {
      return rows[here];
    },
    get at() {
      return here;
    },
    picked,
    get failure() {
      return failure;
    },
    get carriers() {
      return carriers;
    },
    get words() {
      return words;
    },
    set words(to: string) {
      words = to;
    },
    get unused() {
      return unused;
    },
    set unused(to: boolean) {
      unused = to;
    },
    choose(row) {
      at = Math.max(0, Math.min(row, rows.length - 1));
      path = rows[at]?.path.toLowerCase();
    },
    chooseTag(to) {
      path = to.toLowerCase();
    },
    async load() {
      const answer = await ask(() => commands.listTags());
      if (!answer.ok) {
        failure = answer.failure;
        return;
      }
      failure = null;
      all = answer.value;
      for (const one of picked) if (!all.some((tag) => tag.path === one)) picked.delete(one);
    },
    async look() {
      const row = rows[here];
      if (!row) {
        carriers = [];
        return;
      }
      const query = `tag:"${row.path}"`;
      const [articles, notes] = await Promise.all([
        ask(() => commands.searchAll(query, "article", null)),
        ask(() => commands.searchAll(query, "note", null)),
      ]);
      // Somebody went on in the meantime.
      if (rows[here]?.path !== row.path) return;
      carriers = [...(articles.ok ? articles.value.found : []), ...(notes.ok ? notes.value.found : [])];
    },
  };
}
