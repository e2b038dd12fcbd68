// The register as the screen holds it: its lines, the matrix, and the one entry that is looked at.

import { commands, type Failure, type RiskDetail, type RiskLine, type RiskMatrix } from "../../api/bindings";
import { ask } from "../../api/client";

/** The tables whose rows the register shows. */
export const TABLES = ["risk", "risk_keeping", "assessment", "assessment_evidence", "evidence", "annotation", "article"] as const;

export class Register {
  lines = $state.raw<readonly RiskLine[]>([]);
  matrix = $state.raw<RiskMatrix | null>(null);
  detail = $state.raw<RiskDetail | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** Whether the first answer has come. */
  ready = $state(false);
  #asked = 0;

  /** Reads the list anew. */
  async load(): Promise<void> {
    const [lines, matrix] = await Promise.all([
      ask(() => commands.listRisks()),
      this.matrix ? { ok: true as const, value: this.matrix } : ask(() => commands.riskMatrix()),
    ]);
    if (lines.ok && matrix.ok) {
      this.lines = lines.value;
      this.matrix = matrix.value;
      this.failure = null;
    } else {
      this.failure = lines.ok ? (matrix.ok ? null : matrix.failure) : lines.failure;
    }
    this.ready = true;
  }

  /** Looks at the entry `uid`; nothing where it is null or gone. Of several asked for, the newest wins. */
  async look(uid: string | null): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    if (uid === null) {
      this.detail = null;
      return;
    }
    const answer = await ask(() => commands.showRisk(uid));
    if (asked !== this.#asked) return;
    if (answer.ok) this.detail = answer.value.line.trashed ? null : answer.value;
    else {
      this.detail = null;
      if (answer.failure.kind !== "not_found") this.failure = answer.failure;
    }
  }
}
