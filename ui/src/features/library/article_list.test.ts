import { expect, test } from "vitest";

import type { ArticleLine, Failure, ListCut } from "../../api/bindings";
import type { Answer } from "../../api/client";
import { ArticleList, PAGE, type Articles } from "./article_list.svelte";

const failure: Failure = { kind: "locked", message: "Another program holds the library.", hint: null };
const cut: ListCut = { which: "inbox", order: "title", filter: "" };

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

/** A library that holds `uids`, counts the pages it is asked for, and fails or waits when told to. */
function library(uids: string[]) {
  const state = { uids, pages: 0, failing: false, gate: Promise.resolve() };
  const answer = async <T>(value: T): Promise<Answer<T>> => {
    await state.gate;
    return state.failing ? { ok: false, failure } : { ok: true, value };
  };
  const articles: Articles = {
    measure: (_, every, __, find) =>
      answer({
        total: state.uids.length,
        stops: state.uids.filter((___, n) => (n + 1) % every === 0 && n + 1 < state.uids.length),
        groups: [state.uids.length],
        place: find === null || !state.uids.includes(find) ? null : state.uids.indexOf(find),
      }),
    page: (_, after, limit) => {
      state.pages += 1;
      const from = after === null ? 0 : state.uids.indexOf(after) + 1;
      return answer(state.uids.slice(from, from + limit).map(line));
    },
  };
  return { state, list: new ArticleList(articles, () => new Date(2026, 1, 4)) };
}

const numbered = (count: number) => Array.from({ length: count }, (_, n) => String(n));

test("opening shows the first rows and knows how many there are", async () => {
  const { list } = library(numbered(3 * PAGE));
  expect(list.phase).toBe("opening");
  await list.open(cut, null);
  expect([list.phase, list.total, list.row(0)?.uid, list.row(PAGE)]).toEqual(["ready", 3 * PAGE, "0", undefined]);
});

test("an empty library opens to nothing", async () => {
  const { list } = library([]);
  expect(await list.open(cut, null)).toBeNull();
  expect([list.phase, list.total, list.groups]).toEqual(["ready", 0, []]);
});

test("opening at a row has what is around it, and not what is far", async () => {
  const { state, list } = library(numbered(10_000));
  expect(await list.open(cut, "7321")).toBe(7321);
  expect(list.row(7321)?.uid).toBe("7321");
  expect(list.row(7300)?.uid).toBe("7300");
  expect(list.row(0)).toBeUndefined();
  expect(state.pages).toBeLessThan(3);
});

test("rows that come into sight are read once, wherever they are", async () => {
  const { state, list } = library(numbered(10_000));
  await list.open(cut, null);
  const before = state.pages;
  await Promise.all([list.want(9990, 10_000), list.want(9980, 10_000)]);
  expect(list.row(9999)?.uid).toBe("9999");
  expect(list.row(0)?.uid).toBe("0");
  await list.want(9990, 10_000);
  expect(state.pages).toBe(before + 1);
});

test("a page asked for before the list was opened again comes too late", async () => {
  const { state, list } = library(numbered(200));
  await list.open(cut, null);
  let open: () => void = () => undefined;
  state.gate = new Promise((resolve) => {
    open = resolve;
  });
  const late = list.want(150, 160);
  const anew = list.open(cut, null);
  state.uids = numbered(60).reverse();
  open();
  await Promise.all([late, anew]);
  await list.open(cut, null);
  expect(list.row(0)?.uid).toBe("59");
  expect(list.row(150)).toBeUndefined();
});

test("of two openings the newer one counts", async () => {
  const { list } = library(numbered(9));
  const first = list.open(cut, "3");
  const second = list.open(cut, "4");
  expect(await Promise.all([first, second])).toEqual([undefined, 4]);
});

test("a library that can't be opened shows the failure, and opens when it can", async () => {
  const { state, list } = library(numbered(9));
  state.failing = true;
  await list.open(cut, null);
  expect([list.phase, list.failure]).toEqual(["failed", failure]);
  state.failing = false;
  await list.open(cut, null);
  expect([list.phase, list.failure, list.total]).toEqual(["ready", null, 9]);
});

test("what fails later leaves what is shown, and isn't asked for again by scrolling", async () => {
  const { state, list } = library(numbered(200));
  await list.open(cut, null);
  state.failing = true;
  await list.want(150, 160);
  expect([list.phase, list.failure, list.row(0)?.uid]).toEqual(["ready", failure, "0"]);
  const asked = state.pages;
  await list.want(150, 160);
  expect(state.pages).toBe(asked);
  state.failing = false;
  await list.open(cut, null, 150);
  expect([list.failure, list.row(150)?.uid]).toEqual([null, "150"]);
});
