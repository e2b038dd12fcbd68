// What is done to articles from a list: which command does it, and which list they leave by it.

import { commands, type Failure, type ListCut } from "../../api/bindings";
import { ask, type Answer } from "../../api/client";

export type Verb = "archive" | "later" | "inbox" | "star" | "unstar" | "read" | "unread" | "trash" | "restore";

const DO: Readonly<Record<Verb, (uids: string[]) => Promise<{ status: "ok"; data: null } | { status: "error"; error: Failure }>>> = {
  archive: (uids) => commands.setArticleState(uids, "archive"),
  later: (uids) => commands.setArticleState(uids, "later"),
  inbox: (uids) => commands.setArticleState(uids, "inbox"),
  star: (uids) => commands.setArticlesStarred(uids, true),
  unstar: (uids) => commands.setArticlesStarred(uids, false),
  read: (uids) => commands.setArticlesRead(uids, true),
  unread: (uids) => commands.setArticlesRead(uids, false),
  trash: (uids) => commands.trashArticles(uids),
  restore: (uids) => commands.restoreArticles(uids),
};

/** Does it to all of `uids`, as one step that can be taken back. */
export function triage(verb: Verb, uids: readonly string[]): Promise<Answer<null>> {
  return ask(() => DO[verb]([...uids]));
}

/** Whether the verb can change anything in the list. */
export function fits(verb: Verb, which: ListCut["which"]): boolean {
  if (which === "trash") return verb === "restore";
  // "archive" is the name of the verb, of the place and of the list.
  return verb !== "restore" && verb !== which;
}

/** Whether articles leave the list by it. */
export function leaves(verb: Verb, which: ListCut["which"]): boolean {
  switch (verb) {
    case "trash":
    case "restore":
      return true;
    case "archive":
    case "later":
    case "inbox":
      return which !== "all" && which !== verb;
    default:
      return false;
  }
}
