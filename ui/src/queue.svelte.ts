// The list that an article was opened from: "3 of 24", and which comes next.

let uids = $state.raw<readonly string[]>([]);
let name = $state("");

export const queue = {
  /** What the list is called: "Inbox". */
  get name(): string {
    return name;
  },
  get length(): number {
    return uids.length;
  },
  /** Sets the list that is being worked through. */
  set(list: string, articles: readonly string[]): void {
    name = list;
    uids = articles;
  },
  /** The place of an article in it, from 1; 0 when it isn't there. */
  place(article: string): number {
    return uids.indexOf(article) + 1;
  },
  /** The article `step` places on (-1: the one before); nothing at the ends. */
  beside(article: string, step: number): string | undefined {
    const at = uids.indexOf(article);
    return at < 0 ? undefined : uids[at + step];
  },
};
