// What an action is. Every action of the window is declared once, as data, in `areas/`; the key handler, the sheet behind `?`,
// the palette, the application menu, the hints of the status bar and the keyboard page of the guide all come from there.

/** Where an action's key is live. A scope that is modal belongs to a dialog: while one is open no other scope is live. */
export type Scope =
  | "everywhere"
  | "list"
  | "reader"
  | "risks"
  | "assess"
  | "briefs"
  | "composer"
  | "search"
  | "tags"
  | "import"
  | "settings"
  | "help";

/** The scopes in the order of the sheet, and which of them belong to dialogs. */
export const SCOPES: readonly { readonly id: Scope; readonly modal?: true }[] = [
  { id: "everywhere" },
  { id: "list" },
  { id: "import", modal: true },
  { id: "reader" },
  { id: "risks" },
  { id: "assess" },
  { id: "briefs" },
  { id: "composer" },
  { id: "search" },
  { id: "tags" },
  { id: "settings" },
  { id: "help" },
];

/** Whether actions of `scope` are live in a dialog, and only there. */
export function isModal(scope: Scope): boolean {
  return SCOPES.some((known) => known.id === scope && known.modal === true);
}

/** The menus of the application menu, in its order. */
export const MENUS = ["file", "edit", "view", "go", "help"] as const;
export type Menu = (typeof MENUS)[number];

/** An action, declared once. */
export interface Action {
  /** Scope and verb: "reader.highlight". Never changes: settings remember remapped keys under it. */
  readonly id: string;
  /** Fluent id of its name: "action-reader-highlight". */
  readonly title: string;
  /** Its keys by default: "j", "Shift+N", "Mod+K", "g i", "F6", "Enter". The first one is the one that is shown. */
  readonly keys: readonly string[];
  readonly scope: Scope;
  /** Its menu in the application menu. */
  readonly menu?: Menu;
  /** Its place among the hints of the status bar, smallest first; absent when it isn't one. */
  readonly hint?: number;
  /** Fluent id of the word that the hint bears, where the title is too long for it. */
  readonly hintTitle?: string;
  /** Live in text fields too, although its key is a single one (Esc, Enter). Keys held with Mod or Alt and function keys are always. */
  readonly inFields?: true;
  /** Not offered by the palette: moving about, and what only makes sense under the finger. */
  readonly bare?: true;
}
