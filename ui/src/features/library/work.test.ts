import { expect, test } from "vitest";

import type { ArticleLine, ListCut } from "../../api/bindings";
import { ArticleList, type Articles } from "./article_list.svelte";
import { Work, type Hands } from "./work.svelte";

const cut: ListCut = { which: "inbox", order: "title", filter: "" };

/** Work on an inbox of the articles `a0` to `a{count - 1}`. */
async function inbox(count: number, which: ListCut["which"] = "inbox") {
  let uids = Array.from({ length: count }, (_, n) => `a${String(n)}`);
  const done: string[] = [];
  const articles: Articles = {
    measure: (_, every, __, find) =>
      Promise.resolve({
        ok: true,
        value: {
          total: uids.length,
          stops: uids.filter((___, n) => (n + 1) % every === 0),
          groups: [uids.length],
          place: find === null || !uids.includes(find) ? null : uids.indexOf(find),
        },
      }),
    page: (_, after, limit) => {
      const from = after === null ? 0 : uids.indexOf(after) + 1;
      const rows = uids.slice(from, from + limit).map((uid) => ({ uid }) as ArticleLine);
      return Promise.resolve({ ok: true, value: rows });
    },
  };
  const hands: Hands = {
    triage: (verb, gone) => {
      done.push(`${verb} ${gone.join(" ")}`);
      if (verb === "archive") uids = uids.filter((uid) => !gone.includes(uid));
      return Promise.resolve({ ok: true, value: null });
    },
    uids: () => Promise.resolve({ ok: true, value: uids }),
  };
  const work = new Work(new ArticleList(articles, () => new Date(2026, 1, 4)), hands);
  await work.show({ ...cut, which });
  return {
    work,
    done,
    arrive: (uid: string) => {
      uids = [uid, ...uids];
    },
    leave: (uid: string) => {
      uids = uids.filter((other) => other !== uid);
    },
  };
}

const at = (work: Work) => `${work.uid ?? "nothing"} at ${String(work.place)}`;

test("one begins on the first row, and nothing goes beyond the ends", async () => {
  const { work } = await inbox(3);
  expect(at(work)).toBe("a0 at 0");
  await work.move(-5);
  expect(at(work)).toBe("a0 at 0");
  await work.move(99);
  expect(at(work)).toBe("a2 at 2");
});

test("the end of a long list is one step away", async () => {
  const { work } = await inbox(10_000);
  await work.move(9999);
  expect(at(work)).toBe("a9999 at 9999");
});

test("archiving goes on to the next row at once, and the row leaves", async () => {
  const { work, done } = await inbox(4);
  await work.move(1);
  const acting = work.act("archive");
  expect(work.uid).toBe("a2");
  await acting;
  await work.refresh();
  expect([at(work), work.list.total, done]).toEqual(["a2 at 1", 3, ["archive a1"]]);
});

test("two archived in a row are two different ones", async () => {
  const { work, done } = await inbox(4);
  await Promise.all([work.act("archive"), work.act("archive")]);
  await work.refresh();
  expect([at(work), done]).toEqual(["a2 at 0", ["archive a0", "archive a1"]]);
});

test("after the last row comes the one before it, and after the only one nothing", async () => {
  const { work } = await inbox(2);
  await work.move(1);
  await work.act("archive");
  await work.refresh();
  expect(at(work)).toBe("a0 at 0");
  await work.act("archive");
  await work.refresh();
  expect(at(work)).toBe("nothing at 0");
});

test("in the whole library an archived article stays, and one stays on it", async () => {
  const { work } = await inbox(3, "all");
  await work.act("archive");
  expect(work.uid).toBe("a0");
});

test("what is picked is acted on instead of the row one is on", async () => {
  const { work, done } = await inbox(6);
  work.toggle(2);
  work.toggle(4);
  await work.move(2);
  await work.act("star");
  expect(work.selection.size).toBe(2);
  await work.act("archive");
  await work.refresh();
  expect(done).toEqual(["star a2 a4", "archive a2 a4"]);
  expect([work.selection.size, at(work)]).toEqual([0, "a3 at 2"]);
});

test("all are picked, also those that were never seen", async () => {
  const { work } = await inbox(300);
  await work.pickAll();
  expect(work.subjects.length).toBe(300);
  await work.pickAll();
  expect(work.selection.size).toBe(0);
});

test("a range is picked over rows that aren't here", async () => {
  const { work } = await inbox(300);
  work.toggle(2);
  await work.pickTo(250);
  expect([work.selection.size, at(work)]).toEqual([249, "a250 at 250"]);
});

test("an article that arrives above pushes the row, and the hands stay on the article", async () => {
  const { work, arrive } = await inbox(5);
  await work.move(3);
  arrive("new");
  await work.refresh();
  expect([at(work), work.pushed]).toEqual(["a3 at 4", 1]);
});

test("an article that somebody else took away gives its place to the next", async () => {
  const { work, leave } = await inbox(5);
  await work.move(3);
  leave("a3");
  await work.refresh();
  expect(at(work)).toBe("a4 at 3");
});

test("coming back finds the article where it is now", async () => {
  const { work, arrive } = await inbox(200);
  arrive("new");
  await work.show(cut, { uid: "a120", place: 120 });
  expect(at(work)).toBe("a120 at 121");
});
