// What floats above the window: dialogs, popovers, menus. The newest layer is asked first, so that Escape leaves one level
// and a press beside a popover closes that popover and nothing below it.
//
// Placement is place.ts; what a layer shows is its component's business.

interface Layer {
  /** The layer's element, and what opened it: a press on either does not count as beside. */
  inside: (target: Node) => boolean;
  close: () => void;
  /** A modal layer stays when one presses beside it, and hides what is below from the pointer. */
  modal: boolean;
}

const layers: Layer[] = [];

function onkeydown(event: KeyboardEvent): void {
  const top = layers.at(-1);
  if (event.key !== "Escape" || event.isComposing || top === undefined) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  top.close();
}

function onpointerdown(event: PointerEvent): void {
  const target = event.composedPath()[0];
  if (!(target instanceof Node)) return;
  for (const layer of layers.toReversed()) {
    if (layer.modal || layer.inside(target)) return;
    layer.close();
  }
}

/** Puts a layer on top until the function given back is called. */
export function openLayer(layer: Layer): () => void {
  if (layers.length === 0) {
    window.addEventListener("keydown", onkeydown, true);
    window.addEventListener("pointerdown", onpointerdown, true);
  }
  layers.push(layer);
  return () => {
    const at = layers.indexOf(layer);
    if (at >= 0) layers.splice(at, 1);
    if (layers.length > 0) return;
    window.removeEventListener("keydown", onkeydown, true);
    window.removeEventListener("pointerdown", onpointerdown, true);
  };
}

/** Remembers who has the focus; the function given back returns it, unless somebody outside of `within` has taken it. */
export function keepFocus(within: HTMLElement, before: Element | null = document.activeElement): () => void {
  return () => {
    const now = document.activeElement;
    const lost = now === null || now === document.body || within.contains(now);
    if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };
}

// WebKit lets a part of the page that comes while a dialog is open take the focus behind it, and then nobody has it.
function comeBack({ target, relatedTarget }: FocusEvent): void {
  const behind = target instanceof Element && target.closest("dialog:modal") === null;
  if (behind && relatedTarget instanceof HTMLElement) relatedTarget.focus({ preventScroll: true });
}

/** Keeps the focus in front of the page, until the function given back is called: for what is modal. */
export function holdFocus(): () => void {
  document.addEventListener("focusin", comeBack);
  return () => {
    document.removeEventListener("focusin", comeBack);
  };
}

const FOCUSABLE =
  "button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [tabindex]:not([tabindex='-1']), [contenteditable='true']";

/** Gives the focus to what asks for it inside `root` (`data-autofocus`), else to the first of its parts that takes it. */
export function focusFirst(...roots: (HTMLElement | null | undefined)[]): void {
  const asks = roots.map((root) => root?.querySelector<HTMLElement>("[data-autofocus]"));
  const takes = roots.map((root) => root?.querySelector<HTMLElement>(FOCUSABLE));
  const chosen = [...asks, ...takes].find((element) => element !== null && element !== undefined);
  chosen?.focus({ preventScroll: true });
}
