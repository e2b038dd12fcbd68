// One text in the import sheet: what the parser made of it, what the analyst corrects, and keeping it.
//
// Of several questions about the text only the newest one's answer counts. A field that the analyst has changed stays as it is
// while the text goes on changing.

import type {
  AlikeArticle,
  Correction,
  Failure,
  FieldCandidate,
  FieldCue,
  ImportPreview,
  ImportSource,
  ImportTo,
  RawRow,
  RecordField,
  RuleSaid,
  SavedImport,
  SaveImport,
  VersionAdded,
} from "../../api/bindings";
import type { Answer } from "../../api/client";
import { isPiece, removedIn } from "./gutter";
import { ruleOf } from "./stated";

/** What the sheet asks of the program. */
export interface Asks {
  preview: (source: ImportSource) => Promise<Answer<ImportPreview>>;
  read: (field: RecordField, value: string, published: string | null) => Promise<Answer<string>>;
  remember: (site: string, rule: RuleSaid) => Promise<Answer<string>>;
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
  /** Lines that are in the record and are to be left out. */
  leftOut = $state.raw<readonly number[]>([]);
  /** Markup that was pasted, whether it is read or its plain text. */
  html: string | null = null;
  /** The plain text that came along with markup, or the address of a page that was fetched: what a draft would keep. */
  plain = "";
  to = $state<ImportTo>("inbox");
  tags = $state<string[]>([]);
  keepBoth = $state(false);
  /** The article that this is to be a new version of. */
  versionOf = $state<string | null>(null);
  /** Fields whose corrections are remembered for the site, and lines that are left out of all its pages. */
  remembered = $state.raw<readonly (RecordField | number)[]>([]);
  saving = $state(false);
  /** The article that is the same and kept this one from being added. */
  held = $state.raw<AlikeArticle | null>(null);

  #read = $state.raw<Values>({ ...NOTHING });
  #cues = $state.raw<Partial<Record<RecordField, { cue: FieldCue; value: string }>>>({});
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
    this.kept = this.kept.filter((entry) => entry < preview.left_out);
    this.leftOut = this.leftOut.filter((line) => preview.rows.some((row) => row.line === line));
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

  /** Makes what the document states elsewhere the value of `field`. */
  choose(field: RecordField, { value, cue, line }: FieldCandidate): void {
    this.values[field] = value;
    this.#lines = { ...this.#lines, [field]: line ?? undefined };
    void this.check(field).then(() => {
      this.#cues = { ...this.#cues, [field]: { cue, value: this.values[field] } };
    });
  }

  /** The rule that the correction of `field` would teach for the site. */
  rule(field: RecordField): RuleSaid | undefined {
    const chosen = this.#cues[field];
    const value = this.values[field];
    return this.changed(field) ? ruleOf(this.preview, field, value, chosen?.value === value ? chosen.cue : undefined) : undefined;
  }

  /** Remembers a correction or a line for the site when this is saved, or doesn't. */
  remember(what: RecordField | number): void {
    this.remembered = this.remembered.includes(what) ? this.remembered.filter((other) => other !== what) : [...this.remembered, what];
  }

  /** Keeps a line that was left out, leaves out one that is in the record, or takes that back. */
  keep(row: RawRow): void {
    const entry = removedIn(row);
    if (entry === undefined && isPiece(row)) {
      const out = this.leftOut.includes(row.line);
      this.leftOut = out ? this.leftOut.filter((line) => line !== row.line) : [...this.leftOut, row.line];
      if (out) this.remembered = this.remembered.filter((what) => what !== row.line);
    }
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

  /** Teaches the site what was asked for. What can't be remembered takes nothing from what was saved. */
  async #teach(): Promise<Failure | null> {
    const site = this.preview?.site;
    if (site === undefined || site === null) return null;
    let failure: Failure | null = null;
    for (const what of this.remembered) {
      const line = this.preview?.rows.find((row) => row.line === what)?.text;
      const rule: RuleSaid | undefined =
        typeof what !== "number" ? this.rule(what) : line === undefined ? undefined : { rule: "without_line", line };
      const answer = rule === undefined ? null : await this.asks.remember(site, rule);
      if (answer?.ok === false) failure = answer.failure;
    }
    return failure;
  }

  /** Keeps the text as an article. Nothing when a field can't be read, it failed, or the article is there already. */
  async save(): Promise<Answer<Kept> | null> {
    if (this.saving || this.blank || this.preview === null) return null;
    this.saving = true;
    try {
      const read = await Promise.all(FIELDS.filter((field) => this.changed(field)).map((field) => this.check(field)));
      if (read.includes(false)) return null;
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
      return { ok: true, value: { article, version, untaught: await this.#teach() } };
    } finally {
      this.saving = false;
    }
  }
}
