// The user guide, as it stands in docs/src: the same pages that mdBook makes a site of.

import { blocks, words, type Block } from "./markdown";

/** A page of the guide. */
export interface Page {
  /** "reader": its file's name. */
  readonly name: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** An entry of the table of contents. */
export interface Entry {
  readonly name: string;
  readonly title: string;
  /** 0 for a page of its own, 1 for one under another. */
  readonly depth: number;
}

const texts = import.meta.glob<string>("../../../../docs/src/*.md", { query: "?raw", import: "default", eager: true });
const pictures = import.meta.glob<string>("../../../../docs/pictures/*.webp", { query: "?url", import: "default", eager: true });

const nameOf = (path: string) => path.replace(/^.*\/|\.\w+$/g, "");

const pages = new Map<string, Page>();
for (const [path, text] of Object.entries(texts)) {
  const made = blocks(text);
  const [first] = made;
  pages.set(nameOf(path), { name: nameOf(path), title: first ? words(first) : nameOf(path), blocks: made });
}

const pictureOf = new Map(Object.entries(pictures).map(([path, url]) => [nameOf(path), url]));

/** The table of contents, from SUMMARY.md. */
export const CONTENTS: readonly Entry[] = (Object.entries(texts).find(([path]) => path.endsWith("/SUMMARY.md"))?.[1] ?? "")
  .split("\n")
  .flatMap((line) => {
    const found = /^(\s*)(?:- )?\[(.+?)\]\((.+?)\.md\)$/.exec(line);
    const [, indent = "", title = "", name = ""] = found ?? [];
    return found && pages.has(name) ? [{ name, title, depth: indent.length > 0 ? 1 : 0 }] : [];
  });

/** The page of this name. */
export function page(name: string): Page | undefined {
  return pages.get(name);
}

/** Where a picture that a page names is in the window. */
export function picture(source: string): string | undefined {
  return pictureOf.get(nameOf(source));
}

/** The pages in which all words of `query` stand, in the order of the contents. */
export function search(query: string): readonly Entry[] {
  const wanted = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return CONTENTS.filter(({ name }) => {
    const text = (pages.get(name)?.blocks ?? []).map(words).join(" ").toLocaleLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
