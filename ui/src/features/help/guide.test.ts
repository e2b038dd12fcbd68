import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { env } from "node:process";

import { expect, test } from "vitest";

import { SCOPES } from "../../actions/action";
import { caps } from "../../actions/keys";
import { ACTIONS } from "../../actions/table";
import { say } from "../../i18n/say.svelte";
import { CONTENTS, page, search } from "./guide";
import type { Block, Run } from "./markdown";

const DOCS = "../docs/src";

test("every page is in the table of contents, once", () => {
  const files = readdirSync(DOCS).filter((file) => file.endsWith(".md") && file !== "SUMMARY.md");
  expect(CONTENTS.map((entry) => `${entry.name}.md`).sort()).toEqual(files.sort());
});

test("links lead to pages that exist, pictures are there and say what they show", () => {
  for (const { name } of CONTENTS) {
    for (const block of all(page(name)?.blocks ?? [])) {
      if (block.kind === "picture") {
        expect(existsSync(`${DOCS}/${block.source}`), `${name}: ${block.source}`).toBe(true);
        expect(block.alt.length, `${name}: ${block.source}`).toBeGreaterThan(10);
      }
      for (const run of runs(block)) {
        if (run.link !== null && !/^https?:/.test(run.link)) expect(existsSync(`${DOCS}/${run.link}`), `${name}: ${run.link}`).toBe(true);
      }
    }
  }
});

test("the guide is searched by all words", () => {
  expect(search("").length).toBe(CONTENTS.length);
  expect(search("zzzz nothing")).toEqual([]);
});

// UPDATE_EXPECT=1 writes the page instead of comparing it.
test("the keyboard page is what the table of actions says", () => {
  const file = `${DOCS}/keys.md`;
  const fresh = keyboardPage();
  if (env["UPDATE_EXPECT"] === "1") writeFileSync(file, fresh);
  expect(readFileSync(file, "utf8")).toBe(fresh);
});

function keyboardPage(): string {
  const sign = (key: string) => caps(key).map((cap) => `\`${cap}\``).join(" ");
  const sections = SCOPES.map(({ id }) => ({ id, actions: ACTIONS.filter((action) => action.scope === id && action.keys.length > 0) }))
    .filter(({ actions }) => actions.length > 0)
    .map(({ id, actions }) =>
      [
        `## ${say(`scope-${id}`)}`,
        "",
        "| What it does | Key |",
        "|---|---|",
        ...actions.map((action) => `| ${say(action.title)} | ${action.keys.map(sign).join(" or ").replaceAll("|", "\\|")} |`),
        "",
      ].join("\n"),
    );
  return [
    "# Keyboard reference",
    "",
    "Every key can be changed in the settings, and keys that are a single letter can be turned off there. `?` shows this list in the",
    "window, the keys of the open screen first. Keys parted by a space are pressed one after the other.",
    "",
    ...sections,
  ].join("\n");
}

function all(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.kind === "list") return [block, ...all(block.items.flat())];
    return block.kind === "quote" ? [block, ...all(block.blocks)] : [block];
  });
}

function runs(block: Block): readonly Run[] {
  if (block.kind === "table") return [block.head, ...block.rows].flat(2);
  return block.kind === "heading" || block.kind === "paragraph" ? block.runs : [];
}
