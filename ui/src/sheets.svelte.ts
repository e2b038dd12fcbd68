// Sheets that open over any screen: importing, and correcting the record of an article. Whoever wants one says so here; the
// feature that draws it listens.

import type { ImportDraft } from "./api/bindings";

export type Sheet =
  /** A text to look at; an empty one is typed. */
  | { readonly kind: "text"; readonly text: string; readonly draft?: ImportDraft | undefined; readonly html?: string | undefined }
  /** A page to fetch; the address may be given. */
  | { readonly kind: "address"; readonly address: string }
  /** Files and folders that a person has chosen. */
  | { readonly kind: "files"; readonly paths: readonly string[] }
  | { readonly kind: "record"; readonly article: string };

let open = $state.raw<Sheet | null>(null);

export const sheets = {
  /** The sheet that is open. */
  get open(): Sheet | null {
    return open;
  },
  /** Opens the import sheet on a text that was pasted, with its markup if there was some, on one to go on with, or blank. */
  importText(text = "", draft?: ImportDraft, html?: string): void {
    open = { kind: "text", text, draft, html };
  },
  /** Opens the import sheet where an address is given. */
  importAddress(address = ""): void {
    open = { kind: "address", address };
  },
  /** Opens the import sheet on files; none shows how to choose some. */
  importFiles(paths: readonly string[] = []): void {
    open = { kind: "files", paths };
  },
  /** Opens the record of an article for correction. */
  correctRecord(article: string): void {
    open = { kind: "record", article };
  },
  close(): void {
    open = null;
  },
};
