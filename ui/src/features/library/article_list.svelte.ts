// The article list page by page: what is loaded, what follows, and what went wrong.

import type { Answer, ArticleLine, ArticlePage, Failure } from "../../api/client";

/** Rows asked for at a time. */
export const PAGE = 100;

/** How many rows before the end of what is loaded the next page is asked for. */
const AHEAD = 40;

export type FetchPage = (after: string | null, limit: number) => Promise<Answer<ArticlePage>>;

export class ArticleList {
  /** What is loaded, newest first. */
  rows = $state.raw<readonly ArticleLine[]>([]);
  /** How many articles the library has, loaded or not. */
  total = $state(0);
  /** `opening` until the first answer; `failed` when there is nothing to show but the failure. */
  phase = $state<"opening" | "ready" | "failed">("opening");
  /** What went wrong with the last page asked for. Rows loaded before it stay. */
  failure = $state.raw<Failure | null>(null);

  #next: string | null = null;
  #asking = false;
  readonly #fetch: FetchPage;

  constructor(fetch: FetchPage) {
    this.#fetch = fetch;
  }

  /** Loads the first page, again if need be. What is shown stays until the answer is here. */
  async open(): Promise<void> {
    await this.#ask(null);
  }

  /** Loads the page after the loaded ones, if there is one. */
  async loadMore(): Promise<void> {
    if (this.#next !== null) await this.#ask(this.#next);
  }

  /** Loads the next page if the row `last` on screen is near the end of what is loaded. A failed page is not asked for
   * again by scrolling, only by `loadMore`. */
  async reach(last: number): Promise<void> {
    if (this.failure === null && last >= this.rows.length - AHEAD) await this.loadMore();
  }

  async #ask(after: string | null): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    const answer = await this.#fetch(after, PAGE);
    this.#asking = false;
    if (answer.ok) {
      this.rows = after === null ? answer.value.rows : joined(this.rows, answer.value.rows);
      this.#next = answer.value.next;
      this.total = answer.value.total;
      this.failure = null;
      this.phase = "ready";
    } else {
      this.failure = answer.failure;
      if (this.rows.length === 0) this.phase = "failed";
    }
  }
}

// An article whose place changed between two pages can come twice; the first place stands.
function joined(rows: readonly ArticleLine[], following: readonly ArticleLine[]): ArticleLine[] {
  const known = new Set(rows.map((row) => row.uid));
  return [...rows, ...following.filter((row) => !known.has(row.uid))];
}
