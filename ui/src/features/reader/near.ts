// Which leaves of the text are near the screen.

const watched = new WeakMap<Element, (near: boolean) => void>();
let observer: IntersectionObserver | undefined;

function shared(): IntersectionObserver {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const entry of entries) watched.get(entry.target)?.(entry.isIntersecting);
    },
    { rootMargin: "1200px 0px" },
  );
  return observer;
}

/** Tells `say` when `element` comes near the screen and when it is far from it. */
export function near(element: Element, say: (near: boolean) => void): () => void {
  watched.set(element, say);
  shared().observe(element);
  return () => {
    shared().unobserve(element);
    watched.delete(element);
  };
}
