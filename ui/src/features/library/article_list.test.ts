import { expect, test } from "vitest";

import type { Answer, ArticleLine, ArticlePage, Failure } from "../../api/client";
import { ArticleList, PAGE } from "./article_list.svelte";

const failure: Failure = { kind: "locked", message: "Another program holds the library.", hint: null };

function line(uid: string): ArticleLine {
  return {
    uid,
    headline: `Article ${uid}`,
    deck: null,
    section: null,
    published: null,
    authors: [],
    outlet: null,
    state: "inbox",
    read: false,
    begun: false,
    starred: false,
    trashed: false,
    annotations: 0,
    tags: [],
    minutes: 1,
  };
}

/** A desk that holds `uids`, counts what is asked of it, and fails the next call when told to. */
function desk(uids: string[]) {
  const asked: (string | null)[] = [];
  const state = { uids, failing: false };
  function fetch(after: string | null, limit: number): Promise<Answer<ArticlePage>> {
    asked.push(after);
    if (state.failing) return Promise.resolve({ ok: false, failure });
    const from = after === null ? 0 : state.uids.indexOf(after) + 1;
    const page = state.uids.slice(from, from + limit);
    const next = from + limit < state.uids.length ? (page.at(-1) ?? null) : null;
    return Promise.resolve({ ok: true, value: { rows: page.map(line), next, total: state.uids.length } });
  }
  return { asked, state, fetch };
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => `a${String(index)}`);
const uids = (list: ArticleList) => list.rows.map((row) => row.uid);

test("every article comes once and in order, however many pages there are", async () => {
  const all = numbers(2 * PAGE + 30);
  const list = new ArticleList(desk(all).fetch);
  await list.open();
  expect(uids(list)).toEqual(all.slice(0, PAGE));
  expect(list.total).toBe(all.length);
  await list.loadMore();
  await list.loadMore();
  await list.loadMore();
  expect(uids(list)).toEqual(all);
});

test("an empty library is ready and has nothing", async () => {
  const list = new ArticleList(desk([]).fetch);
  expect(list.phase).toBe("opening");
  await list.open();
  expect(list.phase).toBe("ready");
  expect(list.total).toBe(0);
});

test("the next page is asked for when the end nears, not before, and not at the end", async () => {
  const { asked, fetch } = desk(numbers(PAGE + 1));
  const list = new ArticleList(fetch);
  await list.open();
  await list.reach(10);
  expect(asked).toEqual([null]);
  await list.reach(PAGE - 5);
  expect(asked).toEqual([null, `a${String(PAGE - 1)}`]);
  await list.reach(PAGE);
  expect(asked).toHaveLength(2);
});

test("scrolling on while a page is under way asks for it once", async () => {
  const { asked, fetch } = desk(numbers(3 * PAGE));
  const list = new ArticleList(fetch);
  await list.open();
  await Promise.all([list.reach(PAGE - 1), list.reach(PAGE - 1), list.reach(PAGE - 1)]);
  expect(asked).toHaveLength(2);
  expect(list.rows).toHaveLength(2 * PAGE);
});

test("an article that moved down between two pages is shown once", async () => {
  const { state, fetch } = desk(numbers(PAGE + 5));
  const list = new ArticleList(fetch);
  await list.open();
  state.uids = [...state.uids.slice(1, PAGE + 1), "a0", ...state.uids.slice(PAGE + 1)];
  await list.loadMore();
  expect(new Set(uids(list)).size).toBe(list.rows.length);
});

test("a library that can't be opened shows why, and opens when it can", async () => {
  const { state, fetch } = desk(["a"]);
  state.failing = true;
  const list = new ArticleList(fetch);
  await list.open();
  expect(list.phase).toBe("failed");
  expect(list.failure).toEqual(failure);
  state.failing = false;
  await list.open();
  expect(list.phase).toBe("ready");
  expect(list.failure).toBeNull();
  expect(uids(list)).toEqual(["a"]);
});

test("a page that fails leaves the loaded rows, and scrolling doesn't hammer on", async () => {
  const { asked, state, fetch } = desk(numbers(PAGE + 1));
  const list = new ArticleList(fetch);
  await list.open();
  state.failing = true;
  await list.reach(PAGE - 1);
  await list.reach(PAGE - 1);
  expect(asked).toHaveLength(2);
  expect(list.phase).toBe("ready");
  expect(list.rows).toHaveLength(PAGE);
  expect(list.failure).toEqual(failure);
  state.failing = false;
  await list.loadMore();
  expect(list.rows).toHaveLength(PAGE + 1);
  expect(list.failure).toBeNull();
});
