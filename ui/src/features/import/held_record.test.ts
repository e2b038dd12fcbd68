import { expect, test } from "vitest";

import type { ArticleRecord, Correction, RawRow, RuleSaid, VersionAdded } from "../../api/bindings";
import { HeldRecord, type HeldAsks } from "./held_record.svelte";
import { FIELDS } from "./record_edit.svelte";

const MENU: RawRow = { line: 1, text: "Home", became: [{ part: "removed", number: 0 }] };
const TITLE: RawRow = { line: 2, text: "Port Closed", became: [{ part: "title", number: null }] };
const SHIPS: RawRow = { line: 3, text: "Ships wait.", became: [{ part: "paragraph", number: 1 }] };
const NOTICE: RawRow = { line: 4, text: "Subscribe", became: [{ part: "removed", number: 1 }] };

const RECORD: ArticleRecord = {
  version: "v1",
  marked: [[2], [2, 3], [3]],
  record: {
    sha256: "hash",
    file_name: null,
    encoding: "UTF-8",
    fields: FIELDS.map((field) => ({ field, value: field === "title" ? "Port Closed" : field === "outlet" ? "Strait Post" : "", typed: field === "outlet" })),
    key_points: 0,
    paragraphs: 1,
    risks: 0,
    related: 0,
    rows: [MENU, TITLE, SHIPS, NOTICE],
    lines_not_shown: 0,
    stated_from: null,
    removed: [
      { text: "Home", because: "navigation" },
      { text: "Subscribe", because: "promotion" },
    ],
    left_out: 2,
    doubts: [],
    alike: [],
    candidates: [],
    site: "post.example",
    followed: [],
  },
};

const failure = { kind: "conflict" as const, message: "A newer version took its place.", hint: null };
const ADDED: VersionAdded = { article: "a", version: "v2", number: 2, anchors: { exact: 0, moved: 1, approximate: 0, orphan: 0 }, changed: [] };

interface Asked {
  readonly version: string;
  readonly corrections: readonly Correction[];
  readonly kept: readonly number[];
  readonly leftOut: readonly number[];
}

/** A library with one article, and what it was asked to correct. */
async function opened(over: Partial<HeldAsks> = {}): Promise<{ sheet: HeldRecord; asked: Asked[]; rules: RuleSaid[] }> {
  const asked: Asked[] = [];
  const rules: RuleSaid[] = [];
  const sheet = new HeldRecord({
    record: () => Promise.resolve({ ok: true, value: RECORD }),
    correct: (version, corrections, kept, leftOut) => {
      asked.push({ version, corrections, kept, leftOut });
      return Promise.resolve({ ok: true, value: ADDED });
    },
    read: (_, value) => Promise.resolve({ ok: true, value: value.trim() }),
    remember: (_, rule) => {
      rules.push(rule);
      return Promise.resolve({ ok: true, value: "rule" });
    },
    ...over,
  });
  expect(await sheet.open("a")).toBeNull();
  return { sheet, asked, rules };
}

test("a piece that is put back and one that is left out go along with the version that was looked at", async () => {
  const { sheet, asked } = await opened();
  expect([sheet.out, sheet.touched]).toEqual([2, false]);
  sheet.keep(NOTICE);
  sheet.keep(SHIPS);
  expect([sheet.out, sheet.touched]).toEqual([2, true]);
  expect(await sheet.save()).toEqual({ ok: true, value: { version: ADDED, untaught: null } });
  expect(asked).toEqual([{ version: "v1", corrections: [], kept: [1], leftOut: [3] }]);
});

test("what is taken back leaves nothing to save", async () => {
  const { sheet, asked } = await opened();
  for (const row of [NOTICE, NOTICE, SHIPS, SHIPS]) sheet.keep(row);
  expect(sheet.touched).toBe(false);
  expect(await sheet.save()).toBeNull();
  expect(asked).toEqual([]);
});

test("among what was left out stays in sight what changes sides", async () => {
  const { sheet } = await opened();
  sheet.keep(NOTICE);
  sheet.keep(SHIPS);
  sheet.onlyOut = true;
  expect(sheet.rows).toEqual([MENU, SHIPS, NOTICE]);
});

test("marks on a line that is to leave are counted once each", async () => {
  const { sheet } = await opened();
  expect(sheet.marksOut).toBe(0);
  sheet.keep(SHIPS);
  expect(sheet.marksOut).toBe(2);
  sheet.keep(SHIPS);
  expect(sheet.marksOut).toBe(0);
});

test("title and deck are fields, and no pieces to be left out", async () => {
  const { sheet } = await opened();
  sheet.keep(TITLE);
  expect(sheet.touched).toBe(false);
});

test("a record that was saved says what was typed, and no more how sure the parser was", async () => {
  const { sheet } = await opened();
  expect([sheet.sureOf("title"), sheet.sureOf("outlet")]).toEqual(["none", "typed"]);
  sheet.values.title = "Port Shut";
  expect(sheet.sureOf("title")).toBe("typed");
});

test("a line that is left out of every page of the site is remembered once the record is saved", async () => {
  const { sheet, rules } = await opened();
  sheet.keep(SHIPS);
  sheet.remember(SHIPS.line);
  expect(rules).toEqual([]);
  await sheet.save();
  expect(rules).toEqual([{ rule: "without_line", line: "Ships wait." }]);
});

test("a correction that is refused says so, teaches nothing and can be tried again", async () => {
  const { sheet, rules } = await opened({ correct: () => Promise.resolve({ ok: false, failure }) });
  sheet.keep(SHIPS);
  sheet.remember(SHIPS.line);
  expect(await sheet.save()).toEqual({ ok: false, failure });
  expect([rules, sheet.saving, sheet.touched]).toEqual([[], false, true]);
});
