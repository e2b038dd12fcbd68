// One text in the import sheet: where it comes from, what the parser makes of it, and keeping it as an article.
//
// Of several questions about the text only the newest one's answer counts. A field that the analyst has changed stays as it is
// while the text goes on changing.

import type {
  AlikeArticle,
  Correction,
  Failure,
  ImportPreview,
  ImportSource,
  ImportTo,
  SavedImport,
  SaveImport,
  VersionAdded,
} from "../../api/bindings";
import type { Answer } from "../../api/client";
import { RecordEdit, type RecordAsks } from "./record_edit.svelte";

/** What the sheet asks of the program. */
export interface Asks extends RecordAsks {
  preview: (source: ImportSource) => Promise<Answer<ImportPreview>>;
  save: (source: ImportSource, save: SaveImport) => Promise<Answer<SavedImport>>;
}

/** What was kept. */
export interface Kept {
  readonly article: string;
  /** The version that was made of an article that was there. */
  readonly version: VersionAdded | null;
  /** Why something that was to be remembered for the site was not. */
  readonly untaught: Failure | null;
}

export class TextSheet extends RecordEdit {
  source = $state.raw<ImportSource>({ from: "text", text: "" });
  /** Why there is no preview. */
  failure = $state.raw<Failure | null>(null);
  /** Markup that was pasted, whether it is read or its plain text. */
  html: string | null = null;
  /** The plain text that came along with markup, or the address of a page that was fetched: what a draft would keep. */
  plain = "";
  to = $state<ImportTo>("inbox");
  tags = $state<string[]>([]);
  keepBoth = $state(false);
  /** The article that this is to be a new version of. */
  versionOf = $state<string | null>(null);
  /** The article that is the same and kept this one from being added. */
  held = $state.raw<AlikeArticle | null>(null);

  #asked = 0;

  constructor(
    private readonly asks: Asks,
    /** The draft that this text was. */
    readonly draft: string | null = null,
    corrections: readonly Correction[] = [],
  ) {
    super(asks, corrections);
  }

  /** Whether there is a text at all. */
  get blank(): boolean {
    return this.source.from === "text" && this.source.text.trim() === "";
  }

  /** The articles that are there already, most alike first. */
  get alike(): readonly AlikeArticle[] {
    const found = this.preview?.alike ?? [];
    const held = this.held;
    return held === null || found.some((a) => a.uid === held.uid) ? found : [held, ...found];
  }

  /** Looks at `source`; an answer that comes after a newer question is not heard. */
  async look(source: ImportSource): Promise<void> {
    this.source = source;
    this.#asked += 1;
    const asked = this.#asked;
    if (this.blank) {
      this.preview = null;
      this.failure = null;
      return;
    }
    const answer = await this.asks.preview(source);
    if (asked !== this.#asked) return;
    this.failure = answer.ok ? null : answer.failure;
    this.held = null;
    if (answer.ok) this.fill(answer.value);
    else this.preview = null;
  }

  /** Keeps the text as an article. Nothing when a field can't be read, it failed, or the article is there already. */
  async save(): Promise<Answer<Kept> | null> {
    if (this.saving || this.blank || this.preview === null) return null;
    this.saving = true;
    try {
      if (!(await this.checked())) return null;
      const answer = await this.asks.save(this.source, {
        corrections: this.corrections,
        kept: [...this.kept],
        left_out: [...this.leftOut],
        to: this.to,
        tags: [...this.tags],
        keep_both: this.keepBoth,
        version_of: this.versionOf,
        looked_at: this.preview.sha256,
        draft: this.draft,
      });
      if (!answer.ok) return answer;
      this.held = answer.value.held;
      const { article, version } = answer.value;
      if (article === null) return null;
      return { ok: true, value: { article, version, untaught: await this.teach() } };
    } finally {
      this.saving = false;
    }
  }
}
