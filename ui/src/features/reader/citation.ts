// A quote with where it comes from, for the clipboard: as plain text, and with the headline set apart for word processors.

import type { ArticleOpened } from "../../api/bindings";
import { locale } from "../../i18n/say.svelte";

/** Who said it where and when: Author, “Headline”, Outlet, 2 February 2026, ¶3. */
export function citation(article: ArticleOpened, locator: string): string {
  const { row } = article;
  return [row.authors.join(", "), `“${row.headline}”`, row.outlet ?? "", day(row.published), locator]
    .filter((part) => part !== "")
    .join(", ");
}

function day(published: string | null): string {
  if (published === null) return "";
  const format = new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeZone: "UTC" });
  return format.format(new Date(`${published}T00:00:00Z`));
}

/** A quote in quotation marks, unless it brings its own. */
export function quoted(words: string): string {
  const bare = words.trim();
  return /^[“"«„]/.test(bare) && /[”"»“]$/.test(bare) ? bare : `“${bare}”`;
}

/** Puts `words` and its citation on the clipboard, both as text and as a quotation with its source. */
export function copy(words: string | null, source: string): boolean {
  const quote = words === null ? "" : quoted(words);
  const text = words === null ? source : `${quote} — ${source}`;
  const body = document.createElement("p");
  if (words !== null) {
    body.append(quote, " — ");
  }
  const cite = document.createElement("cite");
  cite.textContent = source;
  body.append(cite);
  const put = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData?.setData("text/plain", text);
    event.clipboardData?.setData("text/html", new XMLSerializer().serializeToString(body));
  };
  document.addEventListener("copy", put, { capture: true, once: true });
  // The only way to put two forms on the clipboard without asking for the right to read it.
  const done = document.execCommand("copy");
  document.removeEventListener("copy", put, { capture: true });
  return done;
}
