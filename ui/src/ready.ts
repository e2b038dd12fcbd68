// When there is something to see.

// `cargo xtask bench window` reads it from the page's timeline.
const NAME = "screen-ready";

/** Waits until the next frame has been painted. */
export function painted(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => {
      // What is posted before painting runs after it.
      setTimeout(done);
    });
  });
}

/** The first screen has its first content: notes when it was painted, once a window. */
export function ready(): void {
  if (performance.getEntriesByName(NAME).length > 0) return;
  void painted().then(() => performance.mark(NAME));
}
