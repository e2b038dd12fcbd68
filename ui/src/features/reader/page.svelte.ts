// What can be fetched for an article when a person asks: its page once more, and its pictures. One at a time, shown in the status
// bar, where it can be cancelled.

import { commands, type Refetched } from "../../api/bindings";
import { ask, type Answer } from "../../api/client";
import { say } from "../../i18n/say.svelte";
import { jobs } from "../../jobs.svelte";
import { toast } from "../../toast.svelte";

/** The job's name in the status bar. */
const JOB = "fetch";

let busy = $state(false);

export const pageOf = {
  /** Whether something is being fetched for an article. */
  get busy(): boolean {
    return busy;
  },
};

async function fetching<T>(text: string, ask_: () => Promise<Answer<T>>): Promise<T | undefined> {
  busy = true;
  jobs.set({ id: JOB, text, fraction: 0, paused: false, cancel: () => ask(() => commands.cancelFetch()) });
  const answer = await ask_();
  jobs.end(JOB);
  busy = false;
  if (answer.ok) return answer.value;
  toast.failed(answer.failure);
  return undefined;
}

/** What came of fetching the page once more, in words. */
export function outcomeWords({ outcome, added }: Refetched): string {
  if (added === null) return say(outcome === "unchanged" ? "reader-refetch-unchanged" : "reader-refetch-same-text");
  return say("reader-refetch-new-version", { number: added.number, ...added.anchors });
}

/** Fetches the page of `article` once more. `show` shows what a new version changed. */
export async function refetch(article: string, show: () => void): Promise<void> {
  const came = await fetching(say("reader-refetching"), () => ask(() => commands.refetchArticle(article)));
  if (came === undefined) return;
  const actions = came.added === null ? [] : [{ label: say("reader-refetch-show"), run: show }];
  toast.done(outcomeWords(came), { undo: came.added !== null, actions });
}

/** Fetches the pictures of `article` that are not in the library yet. */
export async function fetchPictures(article: string): Promise<void> {
  const pictures = await fetching(say("reader-pictures-fetching"), () => ask(() => commands.fetchPictures(article)));
  if (pictures === undefined) return;
  const kept = pictures.filter((picture) => picture.kept).length;
  const problem = pictures.find((picture) => picture.problem !== null)?.problem ?? "";
  const words = pictures.length === 0 ? say("reader-pictures-none") : say("reader-pictures-kept", { count: kept });
  toast.done(problem === "" ? words : `${words}. ${problem}`, { undo: kept > 0 });
}
