// A judgement while it is being made: where the risk is put, in which words, how surely, and why. A draft lives as long as the
// window, so that leaving the sheet loses nothing.

import { SvelteSet } from "svelte/reactivity";

import type { Failure, RiskAssessment, RiskDetail, RiskMatrix, RiskTerm } from "../../api/bindings";
import { plus, readDay, today } from "./days";
import type { Cell } from "./matrix";

export type Confidence = "low" | "moderate" | "high";

/** A field that the library may refuse. */
export type Field = "likelihood" | "impact" | "basis" | "rationale" | "horizon" | "review_on";

export class Draft {
  readonly risk: string;
  readonly #matrix: RiskMatrix;
  /** The judgement that stands. */
  readonly before: RiskDetail["line"]["newest"];
  term = $state("");
  /** An exact number of per cent, as typed; empty where the term says enough. */
  percent = $state("");
  impact = $state(3);
  confidence = $state<Confidence>("moderate");
  basis = $state("");
  reason = $state("");
  horizon = $state("");
  review = $state("");
  /** Links that are not weighed. */
  readonly leftOut = new SvelteSet<string>();
  /** What was refused, by field. */
  refused = $state.raw<{ readonly field: string; readonly failure: Failure } | null>(null);

  constructor(detail: RiskDetail, matrix: RiskMatrix) {
    this.risk = detail.line.uid;
    this.#matrix = matrix;
    this.before = detail.line.newest;
    const { before } = this;
    const middle = matrix.rows[2]?.terms[0];
    this.term = before?.term ?? middle?.id ?? "";
    this.percent = before?.percent_given === true ? String(before.percent) : "";
    this.impact = before?.impact ?? 3;
    this.confidence = asConfidence(before?.confidence);
    this.basis = before?.basis ?? "";
    // A horizon that has passed is no horizon for a judgement of today.
    this.horizon = typeof before?.horizon === "string" && before.horizon >= today() ? before.horizon : "";
  }

  /** The term that is meant: the one chosen, or the one of the number typed. */
  get meant(): RiskTerm | null {
    const number = this.number;
    const terms = this.#matrix.rows.flatMap((row) => row.terms);
    if (number === null) return terms.find((term) => term.id === this.term) ?? null;
    // An end that two bands share belongs to the lower one.
    return terms.find((term) => number >= term.low && number <= term.high) ?? null;
  }

  /** The number typed; null where none is, or none that can be read. */
  get number(): number | null {
    const text = this.percent.replace("%", "").replace(",", ".").trim();
    if (text === "") return null;
    const number = Number(text);
    return Number.isFinite(number) ? number : null;
  }

  /** Where the risk is being put. */
  get cell(): Cell {
    const meant = this.meant;
    const row = this.#matrix.rows.find((other) => other.terms.some((term) => term.id === meant?.id));
    return { likelihood: row?.likelihood ?? 3, impact: this.impact };
  }

  /** The terms of the row it is put in. */
  get terms(): readonly RiskTerm[] {
    return this.#matrix.rows[this.cell.likelihood - 1]?.terms ?? [];
  }

  /** The estimate, per cent: the number typed, or the one that stands for the term. */
  get estimate(): number {
    return this.number ?? this.meant?.midpoint ?? 0;
  }

  /** Whether it says anything else than the judgement that stands; the first one always does. */
  get changed(): boolean {
    const { before } = this;
    return (
      before === null ||
      before.term !== this.meant?.id ||
      before.percent !== this.estimate ||
      before.impact !== this.impact ||
      before.confidence !== this.confidence
    );
  }

  /** Puts the risk into a cell. A row entered from below gives its least likely term, from above its most likely one. */
  put(cell: Cell): void {
    const from = this.cell.likelihood;
    this.impact = cell.impact;
    if (cell.likelihood === from) return;
    const terms = this.#matrix.rows[cell.likelihood - 1]?.terms ?? [];
    const term = cell.likelihood > from ? terms[0] : terms.at(-1);
    if (term) this.choose(term.id);
  }

  /** Takes a term, and with it no number. */
  choose(term: string): void {
    this.term = term;
    this.percent = "";
  }

  /** The next term of the row, round its end. */
  nextTerm(): void {
    const { terms } = this;
    const at = terms.findIndex((term) => term.id === this.meant?.id);
    const next = terms[(at + 1) % terms.length];
    if (next && terms.length > 1) this.choose(next.id);
  }

  /** Whether a link is weighed, turned round. */
  toggle(evidence: string): void {
    if (!this.leftOut.delete(evidence)) this.leftOut.add(evidence);
  }

  /** The day on which the rating has the risk looked at again. */
  reviewByRating(here = today()): string {
    const word = this.#matrix.rows[this.cell.likelihood - 1]?.ratings[this.impact - 1];
    const days = this.#matrix.ratings.find((rating) => rating.word === word)?.review_days ?? 0;
    const day = plus(here, days);
    const horizon = readDay(this.horizon, here);
    return horizon !== null && horizon >= here && horizon < day ? horizon : day;
  }

  /** What is sent. Stretches of time become days; what is no day is sent as it is, for the library to say so. */
  get request(): RiskAssessment {
    const here = today();
    const day = (typed: string) => (typed.trim() === "" ? null : (readDay(typed, here) ?? typed));
    return {
      likelihood: this.percent.trim() === "" ? this.term : this.percent.replace(",", ".").trim(),
      impact: this.impact,
      confidence: this.confidence,
      basis: this.basis,
      rationale: this.reason,
      horizon: day(this.horizon),
      review_on: day(this.review),
      left_out: [...this.leftOut],
    };
  }

  /** The sentence about `field`, if the library refused it. */
  refusal(field: Field): string | undefined {
    return this.refused?.field === field ? this.refused.failure.message : undefined;
  }

  /** Forgets what was refused about `fields`: somebody mends it. */
  mend(...fields: readonly Field[]): void {
    if (this.refused && fields.some((field) => field === this.refused?.field)) this.refused = null;
  }
}

function asConfidence(word: string | undefined): Confidence {
  return word === "low" || word === "high" ? word : "moderate";
}

// One a risk, until it is recorded or begun anew.
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shows which drafts there are; a draft itself is reactive
const drafts = new Map<string, Draft>();

/** The draft on a risk, begun where there is none; begun anew where the risk was judged since. */
export function draftOf(detail: RiskDetail, matrix: RiskMatrix): { draft: Draft; kept: boolean } {
  const kept = drafts.get(detail.line.uid);
  if (kept && kept.before?.uid === detail.line.newest?.uid) return { draft: kept, kept: true };
  const draft = new Draft(detail, matrix);
  drafts.set(detail.line.uid, draft);
  return { draft, kept: false };
}

/** Forgets the draft on a risk. */
export function forget(risk: string): void {
  drafts.delete(risk);
}
