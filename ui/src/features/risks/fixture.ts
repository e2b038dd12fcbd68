// Risks for tests.

import type { RiskLine, RiskMatrix, RiskPosition } from "../../api/bindings";

const term = (id: string, label: string, low: number, high: number, midpoint: number) => ({ id, label, low, high, midpoint });

export const matrix: RiskMatrix = {
  rows: [
    { likelihood: 1, terms: [term("almost-no-chance", "almost no chance", 1, 5, 3)], ratings: ["Very low", "Very low", "Very low", "Low", "Low"] },
    { likelihood: 2, terms: [term("very-unlikely", "very unlikely", 5, 20, 12.5)], ratings: ["Very low", "Low", "Low", "Low", "Moderate"] },
    {
      likelihood: 3,
      terms: [term("unlikely", "unlikely", 20, 45, 32.5), term("roughly-even-chance", "roughly even chance", 45, 55, 50)],
      ratings: ["Very low", "Low", "Moderate", "Moderate", "High"],
    },
    { likelihood: 4, terms: [term("likely", "likely", 55, 80, 67.5)], ratings: ["Very low", "Low", "Moderate", "High", "High"] },
    {
      likelihood: 5,
      terms: [term("very-likely", "very likely", 80, 95, 87.5), term("almost-certain", "almost certain", 95, 99, 97)],
      ratings: ["Very low", "Low", "Moderate", "High", "Very high"],
    },
  ],
  impacts: ["Negligible", "Limited", "Serious", "Severe", "Catastrophic"],
  ratings: [
    { word: "Very low", review_days: 180 },
    { word: "Low", review_days: 90 },
    { word: "Moderate", review_days: 28 },
    { word: "High", review_days: 14 },
    { word: "Very high", review_days: 7 },
  ],
};

/** A judgement: unlikely, severe, Moderate, unless something else is said. */
export function position(about: Partial<RiskPosition> = {}): RiskPosition {
  return {
    uid: "p1",
    as_of: "2026-02-02",
    made_at: "2026-02-02T10:00:00.000Z",
    term: "unlikely",
    label: "unlikely",
    low: 20,
    high: 45,
    percent: 32.5,
    percent_given: false,
    likelihood: 3,
    impact: 4,
    impact_word: "Severe",
    rating: "Moderate",
    confidence: "moderate",
    basis: "two reports",
    rationale: "The quay is closed.",
    horizon: null,
    ...about,
  };
}

/** A line of the register. */
export function line(about: Partial<Omit<RiskLine, "newest" | "before">> & { newest?: Partial<RiskPosition> | null; before?: Partial<RiskPosition> | null } = {}): RiskLine {
  const { newest = {}, before = null, ...rest } = about;
  return {
    uid: "u1",
    number: "R-1",
    title: "Closure of Selm",
    statement: null,
    statement_is_claim: false,
    origin_article: null,
    origin_number: null,
    made_at: "2026-02-01T10:00:00.000Z",
    status: "open",
    owner: null,
    review_on: "2026-03-02",
    review_is_chosen: false,
    trend: "new",
    supports: 0,
    contradicts: 0,
    context: 0,
    articles: 0,
    sources: 0,
    unweighed: 0,
    trashed: false,
    ...rest,
    newest: newest === null ? null : position(newest),
    before: before === null ? null : position(before),
  };
}
