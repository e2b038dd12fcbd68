// The editor of Prose.svelte: CodeMirror, with bold and italic shown as they are typed. Loaded when the first text is
// edited, never at start.
//
// It lives in a shadow root, because there CodeMirror adopts its style sheets; in the page it would insert <style>
// elements, which the content policy refuses. The tokens reach it, for custom properties are inherited.

import { history, redo, standardKeymap, undo } from "@codemirror/commands";
import { EditorState, StateField, type Range } from "@codemirror/state";
import { Decoration, EditorView, keymap, placeholder as emptyText, type DecorationSet } from "@codemirror/view";

import { emphasised, toggled } from "./emphasis";

export interface ProseOptions {
  value: string;
  label: string;
  placeholder: string;
  /** What is selected at first, as offsets; without it the caret stands at the end. */
  selection: readonly [number, number] | undefined;
  onchange: (value: string) => void;
  onsave: () => void;
  onleave: () => void;
}

export interface ProseEditor {
  /** Shows `value` if it is another text than the one in the editor. */
  show: (value: string) => void;
  insert: (text: string) => void;
  focus: () => void;
  close: () => void;
}

const looks = EditorView.theme({
  "&": { color: "inherit", background: "none" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { font: "inherit", lineHeight: "inherit", overflow: "visible" },
  ".cm-content": { padding: "0", caretColor: "var(--accent)" },
  ".cm-line": { padding: "0" },
  ".cm-placeholder": { color: "var(--text-3)" },
  ".strong": { fontWeight: "600" },
  ".emphasis": { fontStyle: "italic" },
  ".sign": { color: "var(--text-3)", fontWeight: "400", fontStyle: "normal" },
});

// Each line reads in the direction of its own letters.
const line = Decoration.line({ attributes: { dir: "auto" } });
const strong = Decoration.mark({ class: "strong" });
const emphasis = Decoration.mark({ class: "emphasis" });
const sign = Decoration.mark({ class: "sign" });

function decorated(state: EditorState): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (let n = 1; n <= state.doc.lines; n += 1) ranges.push(line.range(state.doc.line(n).from));
  for (const found of emphasised(state.doc.toString())) {
    ranges.push((found.kind === "strong" ? strong : emphasis).range(found.from, found.to));
    ranges.push(sign.range(found.from, found.from + found.sign), sign.range(found.to - found.sign, found.to));
  }
  return Decoration.set(ranges, true);
}

const shown = StateField.define<DecorationSet>({
  create: decorated,
  update: (decorations, change) => (change.docChanged ? decorated(change.state) : decorations),
  provide: (field) => EditorView.decorations.from(field),
});

function setApart(view: EditorView, mark: string): boolean {
  const { from, to } = view.state.selection.main;
  const result = toggled(view.state.doc.toString(), from, to, mark);
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: result.text },
    selection: { anchor: result.from, head: result.to },
    userEvent: "input",
  });
  return true;
}

/** Opens an editor in `host`, which must be empty. */
export function open(host: HTMLElement, options: ProseOptions): ProseEditor {
  const root = host.attachShadow({ mode: "open", delegatesFocus: true });
  const kept = (run: () => void) => () => {
    run();
    return true;
  };
  const keys = keymap.of([
    { key: "Mod-Enter", run: kept(options.onsave) },
    { key: "Escape", run: kept(options.onleave) },
    { key: "Mod-b", run: (view) => setApart(view, "**") },
    { key: "Mod-i", run: (view) => setApart(view, "_") },
    // Taken even when there is nothing left to undo, for the next step would be one of the library.
    { key: "Mod-z", run: (view) => undo(view) || true, shift: (view) => redo(view) || true },
    { key: "Mod-y", run: (view) => redo(view) || true },
    ...standardKeymap,
  ]);
  const [anchor, head] = options.selection ?? [options.value.length, options.value.length];
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: options.value,
      selection: { anchor, head },
      extensions: [
        keys,
        history(),
        shown,
        looks,
        EditorView.lineWrapping,
        EditorView.perLineTextDirection.of(true),
        emptyText(options.placeholder),
        EditorView.contentAttributes.of({ "aria-label": options.label, spellcheck: "true" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onchange(update.state.doc.toString());
        }),
      ],
    }),
  });
  // What the editor has taken is no command of the screen around it.
  view.contentDOM.addEventListener("keydown", (event) => {
    if (event.defaultPrevented) event.stopPropagation();
  });
  return {
    show: (value) => {
      if (value === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
    },
    insert: (text) => {
      view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true, userEvent: "input" });
      view.focus();
    },
    focus: () => {
      view.focus();
    },
    close: () => {
      view.destroy();
    },
  };
}
