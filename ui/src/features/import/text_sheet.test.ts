import { expect, test } from "vitest";

import type { ImportPreview, RecordField, RuleSaid, SaveImport } from "../../api/bindings";
import { FIELDS } from "./record_edit.svelte";
import { TextSheet, type Asks } from "./text_sheet.svelte";

function preview(values: Partial<Record<RecordField, string>>, more: Partial<ImportPreview> = {}): ImportPreview {
  return {
    sha256: "hash",
    file_name: null,
    encoding: "UTF-8",
    fields: FIELDS.map((field) => ({ field, value: values[field] ?? "", typed: false })),
    key_points: 0,
    paragraphs: 1,
    risks: 0,
    related: 0,
    rows: [
      { line: 1, text: "Port Closed", became: [{ part: "title", number: null }] },
      { line: 3, text: "By Ana\n Ruiz", became: [] },
      { line: 4, text: "Port Closed", became: [{ part: "removed", number: 0 }] },
    ],
    lines_not_shown: 0,
    stated_from: null,
    removed: [{ text: "Port Closed", because: "repeated_headline" }],
    left_out: 1,
    doubts: [],
    alike: [],
    candidates: [],
    site: null,
    followed: [],
    ...more,
  };
}

const failure = { kind: "invalid" as const, message: "That is no date.", hint: null };

/** A program that finds `Port Closed` in every text, and what it was asked to save. */
function program(over: Partial<Asks> = {}): { asks: Asks; saved: SaveImport[]; rules: RuleSaid[] } {
  const saved: SaveImport[] = [];
  const rules: RuleSaid[] = [];
  const asks: Asks = {
    preview: () => Promise.resolve({ ok: true, value: preview({ title: "Port Closed", section: "World" }) }),
    read: (_, value) => Promise.resolve({ ok: true, value: value.trim() }),
    remember: (_, rule) => {
      rules.push(rule);
      return Promise.resolve({ ok: true, value: "rule" });
    },
    save: (_, save) => {
      saved.push(save);
      return Promise.resolve({ ok: true, value: { article: "uid", held: null, version: null } });
    },
    ...over,
  };
  return { asks, saved, rules };
}

const text = (words: string) => ({ from: "text" as const, text: words });

test("what was corrected goes along, what was not does not", async () => {
  const { asks, saved } = program();
  const sheet = new TextSheet(asks);
  await sheet.look(text("Port Closed"));
  sheet.values.title = " Port Shut ";
  expect(await sheet.save()).toEqual({ ok: true, value: { article: "uid", version: null, untaught: null } });
  expect(saved[0]?.corrections).toEqual([{ field: "title", value: "Port Shut", line: null }]);
  expect(saved[0]?.looked_at).toBe("hash");
});

test("a corrected field stays while the text goes on changing", async () => {
  let found = { title: "Port Closed", section: "World" };
  const { asks } = program({ preview: () => Promise.resolve({ ok: true, value: preview(found) }) });
  const sheet = new TextSheet(asks);
  await sheet.look(text("a"));
  sheet.values.title = "Mine";
  found = { title: "Port Open", section: "Trade" };
  await sheet.look(text("b"));
  expect([sheet.values.title, sheet.values.section]).toEqual(["Mine", "Trade"]);
  sheet.restore("title");
  expect(sheet.values.title).toBe("Port Open");
});

test("the answer to an older question is not heard", async () => {
  const answers: ((title: string) => void)[] = [];
  const { asks } = program({
    preview: () =>
      new Promise((resolve) => {
        answers.push((title) => {
          resolve({ ok: true, value: preview({ title }) });
        });
      }),
  });
  const sheet = new TextSheet(asks);
  const [first, second] = [sheet.look(text("a")), sheet.look(text("b"))];
  answers[1]?.("newer");
  answers[0]?.("older");
  await Promise.all([first, second]);
  expect(sheet.values.title).toBe("newer");
});

test("a field that can't be read says so and nothing is saved", async () => {
  const { asks, saved } = program({
    read: (field, value) => Promise.resolve(field === "published" ? { ok: false, failure } : { ok: true, value }),
  });
  const sheet = new TextSheet(asks);
  await sheet.look(text("a"));
  sheet.values.published = "soon";
  expect(await sheet.save()).toBeNull();
  expect([sheet.errors.published, saved.length]).toEqual(["That is no date.", 0]);
});

test("a line that is pointed at becomes the field, and a dropped one is kept", async () => {
  const { asks, saved } = program();
  const sheet = new TextSheet(asks);
  await sheet.look(text("a"));
  const [, byline, duplicate] = sheet.preview?.rows ?? [];
  if (byline === undefined || duplicate === undefined) throw new Error("the preview has three rows");
  sheet.use(byline, "authors");
  sheet.keep(duplicate);
  await sheet.save();
  expect(saved[0]?.corrections).toEqual([{ field: "authors", value: "Ana Ruiz", line: 3 }]);
  expect(saved[0]?.kept).toEqual([0]);
});

test("an article that is there already is shown and not added", async () => {
  const held = { uid: "old", headline: "Port Closed", published: null, trashed: false, likeness: "same" as const, percent: null };
  const { asks } = program({ save: () => Promise.resolve({ ok: true, value: { article: null, version: null, held } }) });
  const sheet = new TextSheet(asks);
  await sheet.look(text("a"));
  expect(await sheet.save()).toBeNull();
  expect(sheet.alike).toEqual([held]);
});

test("a draft goes on with what was corrected in it", async () => {
  const { asks, saved } = program();
  const sheet = new TextSheet(asks, "draft", [{ field: "deck", value: "Mine", line: null }]);
  await sheet.look(text("a"));
  expect([sheet.values.deck, sheet.values.title]).toEqual(["Mine", "Port Closed"]);
  await sheet.save();
  expect([saved[0]?.draft, saved[0]?.corrections.length]).toEqual(["draft", 1]);
});

test("what the page states elsewhere can be chosen, and is remembered for its site once the article is saved", async () => {
  const candidate = { field: "authors" as const, value: "Ana Ruiz", cue: "json_ld" as const, verdict: "less_trusted" as const, line: 4 };
  const page = preview({ title: "Port Closed", authors: "admin" }, { site: "post.example", candidates: [candidate] });
  const { asks, saved, rules } = program({ preview: () => Promise.resolve({ ok: true, value: page }) });
  const sheet = new TextSheet(asks);
  await sheet.look({ from: "markup", html: "<p>" });
  expect(sheet.rule("authors")).toBeUndefined();
  sheet.choose("authors", candidate);
  expect(sheet.rule("authors")).toEqual({ rule: "from_cue", field: "authors", cue: "json_ld" });
  sheet.remember("authors");
  expect(rules).toEqual([]);
  await sheet.save();
  expect(saved[0]?.corrections).toEqual([{ field: "authors", value: "Ana Ruiz", line: 4 }]);
  expect(rules).toEqual([{ rule: "from_cue", field: "authors", cue: "json_ld" }]);
});

test("a paragraph is left out and taken back, and left out of every page of its site when that is asked for", async () => {
  const rows = [{ line: 5, text: "Read also", became: [{ part: "paragraph" as const, number: 1 }] }];
  const page = preview({ title: "Port Closed" }, { site: "post.example", rows });
  const { asks, saved, rules } = program({ preview: () => Promise.resolve({ ok: true, value: page }) });
  const sheet = new TextSheet(asks);
  await sheet.look({ from: "markup", html: "<p>" });
  const [row] = rows;
  if (row === undefined) throw new Error("no row");
  sheet.keep(row);
  sheet.keep(row);
  expect(sheet.leftOut).toEqual([]);
  sheet.keep(row);
  sheet.remember(5);
  await sheet.save();
  expect(saved[0]?.left_out).toEqual([5]);
  expect(rules).toEqual([{ rule: "without_line", line: "Read also" }]);
});
