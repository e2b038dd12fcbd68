// What the status bar says about the screen, set by the screen while it is mounted.

let facts = $state.raw<() => readonly string[]>(() => []);

export const status = {
  /** Short facts: "3 of 24", "Saved". Reactive. */
  get facts(): readonly string[] {
    return facts();
  },
};

/** Shows `say`'s facts in the status bar for as long as the calling component is mounted. */
export function showFacts(say: () => readonly string[]): void {
  $effect(() => {
    facts = say;
    return () => {
      if (facts === say) facts = () => [];
    };
  });
}
