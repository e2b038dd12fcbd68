// A block carried by its handle under the pointer.

interface Way {
  /** The blocks as they stand, by `data-block`. */
  readonly blocks: () => Iterable<HTMLElement>;
  readonly mayLand: (uid: string) => boolean;
  /** Which block it would land before; nothing where it may not. */
  readonly over: (uid: string | null) => void;
  readonly land: (uid: string) => void;
}

/** Follows the pointer from a press on a handle until it lets go. */
export function carry(handle: HTMLElement, press: PointerEvent, { blocks, mayLand, over, land }: Way): void {
  press.preventDefault();
  handle.setPointerCapture(press.pointerId);
  let target: string | null = null;
  const move = (to: PointerEvent): void => {
    const under = [...blocks()].find((block) => {
      const box = block.getBoundingClientRect();
      return to.clientY >= box.top && to.clientY <= box.bottom && mayLand(block.dataset["block"] ?? "");
    });
    target = under?.dataset["block"] ?? null;
    over(target);
  };
  handle.addEventListener("pointermove", move);
  handle.addEventListener(
    "lostpointercapture",
    () => {
      handle.removeEventListener("pointermove", move);
      over(null);
      if (target !== null) land(target);
    },
    { once: true },
  );
}
