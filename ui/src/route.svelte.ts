// Where the window is, and the way back.

/** A screen with what it shows. */
export type Route =
  | { readonly screen: "inbox" | "later" | "library" | "trash" | "briefs" }
  | {
      readonly screen: "article";
      readonly article: string;
      /** An annotation to show. */
      readonly annotation?: string;
      /** A passage to show: code points of the article's canonical text. */
      readonly start?: number;
      readonly end?: number;
    }
  | { readonly screen: "risks"; readonly risk?: string }
  | { readonly screen: "brief"; readonly brief: string }
  | { readonly screen: "search"; readonly query?: string }
  | { readonly screen: "tags"; readonly tag?: string }
  | { readonly screen: "settings"; readonly section?: string }
  | { readonly screen: "help"; readonly page?: string };

export type Screen = Route["screen"];

/** Steps kept for going back. */
const STEPS = 100;

let now = $state.raw<Route>({ screen: "inbox" });
let behind = $state.raw<readonly Route[]>([]);
let ahead = $state.raw<readonly Route[]>([]);

export const route = {
  /** Where the window is. */
  get now(): Route {
    return now;
  },
  /** Where `back` would lead. */
  get before(): Route | undefined {
    return behind.at(-1);
  },
  get canGoBack(): boolean {
    return behind.length > 0;
  },
  get canGoForward(): boolean {
    return ahead.length > 0;
  },
};

/** Goes to `to`. Going where one is already is no step. */
export function go(to: Route): void {
  if (JSON.stringify(to) === JSON.stringify(now)) return;
  behind = [...behind, now].slice(-STEPS);
  ahead = [];
  now = to;
}

/**
 * Says more exactly where the window is, without a step: the chosen risk, the words searched for. What a screen says that has been
 * left meanwhile is not heard: it would lead back to it.
 */
export function refine(to: Route): void {
  if (to.screen === now.screen) now = to;
}

/** Goes back one step; stays where there is none. */
export function back(): void {
  const to = behind.at(-1);
  if (to === undefined) return;
  behind = behind.slice(0, -1);
  ahead = [now, ...ahead];
  now = to;
}

/** Takes `back` back. */
export function forward(): void {
  const [to, ...rest] = ahead;
  if (to === undefined) return;
  ahead = rest;
  behind = [...behind, now];
  now = to;
}

/** Forgets the way: another library is open. */
export function restart(at: Route): void {
  behind = [];
  ahead = [];
  now = at;
}
