// Where one is in an article, and what a key would act on: the selection, else the find result, else the card or the block in
// focus. The verbs behind the keys are here; what they write is `Reading`'s.

import { tick } from "svelte";

import { commands, type SourceClaim, type TextBlock, type TextMark, type TextStretch } from "../../api/bindings";
import { ask } from "../../api/client";
import { say } from "../../i18n/say.svelte";
import type { Kind } from "../../kit/meanings";
import { toast } from "../../toast.svelte";
import { citation, copy } from "./citation";
import { rangeOf, select, selected, sentence } from "./place";
import { Reading } from "./reading.svelte";
import { textOf, whole } from "./segments";

export type Rail = "marks" | "risks";

/** What a picker is open for: a mark, which is made only when something is picked for it, a claim of the source, or the article. */
export interface Picking {
  readonly what: "tag" | "risk" | "claim" | "article-tag";
  readonly mark: () => Promise<TextMark | undefined>;
  readonly claim?: SourceClaim;
  readonly anchor: HTMLElement | null;
  /** The words it is picked for, where they were selected. */
  readonly at?: TextStretch | null;
}

export class Session {
  readonly reading: Reading;
  /** The block in focus. */
  at = $state(0);
  /** The mark whose card is raised. */
  current = $state<string | null>(null);
  kind = $state<Kind>("fact");
  selection = $state.raw<TextStretch | null>(null);
  /** Whether the arrow keys move the end of the selection. */
  selecting = $state(false);
  rail = $state<Rail>("marks");
  editing = $state<string | null>(null);
  hidden = $state(false);
  /** Whether summary and key points are folded away. */
  folded = $state(false);
  /** Grows when words may have been drawn anew. */
  drawn = $state(0);
  finding = $state(false);
  hits = $state.raw<readonly TextStretch[]>([]);
  hit = $state(-1);
  /** Whether the hit is the passage that one came for: then Esc leads back to where one came from. */
  brought = false;
  picking = $state.raw<Picking | null>(null);
  looks = $state(false);
  saved = $state(true);
  /** The cards are laid over the text, where there is no room beside it. */
  over = $state(false);
  /** The column of text, and a field nobody sees that takes what is typed before a note is there. */
  text: HTMLElement | null = null;
  catcher: HTMLTextAreaElement | null = null;

  constructor(uid: string) {
    this.reading = new Reading(uid);
  }

  get block(): TextBlock | undefined {
    return this.reading.blocks[this.at];
  }

  element(index: number): HTMLElement | null {
    return this.text?.querySelector<HTMLElement>(`[data-block="${String(index)}"]`) ?? null;
  }

  /** Puts the focus on a block and keeps it in sight; waits for a block that is still on its way. */
  async focus(index: number, center = false): Promise<void> {
    if (index >= this.reading.blocks.length) await this.reading.until(() => this.reading.blocks.length > index);
    const { length } = this.reading.blocks;
    if (length === 0) return;
    this.at = Math.min(length - 1, Math.max(0, index));
    await tick();
    const element = this.element(this.at);
    element?.focus({ preventScroll: true });
    if (element) keepInSight(element, center);
  }

  /** A screen on or back. The focus follows to what is in sight then. */
  turn(by: 1 | -1): void {
    const scroller = this.text?.closest<HTMLElement>("[data-scroll]");
    if (!scroller) return;
    scroller.scrollTop += by * (scroller.clientHeight - 64);
    const view = scroller.getBoundingClientRect();
    const seen = [...scroller.querySelectorAll<HTMLElement>("[data-block]")].find((block) => block.getBoundingClientRect().top >= view.top);
    if (seen) {
      this.at = Number(seen.dataset["block"]);
      seen.focus({ preventScroll: true });
    }
  }

  /** To where one left the article: the block with that id, else where the text begins. */
  async toPlace(id: string | null): Promise<void> {
    const find = (): number => this.reading.blocks.findIndex((block) => block.id === id);
    if (id !== null) await this.reading.until(() => find() >= 0 || this.at > 0);
    // Whoever has gone on meanwhile is where they want to be.
    if (this.at > 0) return;
    const at = find();
    const start = this.reading.blocks.findIndex((block) => block.role === "body");
    await this.focus(at >= 0 ? at : Math.max(0, start), at >= 0);
    if (at < 0) this.text?.closest("[data-scroll]")?.scrollTo(0, 0);
  }

  /** To code points `start` to `end` of the text, the passage one came for. */
  async toPassage(start: number, end: number): Promise<void> {
    const answer = await ask(() => commands.findPassage(this.reading.uid, start, end));
    const found = answer.ok ? answer.value : null;
    if (found === null) return;
    await this.reading.until(() => this.reading.blocks.length > found.to.block);
    this.hits = [found];
    this.hit = 0;
    this.brought = true;
    await this.focus(found.from.block, true);
  }

  /** To the mark with that identity. */
  async toMark(uid: string): Promise<void> {
    await this.reading.until(() => this.reading.mark(uid) !== undefined);
    const mark = this.reading.mark(uid);
    await (mark ? this.toText(mark) : this.toPlace(null));
  }

  /** Keeps the block in focus in sight after the text was laid out anew. */
  settle(): void {
    const element = this.element(this.at);
    if (element) keepInSight(element, false);
  }

  /** To the next block `step` on that says something. */
  async step(step: 1 | -1): Promise<void> {
    const { blocks } = this.reading;
    let to = this.at + step;
    while (blocks[to] !== undefined && blocks[to]?.length === 0) to += step;
    if (blocks[to] === undefined) return;
    this.letGo();
    await this.focus(to);
  }

  /** Forgets the selection and the find result. */
  letGo(): void {
    getSelection()?.removeAllRanges();
    this.selection = null;
    this.selecting = false;
    this.hits = [];
    this.hit = -1;
    this.brought = false;
  }

  watch(): void {
    if (this.text === null) return;
    this.selection = selected(this.text);
    if (this.selection === null) this.selecting = false;
  }

  /** The card that has the focus. */
  card(): TextMark | undefined {
    const uid = document.activeElement?.closest<HTMLElement>("[data-card]")?.dataset["card"];
    return uid === undefined ? undefined : this.reading.mark(uid);
  }

  /** The passage that a key would mark. */
  target(): TextStretch | null {
    if (this.selection !== null) return this.selection;
    const hit = this.hits[this.hit];
    if (hit !== undefined) return hit;
    const { block } = this;
    return block === undefined || block.length === 0 ? null : whole(block);
  }

  /** Marks what a key would mark. What is marked already as a whole becomes that kind. */
  async mark(kind: Kind): Promise<TextMark | undefined> {
    const card = this.card();
    this.kind = kind;
    if (card) return this.reading.setKind(card.uid, kind);
    const at = this.target();
    if (at === null) return undefined;
    const pointed = this.selection !== null || this.hit >= 0;
    if (pointed) {
      this.at = at.from.block;
      this.letGo();
      this.element(this.at)?.focus({ preventScroll: true });
    }
    return this.markAt(at, kind, pointed);
  }

  private async markAt(at: TextStretch, kind: Kind, pointed: boolean): Promise<TextMark | undefined> {
    const mark = await this.reading.highlight(at, kind, !pointed);
    if (mark) {
      this.current = mark.uid;
      toast.announce(say("reader-marked", { kind: say(`kit-kind-${kind}`), place: mark.locator }));
    }
    return mark;
  }

  /** The mark that a note, a tag or a link is for: the one pointed at, else one made for it. */
  async subject(): Promise<TextMark | undefined> {
    const card = this.card();
    if (card) return card;
    if (this.selection !== null || this.hit >= 0) return this.mark(this.kind);
    const index = this.at;
    return this.reading.after(() => Promise.resolve()).then(() => {
      const here = this.reading.on(index);
      const mark = here.find((other) => other.uid === this.current) ?? here.at(-1);
      return mark ?? this.mark(this.kind);
    });
  }

  /** Opens the note's field. What is typed until it is there is not lost. */
  async note(): Promise<void> {
    const subject = this.subject();
    if (this.catcher) {
      this.catcher.value = "";
      this.catcher.focus({ preventScroll: true });
    }
    const mark = await subject;
    if (mark === undefined) {
      await this.focus(this.at);
      return;
    }
    this.edit(mark.uid);
  }

  edit(uid: string): void {
    this.current = uid;
    this.rail = "marks";
    this.over = true;
    this.editing = uid;
  }

  /** What was typed before the note's field was there. */
  takeEarly(): string {
    if (this.catcher === null) return "";
    const { value } = this.catcher;
    this.catcher.value = "";
    return value;
  }

  /** Saves the note and goes back to the text. */
  async keepNote(uid: string, text: string, leave: boolean): Promise<void> {
    if (this.editing === uid) this.editing = null;
    if (leave) {
      this.over = false;
      const block = this.reading.mark(uid)?.at?.from.block;
      await this.focus(block ?? this.at);
    }
    const unread = await this.reading.note(uid, text);
    this.saved = unread !== undefined;
    if (unread !== undefined && unread.length > 0) toast.done(say("reader-note-unread", { risk: unread.join(", ") }));
  }

  pick(what: "tag" | "risk"): void {
    const card = this.card();
    // The passage as it is now: the picker takes the selection along with the focus.
    const [at, index, kind] = [this.target(), this.at, this.kind];
    const pointed = this.selection !== null || this.hit >= 0;
    const anchor = card ? document.querySelector<HTMLElement>(`[data-card="${card.uid}"]`) : this.element(at?.from.block ?? this.at);
    let made: Promise<TextMark | undefined> | undefined;
    const make = async (): Promise<TextMark | undefined> => {
      if (card) return card;
      if (!pointed) {
        await this.reading.after(() => Promise.resolve());
        const here = this.reading.on(index);
        const mark = here.find((other) => other.uid === this.current) ?? here.at(-1);
        if (mark) return mark;
      }
      return at === null ? undefined : this.markAt(at, kind, pointed);
    };
    this.picking = { what, mark: () => (made ??= make()), anchor, at: pointed ? at : null };
  }

  /** From the block to the card of its mark, the raised one first. */
  async toCard(uid?: string): Promise<void> {
    const here = this.reading.on(this.at);
    const mark = uid === undefined ? (here.find((other) => other.uid === this.current) ?? here[0]) : this.reading.mark(uid);
    if (mark === undefined) return;
    this.current = mark.uid;
    this.rail = "marks";
    this.over = true;
    await tick();
    document.querySelector<HTMLElement>(`[data-card="${mark.uid}"]`)?.focus();
  }

  /** Shows where a mark stands. */
  async toText(mark: TextMark): Promise<void> {
    this.current = mark.uid;
    if (mark.at) await this.focus(mark.at.from.block, true);
  }

  async stepMark(step: 1 | -1): Promise<void> {
    const placed = this.reading.marks.filter((mark) => mark.at !== null);
    const from = placed.findIndex((mark) => mark.uid === this.current && mark.at?.from.block === this.at);
    const beside = step > 0
      ? placed.findIndex((mark) => (mark.at?.from.block ?? 0) > this.at)
      : placed.findLastIndex((mark) => (mark.at?.from.block ?? 0) < this.at);
    const mark = placed[from >= 0 ? from + step : beside];
    if (mark) await this.toText(mark);
  }

  async trash(): Promise<void> {
    const card = this.card();
    const mark = card ?? this.reading.on(this.at).find((other) => other.uid === this.current) ?? this.reading.on(this.at).at(-1);
    if (mark === undefined) return;
    const order = this.reading.marks;
    const at = order.indexOf(mark);
    const next = order[at + 1] ?? order[at - 1];
    if (!(await this.reading.trash(mark.uid))) return;
    toast.done(say("reader-trashed", { kind: say(`kit-kind-${mark.kind}`), place: mark.locator }), { undo: true });
    this.current = next?.uid ?? null;
    if (card === undefined || next === undefined) return;
    await tick();
    document.querySelector<HTMLElement>(`[data-card="${next.uid}"]`)?.focus();
  }

  /** Widens the selection, or selects in the block in focus. */
  widen(to: "sentence" | "paragraph"): void {
    const block = this.reading.blocks[this.selection?.from.block ?? this.at];
    if (block === undefined || this.text === null) return;
    const from = { block: block.index, unit: 0 };
    const at = to === "paragraph"
      ? whole(block)
      : sentence(this.selection ?? { from, to: { ...from, unit: 1 } }, textOf(block), this.reading.opened?.row ? this.reading.opened.language : null);
    const range = rangeOf(this.text, at);
    if (range) select(range);
    this.watch();
  }

  /** The claim of the source that the block in focus is. */
  claim(): SourceClaim | undefined {
    const number = document.activeElement?.closest<HTMLElement>("[data-claim]")?.dataset["claim"];
    const claims = this.reading.opened?.claims ?? [];
    return claims.find((claim) => (number === undefined ? claim.block === this.at : claim.number === Number(number)));
  }

  async adopt(claim = this.claim()): Promise<void> {
    if (claim === undefined || claim.adopted !== null) return;
    const number = await this.reading.adopt(claim.number);
    if (number !== undefined) toast.done(say("reader-adopted", { number }), { undo: true });
  }

  copyQuote(citationOnly: boolean): void {
    const { opened } = this.reading;
    if (opened === null) return;
    const card = this.card();
    const at = this.target();
    const block = at === null ? undefined : this.reading.blocks[at.from.block];
    const words = card?.quote ?? (this.selection && getSelection()?.toString()) ?? (block && at ? wordsOf(this.reading.blocks, at) : "");
    const place = card?.locator ?? block?.locator ?? "";
    if (copy(citationOnly ? null : words, citation(opened, place))) toast.done(say(citationOnly ? "reader-cited" : "reader-copied"));
  }
}

/** The words of a passage, blocks parted by a line. */
export function wordsOf(blocks: readonly TextBlock[], at: TextStretch): string {
  return blocks
    .slice(at.from.block, at.to.block + 1)
    .map((block) => textOf(block).slice(block.index === at.from.block ? at.from.unit : 0, block.index === at.to.block ? at.to.unit : undefined))
    .join("\n");
}

// Room kept above and below the block in focus, px.
const ROOM = 72;

function keepInSight(element: HTMLElement, center: boolean): void {
  const scroller = element.closest<HTMLElement>("[data-scroll]");
  if (scroller === null) return;
  const box = element.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  if (center) scroller.scrollTop += box.top - view.top - Math.max(ROOM, (view.height - box.height) / 3);
  else if (box.top < view.top + ROOM || box.height > view.height - 2 * ROOM) scroller.scrollTop += box.top - view.top - ROOM;
  else if (box.bottom > view.bottom - ROOM) scroller.scrollTop += box.bottom - view.bottom + ROOM;
}
