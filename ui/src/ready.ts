// When there is something to see. `cargo xtask bench window` reads it from the page's timeline.

const NAME = "screen-ready";

/** The first screen has its first content: notes when it was painted, once a window. */
export function ready(): void {
  if (performance.getEntriesByName(NAME).length > 0) return;
  requestAnimationFrame(() => {
    // What is posted before painting arrives after it.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      performance.mark(NAME);
      port1.close();
    };
    port2.postMessage(null);
  });
}
