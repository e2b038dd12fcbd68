// The words of the field that carry colour or shape in the window, and the ids of their words.

export const KINDS = ["fact", "judgement", "risk", "question", "claim"] as const;
export type Kind = (typeof KINDS)[number];

export const RATINGS = ["very_low", "low", "moderate", "high", "very_high"] as const;
export type Rating = (typeof RATINGS)[number];

export type Confidence = "low" | "moderate" | "high";
export type Trend = "new" | "rising" | "stable" | "falling";

/** The rating whose printed word or identifier `text` is: "Very low" and "very_low" are the same. */
export function asRating(text: string): Rating {
  const id = text.toLowerCase().replace(/[ -]/g, "_");
  return RATINGS.find((rating) => rating === id) ?? "very_low";
}
