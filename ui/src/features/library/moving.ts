// Which row the keys lead to.

/** A key press, as far as moving is concerned. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

/** The row that `press` leads to from row `at` of `count`, or null when the key doesn't move. `page` is the number of rows
 * on screen. */
export function moved(press: Press, at: number, count: number, page: number): number | null {
  if (press.ctrlKey || press.altKey || press.metaKey || count === 0) return null;
  const to = target(press.key, at, count, Math.max(1, page));
  return to === null ? null : Math.min(Math.max(to, 0), count - 1);
}

function target(key: string, at: number, count: number, page: number): number | null {
  switch (key) {
    case "ArrowDown":
    case "j":
      return at + 1;
    case "ArrowUp":
    case "k":
      return at - 1;
    case "PageDown":
      return at + page;
    case "PageUp":
      return at - page;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
