import { describe, expect, it } from "vitest";

import type { Failure, RiskDetail } from "../../api/bindings";
import { Draft, draftOf, forget } from "./draft.svelte";
import { line, matrix } from "./fixture";

function detail(newest: Parameters<typeof line>[0]): RiskDetail {
  return { line: line(newest), origin: null, history: [], evidence: [] };
}

const begun = (newest: Parameters<typeof line>[0] = {}) => new Draft(detail(newest), matrix);

describe("a draft", () => {
  it("begins with the judgement that stands and changes nothing", () => {
    const draft = begun({ newest: { percent: 30, percent_given: true } });
    expect(draft.cell).toEqual({ likelihood: 3, impact: 4 });
    expect(draft.changed).toBe(false);
    expect(draft.request).toMatchObject({ likelihood: "30", impact: 4, basis: "two reports", rationale: "" });
  });

  it("enters a row at the near end and goes round its terms", () => {
    const draft = begun();
    draft.put({ likelihood: 4, impact: 5 });
    expect(draft.meant?.id).toBe("likely");
    draft.put({ likelihood: 3, impact: 5 });
    expect(draft.meant?.id).toBe("roughly-even-chance");
    draft.nextTerm();
    expect(draft.meant?.id).toBe("unlikely");
    draft.put({ likelihood: 2, impact: 5 });
    draft.put({ likelihood: 3, impact: 5 });
    expect(draft.meant?.id).toBe("unlikely");
    expect(draft.changed).toBe(true);
  });

  it("moves to the row of a number typed, which a chosen term takes back", () => {
    const draft = begun();
    draft.percent = "80 %";
    expect(draft.cell.likelihood).toBe(4);
    expect(draft.request.likelihood).toBe("80 %");
    draft.choose("very-likely");
    expect(draft.request.likelihood).toBe("very-likely");
    expect(draft.cell.likelihood).toBe(5);
  });

  it("counts another confidence as a change and the first judgement always", () => {
    const draft = begun();
    draft.confidence = "high";
    expect(draft.changed).toBe(true);
    expect(begun({ newest: null }).changed).toBe(true);
  });

  it("does not begin with a horizon that has passed", () => {
    expect(begun({ newest: { horizon: "2020-01-01" } }).horizon).toBe("");
    expect(begun({ newest: { horizon: "2999-01-01" } }).horizon).toBe("2999-01-01");
  });

  it("forgets what was refused when that is mended, and only then", () => {
    const draft = begun();
    draft.refused = { field: "basis", failure: { message: "Confidence needs a basis." } as Failure };
    draft.mend("horizon");
    expect(draft.refusal("basis")).toBe("Confidence needs a basis.");
    draft.mend("basis");
    expect(draft.refusal("basis")).toBeUndefined();
  });

  it("sends stretches as days and leaves what is none for the library to refuse", () => {
    const draft = begun();
    draft.horizon = "2026-12-01";
    draft.review = "whenever";
    expect(draft.request.horizon).toBe("2026-12-01");
    expect(draft.request.review_on).toBe("whenever");
  });

  it("reviews by rating, never after the horizon", () => {
    const draft = begun();
    expect(draft.reviewByRating("2026-02-02")).toBe("2026-03-02");
    draft.horizon = "2026-02-10";
    expect(draft.reviewByRating("2026-02-02")).toBe("2026-02-10");
  });

  it("is kept while the window lives, until the risk is judged", () => {
    const first = draftOf(detail({ uid: "kept" }), matrix).draft;
    first.reason = "half a sen";
    expect(draftOf(detail({ uid: "kept" }), matrix)).toMatchObject({ kept: true, draft: { reason: "half a sen" } });
    expect(draftOf(detail({ uid: "kept", newest: { uid: "p2" } }), matrix).kept).toBe(false);
    forget("kept");
    expect(draftOf(detail({ uid: "kept" }), matrix).kept).toBe(false);
  });
});
