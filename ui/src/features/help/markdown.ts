// The guide's Markdown as typed blocks, so that it becomes elements and text like everything else in the window.
//
// Only what the guide uses: headings, paragraphs, lists, tables, code, quotes, pictures, links; strong, emphasised and code text.

import { GFM, parser } from "@lezer/markdown";

/** A run of text. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly code: boolean;
  /** Where it leads: a page of the guide ("reader.md"), an address. */
  readonly link: string | null;
}

export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly runs: readonly Run[] }
  | { readonly kind: "paragraph"; readonly runs: readonly Run[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: "table"; readonly head: readonly (readonly Run[])[]; readonly rows: readonly (readonly (readonly Run[])[])[] }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "picture"; readonly source: string; readonly alt: string };

const markdown = parser.configure(GFM);

type SyntaxNode = ReturnType<typeof markdown.parse>["topNode"];

/** The blocks of a page. */
export function blocks(page: string): Block[] {
  return new Page(page).children(markdown.parse(page).topNode);
}

/** The words of a block, for searching and for headings in lists. */
export function words(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return block.runs.map((run) => run.text).join("");
    case "list":
      return block.items.flat().map(words).join(" ");
    case "table":
      return [block.head, ...block.rows].flat(2).map((run) => run.text).join(" ");
    case "quote":
      return block.blocks.map(words).join(" ");
    case "code":
      return block.text;
    case "picture":
      return block.alt;
  }
}

const PLAIN = { strong: false, emphasis: false, code: false, link: null };
// Signs that make the structure and are not text.
const MARKS = new Set(["HeaderMark", "EmphasisMark", "CodeMark", "LinkMark", "ListMark", "QuoteMark", "URL", "LinkTitle", "TableDelimiter", "CodeInfo"]);

class Page {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  children(node: SyntaxNode): Block[] {
    const found: Block[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      const block = this.block(child);
      if (block) found.push(block);
    }
    return found;
  }

  block(node: SyntaxNode): Block | null {
    const level = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1];
    if (level !== undefined) return { kind: "heading", level: Number(level), runs: this.runs(node) };
    switch (node.name) {
      case "Paragraph": {
        const picture = node.getChild("Image");
        if (picture && picture.from === node.from && picture.to === node.to) {
          return { kind: "picture", source: this.url(picture) ?? "", alt: this.runs(picture).map((run) => run.text).join("") };
        }
        return { kind: "paragraph", runs: this.runs(node) };
      }
      case "BulletList":
      case "OrderedList":
        return { kind: "list", ordered: node.name === "OrderedList", items: node.getChildren("ListItem").map((item) => this.children(item)) };
      case "Table":
        return { kind: "table", head: this.cells(node.getChild("TableHeader")), rows: node.getChildren("TableRow").map((row) => this.cells(row)) };
      case "Blockquote":
        return { kind: "quote", blocks: this.children(node) };
      case "FencedCode":
        return { kind: "code", text: this.slice(node.getChild("CodeText")) };
      default:
        return null;
    }
  }

  cells(row: SyntaxNode | null): Run[][] {
    return row?.getChildren("TableCell").map((cell) => this.runs(cell)) ?? [];
  }

  // The text between and in the children of `node`, each in the manner of its own.
  runs(node: SyntaxNode, manner: Omit<Run, "text"> = PLAIN): Run[] {
    const found: Run[] = [];
    let at = node.from;
    const upTo = (to: number) => {
      // A line that goes on is one line with the next.
      const text = this.#text.slice(at, to).replace(/\s*\n\s*/g, " ");
      if (text !== "") found.push({ ...manner, text });
    };
    for (let child = node.firstChild; child; child = child.nextSibling) {
      upTo(child.from);
      if (!MARKS.has(child.name)) found.push(...this.runs(child, this.manner(child, manner)));
      at = child.to;
    }
    upTo(node.to);
    if (node.name.endsWith("Escape")) return [{ ...manner, text: this.slice(node).slice(1) }];
    return node.name.startsWith("ATXHeading") ? trimmed(found) : found;
  }

  manner(node: SyntaxNode, outer: Omit<Run, "text">): Omit<Run, "text"> {
    switch (node.name) {
      case "StrongEmphasis":
        return { ...outer, strong: true };
      case "Emphasis":
        return { ...outer, emphasis: true };
      case "InlineCode":
        return { ...outer, code: true };
      case "Link":
        return { ...outer, link: this.url(node) };
      default:
        return outer;
    }
  }

  url(node: SyntaxNode): string | null {
    const url = node.getChild("URL");
    return url ? this.slice(url) : null;
  }

  slice(node: SyntaxNode | null): string {
    return node ? this.#text.slice(node.from, node.to) : "";
  }
}

function trimmed(runs: Run[]): Run[] {
  return runs.map((run, n) => (n === 0 ? { ...run, text: run.text.trimStart() } : run)).filter((run) => run.text !== "");
}
