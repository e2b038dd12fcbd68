// The record of an article in the library, as it is corrected: its fields, and the pieces that go into it and out of it. What is
// saved is a further version of the same bytes.

import type { ArticleRecord, Correction, Failure, RawRow, RecordField, VersionAdded } from "../../api/bindings";
import type { Answer } from "../../api/client";
import { removedIn } from "./gutter";
import { RecordEdit, type RecordAsks, type Sure } from "./record_edit.svelte";

/** What the sheet asks of the program. */
export interface HeldAsks extends RecordAsks {
  record: (article: string) => Promise<Answer<ArticleRecord>>;
  correct: (version: string, corrections: Correction[], kept: number[], leftOut: number[]) => Promise<Answer<VersionAdded | null>>;
}

/** What was corrected. */
export interface Corrected {
  /** The version that was made; nothing where the record said all of it already. */
  readonly version: VersionAdded | null;
  /** Why something that was to be remembered for the site was not. */
  readonly untaught: Failure | null;
}

export class HeldRecord extends RecordEdit {
  /** Whether only what was left out is shown. */
  onlyOut = $state(false);

  #version = "";
  #marked = $state.raw<readonly (readonly number[])[]>([]);

  constructor(private readonly asks: HeldAsks) {
    super(asks);
  }

  /** Opens the record of `article`, or says why it can't be opened. */
  async open(article: string): Promise<Failure | null> {
    const answer = await this.asks.record(article);
    if (!answer.ok) return answer.failure;
    this.#version = answer.value.version;
    this.#marked = answer.value.marked;
    this.fill(answer.value.record);
    return null;
  }

  /** The lines to be shown: what goes in or out in this sheet stays in sight. */
  get rows(): readonly RawRow[] {
    const rows = this.preview?.rows ?? [];
    return this.onlyOut ? rows.filter((row) => removedIn(row) !== undefined || this.leftOut.includes(row.line)) : rows;
  }

  /** How many marks stand on lines that are to be left out. */
  get marksOut(): number {
    return this.#marked.filter((lines) => lines.some((line) => this.leftOut.includes(line))).length;
  }

  /** Whether there is something to save. */
  get touched(): boolean {
    return this.corrections.length + this.kept.length + this.leftOut.length > 0;
  }

  // What was to be looked at was looked at when the article was saved; what is known since is who typed.
  override sureOf(field: RecordField): Sure {
    return this.changed(field) || this.typed(field) ? "typed" : "none";
  }

  override sureOfPart(): Sure {
    return "none";
  }

  /** Saves the corrections as a new version. Nothing when a field can't be read or nothing was changed. */
  async save(): Promise<Answer<Corrected> | null> {
    if (this.saving || !this.touched) return null;
    this.saving = true;
    try {
      if (!(await this.checked())) return null;
      const answer = await this.asks.correct(this.#version, this.corrections, [...this.kept], [...this.leftOut]);
      if (!answer.ok) return answer;
      return { ok: true, value: { version: answer.value, untaught: await this.teach() } };
    } finally {
      this.saving = false;
    }
  }
}
