// The parts a filter can have, as they are offered under the field. What they mean is the desk's to know.

/** A part as it is typed, and the Fluent id of what it asks for. */
export const TOKENS = [
  { token: "tag:", says: "list-filter-tag" },
  { token: "source:", says: "list-filter-source" },
  { token: "section:", says: "list-filter-section" },
  { token: "is:unread", says: "list-filter-unread" },
  { token: "is:starred", says: "list-filter-starred" },
  { token: "has:annotation", says: "list-filter-annotation" },
  { token: "has:note", says: "list-filter-note" },
  { token: "after:", says: "list-filter-after" },
  { token: "before:", says: "list-filter-before" },
  { token: "-", says: "list-filter-not" },
] as const;

/** What was typed with a part more; one that is whole is followed by a space, one that wants a value isn't. */
export function withToken(typed: string, token: string): string {
  const before = typed === "" || typed.endsWith(" ") ? typed : `${typed} `;
  return before + token + (/[:-]$/.test(token) ? "" : " ");
}
