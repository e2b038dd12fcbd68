// Going round the panes with F6, and back to where one was in each.

const last = new WeakMap<Element, HTMLElement>();

function panes(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-pane]")].filter((pane) => pane.getClientRects().length > 0);
}

/** Remembers which element of its pane had the focus. */
export function remember(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return;
  const pane = target.closest("[data-pane]");
  if (pane && pane !== target) last.set(pane, target);
}

/** Puts the focus `step` panes on, round the window: onto what had it there, else onto what can have it first. */
export function cycle(step: 1 | -1): void {
  const all = panes();
  const here = all.findIndex((pane) => pane.contains(document.activeElement));
  const next = all[(here + step + all.length) % all.length];
  if (next) enter(next);
}

const FOCUSABLE = "[tabindex='0'], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled)";

function enter(pane: HTMLElement): void {
  // What takes the focus: some of it may have gone, be disabled or be told not to.
  const before = last.get(pane);
  const marked = pane.querySelector<HTMLElement>("[data-pane-focus]");
  for (const element of [before, marked, ...pane.querySelectorAll<HTMLElement>(FOCUSABLE), pane]) {
    if (!element?.isConnected || element.getClientRects().length === 0) continue;
    element.focus();
    if (pane.contains(document.activeElement)) return;
  }
}

/** Hands the focus on from the pane `name`, which took it while its content was still read, to what it offers now. */
export function settle(name: string): void {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`);
  const { activeElement } = document;
  if (pane === null || (activeElement !== pane && activeElement !== document.body)) return;
  pane.querySelector<HTMLElement>("[data-pane-focus]")?.focus();
}
