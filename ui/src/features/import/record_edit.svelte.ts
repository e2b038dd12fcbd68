// The record of one text as it is corrected: what was read, what the analyst changes in its fields, which pieces go into it and
// out of it, and what of that is remembered for the site. Where the record comes from and how it is kept is left to others.

import type {
  Correction,
  Failure,
  FieldCandidate,
  FieldCue,
  ImportPreview,
  RawRow,
  RecordField,
  RuleSaid,
} from "../../api/bindings";
import type { Answer } from "../../api/client";
import { isPiece, reason, removedIn, type Doubted } from "./gutter";
import { ruleOf } from "./stated";

/** What the record asks of the program. */
export interface RecordAsks {
  read: (field: RecordField, value: string, published: string | null) => Promise<Answer<string>>;
  remember: (site: string, rule: RuleSaid) => Promise<Answer<string>>;
}

export type Values = Record<RecordField, string>;

/** How sure the parser was of something. */
export type Sure = "sure" | "check" | "typed" | "none";

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

export class RecordEdit {
  preview = $state.raw<ImportPreview | null>(null);
  /** What the fields show. */
  values = $state<Values>({ ...NOTHING });
  errors = $state<Partial<Record<RecordField, string | undefined>>>({});
  /** Entries of what was left out that are kept all the same. */
  kept = $state.raw<readonly number[]>([]);
  /** Lines that are in the record and are to be left out. */
  leftOut = $state.raw<readonly number[]>([]);
  /** Fields whose corrections are remembered for the site, and lines that are left out of all its pages. */
  remembered = $state.raw<readonly (RecordField | number)[]>([]);
  saving = $state(false);

  #read = $state.raw<Values>({ ...NOTHING });
  #cues = $state.raw<Partial<Record<RecordField, { cue: FieldCue; value: string }>>>({});
  #lines = $state.raw<Partial<Record<RecordField, number | undefined>>>({});
  // Fields that corrections were brought along for: changed before anything was read.
  #early: readonly RecordField[] = [];

  constructor(
    private readonly program: RecordAsks,
    corrections: readonly Correction[] = [],
  ) {
    for (const { field, value, line } of corrections) {
      this.values[field] = value;
      if (line !== null) this.#lines = { ...this.#lines, [field]: line };
      this.#early = [...this.#early, field];
    }
  }

  /** How many pieces of the text are in no part of the record, as it stands. */
  get out(): number {
    return (this.preview?.left_out ?? 0) - this.kept.length + this.leftOut.length;
  }

  /** Whether the analyst changed `field`. */
  changed(field: RecordField): boolean {
    return this.values[field] !== this.#read[field] || this.#lines[field] !== undefined;
  }

  /** Whether the analyst typed what stands in `field` before this. */
  typed(field: RecordField): boolean {
    return this.preview?.fields.find((read) => read.field === field)?.typed === true;
  }

  /** What the analyst changed. */
  get corrections(): Correction[] {
    return FIELDS.filter((field) => this.changed(field)).map((field) => ({
      field,
      value: this.values[field],
      line: this.#lines[field] ?? null,
    }));
  }

  /** How sure the parser was of `field`. */
  sureOf(field: RecordField): Sure {
    if (this.changed(field)) return "typed";
    if (this.doubt(field) !== undefined) return "check";
    return this.values[field] === "" ? "none" : "sure";
  }

  /** How sure it was of a part of which it found `count`. */
  sureOfPart(part: Doubted, count: number): Sure {
    if (this.doubt(part) !== undefined) return "check";
    return count > 0 ? "sure" : "none";
  }

  /** Why `about` should be looked at, as words. */
  doubt(about: Doubted): string | undefined {
    return reason(this.preview?.doubts ?? [], about);
  }

  /** Shows what was read, except in the fields that the analyst changed. */
  protected fill(preview: ImportPreview): void {
    this.preview = preview;
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
    const answer = await this.program.read(field, typed, this.values.published || null);
    if (this.values[field] !== typed) return true;
    if (answer.ok) this.values[field] = answer.value;
    else this.errors[field] = answer.failure.message;
    return answer.ok;
  }

  /** Reads every field that was changed; says whether all can be. */
  protected async checked(): Promise<boolean> {
    const read = await Promise.all(FIELDS.filter((field) => this.changed(field)).map((field) => this.check(field)));
    return !read.includes(false);
  }

  /** Teaches the site what was asked for. What can't be remembered takes nothing from what was saved. */
  protected async teach(): Promise<Failure | null> {
    const site = this.preview?.site;
    if (site === undefined || site === null) return null;
    let failure: Failure | null = null;
    for (const what of this.remembered) {
      const line = this.preview?.rows.find((row) => row.line === what)?.text;
      const rule: RuleSaid | undefined =
        typeof what !== "number" ? this.rule(what) : line === undefined ? undefined : { rule: "without_line", line };
      const answer = rule === undefined ? null : await this.program.remember(site, rule);
      if (answer?.ok === false) failure = answer.failure;
    }
    return failure;
  }
}
