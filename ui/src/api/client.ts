// One thin layer over the generated bindings: every call ends in a value or a Failure, never in an exception.

import { say } from "../i18n/say.svelte";
import type { Failure } from "./bindings";

export type { Failure } from "./bindings";

/** What came of a call. */
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure };

type Reply<T> = { status: "ok"; data: T } | { status: "error"; error: unknown };

/** What comes of a call of `commands`. */
export async function ask<T>(call: () => Promise<Reply<T>>): Promise<Answer<T>> {
  try {
    const reply = await call();
    if (reply.status === "ok") return { ok: true, value: reply.data };
    return { ok: false, failure: isFailure(reply.error) ? reply.error : bug() };
  } catch {
    return { ok: false, failure: bug() };
  }
}

// A command that Tauri itself refuses rejects with a bare string: our mistake, and no sentence for a person.
function isFailure(error: unknown): error is Failure {
  return typeof error === "object" && error !== null && "kind" in error && "message" in error;
}

function bug(): Failure {
  return { kind: "bug", message: say("window-bug"), hint: say("window-bug-hint") };
}
