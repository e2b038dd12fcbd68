// How much waits where, as the sidebar shows it.

/** Records outside the trash, and what is in it. */
export interface Counts {
  inbox: number;
  later: number;
  all: number;
  risks: number;
  briefs: number;
  trash: number;
}
