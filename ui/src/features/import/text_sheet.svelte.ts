// One text in the import sheet: what the parser made of it, what the analyst corrects, and keeping it.
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
  RawRow,
  RecordField,
  SavedImport,
  SaveImport,
} from "../../api/bindings";
import type { Answer } from "../../api/client";
import { removedIn } from "./gutter";

/** What the sheet asks of the program. */
export interface Asks {
  preview: (source: ImportSource) => Promise<Answer<ImportPreview>>;
  read: (field: RecordField, value: string, published: string | null) => Promise<Answer<string>>;
  save: (source: ImportSource, save: SaveImport) => Promise<Answer<SavedImport>>;
}

export type Values = Record<RecordField, string>;

const NOTHING: Values = {
  title: "",
  deck: "",
  authors: "",
  section: "",
  published: "",
  dateline: "",
  outlet: "",
  url: "",
  language: "",
};

/** The fields, in the order of the sheet. */
export const FIELDS = Object.keys(NOTHING) as readonly RecordField[];

export class TextSheet {
  source = $state.raw<ImportSource>({ from: "text", text: "" });
  preview = $state.raw<ImportPreview | null>(null);
  /** Why there is no preview. */
  failure = $state.raw<Failure | null>(null);
  /** What the fields show. */
  values = $state<Values>({ ...NOTHING });
  errors = $state<Partial<Record<RecordField, string | undefined>>>({});
  /** Entries of what was left out that are kept all the same. */
  kept = $state.raw<readonly number[]>([]);
  to = $state<ImportTo>("inbox");
  tags = $state<string[]>([]);
  keepBoth = $state(false);
  saving = $state(false);
  /** The article that is the same and kept this one from being added. */
  held = $state.raw<AlikeArticle | null>(null);

  #read = $state.raw<Values>({ ...NOTHING });
  #lines = $state.raw<Partial<Record<RecordField, number | undefined>>>({});
  #asked = 0;

  constructor(
    private readonly asks: Asks,
    /** The draft that this text was. */
    readonly draft: string | null = null,
    corrections: readonly Correction[] = [],
  ) {
    for (const { field, value, line } of corrections) {
      this.values[field] = value;
      if (line !== null) this.#lines = { ...this.#lines, [field]: line };
      this.#early = [...this.#early, field];
    }
  }

  // Fields that a draft brought along: changed before anything was read.
  #early: readonly RecordField[] = [];

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

  /** Whether the analyst changed `field`. */
  changed(field: RecordField): boolean {
    return this.values[field] !== this.#read[field] || this.#lines[field] !== undefined;
  }

  /** What the analyst changed. */
  get corrections(): Correction[] {
    return FIELDS.filter((field) => this.changed(field)).map((field) => ({
      field,
      value: this.values[field],
      line: this.#lines[field] ?? null,
    }));
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
    this.preview = answer.ok ? answer.value : null;
    this.held = null;
    if (answer.ok) this.#fill(answer.value);
  }

  #fill(preview: ImportPreview): void {
    const read = { ...NOTHING };
    for (const { field, value } of preview.fields) read[field] = value;
    for (const field of FIELDS) {
      const untouched = !this.#early.includes(field) && !this.changed(field);
      if (untouched) this.values[field] = read[field];
    }
    this.#early = [];
    this.#read = read;
    // Lines that were pointed at have moved with the text.
    this.#lines = Object.fromEntries(
      Object.entries(this.#lines).filter(([, line]) => preview.rows.some((row) => row.line === line)),
    );
    this.kept = this.kept.filter((entry) => entry < preview.removed.length);
  }

  /** Makes the words of `row` the value of `field`. */
  use(row: RawRow, field: RecordField): void {
    const words = row.text.replace(/\s+/g, " ").trim();
    this.values[field] = field === "authors" ? words.replace(/^by\s+/i, "") : words;
    this.#lines = { ...this.#lines, [field]: row.line };
    if (field === "title" && this.values.deck === words) this.values.deck = "";
    if (field === "deck" && this.values.title === words) this.values.title = this.#read.title;
    void this.check(field);
  }

  /** Keeps a line that was left out, or leaves it out again. */
  keep(row: RawRow): void {
    const entry = removedIn(row);
    if (entry === undefined) return;
    this.kept = this.kept.includes(entry) ? this.kept.filter((other) => other !== entry) : [...this.kept, entry];
  }

  /** Gives `field` back what the parser read. */
  restore(field: RecordField): void {
    this.values[field] = this.#read[field];
    this.#lines = { ...this.#lines, [field]: undefined };
    this.errors[field] = undefined;
  }

  /** Reads what was typed into `field`; says whether it can be. */
  async check(field: RecordField): Promise<boolean> {
    this.errors[field] = undefined;
    const typed = this.values[field];
    if (!this.changed(field)) return true;
    const answer = await this.asks.read(field, typed, this.values.published || null);
    if (this.values[field] !== typed) return true;
    if (answer.ok) this.values[field] = answer.value;
    else this.errors[field] = answer.failure.message;
    return answer.ok;
  }

  /** Keeps the text as an article. Nothing when a field can't be read, it failed, or the article is there already. */
  async save(): Promise<Answer<string> | null> {
    if (this.saving || this.blank || this.preview === null) return null;
    this.saving = true;
    try {
      const read = await Promise.all(FIELDS.filter((field) => this.changed(field)).map((field) => this.check(field)));
      if (read.includes(false)) return null;
      const answer = await this.asks.save(this.source, {
        corrections: this.corrections,
        kept: [...this.kept],
        left_out: [],
        to: this.to,
        tags: [...this.tags],
        keep_both: this.keepBoth,
        looked_at: this.preview.sha256,
        draft: this.draft,
      });
      if (!answer.ok) return answer;
      this.held = answer.value.held;
      return answer.value.article === null ? null : { ok: true, value: answer.value.article };
    } finally {
      this.saving = false;
    }
  }
}
