// One article being read: its text and marks as they arrive, and everything that can be done to them.
//
// Writes go one after another, in the order of the keys that asked for them; each shows as soon as the library has it. A new
// highlight is drawn while it is on its way, and goes again when the library can't keep it. Places and claims are sent with
// the version they are counted in, so that none lands in a text that took its place meanwhile.

import { SvelteMap } from "svelte/reactivity";

import { commands, type ArticleOpened, type Failure, type RiskTag, type ShownPicture, type TextBlock, type TextMark, type TextPageStart, type TextStretch } from "../../api/bindings";
import { ask, type Answer } from "../../api/client";
import type { Kind } from "../../kit/meanings";
import { toast } from "../../toast.svelte";
import type { Stance } from "./choices";
import { continued, grown, type Leaf } from "./leaves";
import { alike, byBlock, inOrder, joined, NO_MARKS, same, touched } from "./segments";

// With more marks than this, what changed is read again later, ms.
const MANY = 1_000;
const SOON = 40;
const UNHURRIED = 800;

export class Reading {
  readonly uid: string;
  opened = $state.raw<ArticleOpened | null>(null);
  failure = $state.raw<Failure | null>(null);
  blocks = $state.raw<readonly TextBlock[]>([]);
  /** The same in leaves. */
  leaves = $state.raw<readonly Leaf[]>([]);
  /** The pictures of the article that are in the library. */
  pictures = $state.raw<readonly ShownPicture[]>([]);
  /** In the order of the text, those that were lost last. */
  marks = $state.raw<readonly TextMark[]>([]);
  /** The risks that the marks bear on, each with the number of its passages. */
  readonly linked = $derived.by(() => {
    const found: { risk: RiskTag; passages: number }[] = [];
    for (const { risks } of this.marks) {
      for (const risk of risks) {
        const known = found.find((other) => other.risk.risk === risk.risk);
        if (known) known.passages += 1;
        else found.push({ risk, passages: 1 });
      }
    }
    return found;
  });
  /** The highlight on its way to the library. */
  #coming = $state.raw<TextMark | null>(null);
  // The marks that touch a block, in the order they were made: what one mark changes is drawn anew in its own blocks only.
  readonly #byBlock = new SvelteMap<number, readonly TextMark[]>();
  #queue: Promise<unknown> = Promise.resolve();
  #version = "";
  #stopped = false;
  #writes = 0;
  #timer = 0;
  // Whether all of the text and the marks are here, and those who wait for some of it.
  #complete = false;
  #waiting: (() => void)[] = [];
  // The marks whose note was typed at here.
  #drafted: readonly string[] = [];

  constructor(uid: string) {
    this.uid = uid;
  }

  stop(): void {
    window.clearTimeout(this.#timer);
    this.#stopped = true;
    this.#arrived();
  }

  /** The version that is on the screen. */
  get #shown(): string {
    return this.opened?.version ?? "";
  }

  on(block: number): readonly TextMark[] {
    return this.#byBlock.get(block) ?? NO_MARKS;
  }

  /** The marks to draw on a block: the one on its way lies on top. */
  drawn(block: number): readonly TextMark[] {
    const coming = this.#coming;
    return coming && touched(coming).has(block) ? [...this.on(block), coming] : this.on(block);
  }

  mark(uid: string): TextMark | undefined {
    return this.marks.find((mark) => mark.uid === uid);
  }

  /** Waits until `holds`, or all of the text and the marks are here. */
  async until(holds = () => false): Promise<void> {
    while (!this.#complete && !this.#stopped && !holds()) await new Promise<void>((next) => this.#waiting.push(next));
  }

  #arrived(): void {
    for (const next of this.#waiting.splice(0)) next();
  }

  /** Reads the article, its first page of text and of marks; pages that follow come behind them. */
  async load(): Promise<void> {
    const opened = await ask(() => commands.openArticle(this.uid));
    if (this.#stopped) return;
    if (!opened.ok) {
      this.failure = opened.failure;
      return;
    }
    const { version } = opened.value;
    if (version === this.#version) {
      const pictures = await this.#readPictures(version);
      if (this.#stopped || version !== this.#version) return;
      this.opened = opened.value;
      this.pictures = pictures;
      return;
    }
    this.#version = version;
    // Pictures come with the text, which would jump when they came later.
    const [text, marks, pictures] = await Promise.all([
      ask(() => commands.articleBlocks(version, null)),
      ask(() => commands.articleMarks(this.uid, null)),
      this.#readPictures(version),
    ]);
    if (this.#stopped || version !== this.#version) return;
    if (!text.ok || !marks.ok) {
      this.failure = text.ok ? (marks.ok ? null : marks.failure) : text.failure;
      return;
    }
    this.#complete = false;
    this.opened = opened.value;
    this.pictures = pictures;
    this.blocks = [];
    this.leaves = [];
    this.#add(text.value.blocks);
    this.#show(marks.value.marks);
    void this.#loadOn(version, text.value.next, marks.value.next);
  }

  /** Reads what follows the first pages. */
  async #loadOn(version: string, text: TextPageStart | null, marks: string | null): Promise<void> {
    const stale = (): boolean => this.#stopped || version !== this.#version;
    const blocks = async (): Promise<void> => {
      for (let from = text; from !== null; ) {
        const page = await this.#page(ask(() => commands.articleBlocks(version, from)));
        if (page === undefined || stale()) return;
        this.#add(page.blocks);
        from = page.next;
      }
    };
    const others = async (): Promise<void> => {
      for (let after = marks; after !== null; ) {
        const page = await this.#page(ask(() => commands.articleMarks(this.uid, after)));
        if (page === undefined || stale()) return;
        // What was written meanwhile is on the page too.
        this.#show(joined(this.marks, page.marks));
        after = page.next;
      }
    };
    await Promise.all([blocks(), others()]);
    if (stale()) return;
    this.#complete = true;
    this.#arrived();
  }

  async #page<T>(answer: Promise<Answer<T>>): Promise<T | undefined> {
    const page = await answer;
    if (page.ok) return page.value;
    toast.failed(page.failure);
    return undefined;
  }

  #add(page: readonly TextBlock[]): void {
    this.blocks = continued(this.blocks, page);
    this.leaves = grown(this.leaves, page);
    this.#arrived();
  }

  async #readPictures(version: string): Promise<readonly ShownPicture[]> {
    return (await this.#page(ask(() => commands.picturesShown(version)))) ?? [];
  }

  async #readMarks(): Promise<TextMark[]> {
    const marks: TextMark[] = [];
    let after: string | null = null;
    do {
      const from: string | null = after;
      const page: { marks: TextMark[]; next: string | null } | undefined = await this.#page(ask(() => commands.articleMarks(this.uid, from)));
      if (page === undefined) return [...this.marks];
      marks.push(...page.marks);
      after = page.next;
    } while (after !== null && !this.#stopped);
    return marks;
  }

  /** Something changed in the library, by this window, an undo or another program: reads again what may differ, once it is
   * quiet. What this window wrote shows already, so there is no hurry where there is much to read. */
  refresh(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#reload(), this.marks.length > MANY ? UNHURRIED : SOON);
  }

  async #reload(): Promise<void> {
    const writes = this.#writes;
    const marks = await this.#readMarks();
    // A write that came in between is announced too, and read then.
    if (this.#stopped || writes !== this.#writes) return;
    this.#show(marks);
    await this.load();
  }

  #show(marks: readonly TextMark[]): void {
    this.marks = [...marks].sort(inOrder);
    const found = byBlock(marks);
    for (const block of this.#byBlock.keys()) if (!found.has(block)) this.#byBlock.delete(block);
    for (const [block, list] of found) {
      if (!alike(list, this.on(block))) this.#byBlock.set(block, list);
    }
    this.#arrived();
  }

  #put(mark: TextMark): void {
    const before = this.mark(mark.uid);
    this.marks = [...this.marks.filter((other) => other.uid !== mark.uid), mark].sort(inOrder);
    for (const n of touched(before, mark)) {
      const others = this.on(n).filter((other) => other.uid !== mark.uid);
      const here = mark.at !== null && n >= mark.at.from.block && n <= mark.at.to.block;
      this.#byBlock.set(n, here ? [...others, mark].sort((a, b) => (a.uid < b.uid ? -1 : 1)) : others);
    }
  }

  #drop(uid: string): void {
    const mark = this.mark(uid);
    this.marks = this.marks.filter((other) => other.uid !== uid);
    if (!mark?.at) return;
    for (let n = mark.at.from.block; n <= mark.at.to.block; n += 1) {
      this.#byBlock.set(n, this.on(n).filter((other) => other.uid !== uid));
    }
  }

  /** After everything that was asked for before. */
  async after<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work, work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #write<T>(call: () => Promise<Answer<T>>, show: (value: T) => void): Promise<T | undefined> {
    return this.after(async () => {
      this.#writes += 1;
      const answer = await call();
      this.#writes += 1;
      if (answer.ok) {
        show(answer.value);
        return answer.value;
      }
      toast.failed(answer.failure);
      return undefined;
    });
  }

  #marking(call: () => Promise<Answer<TextMark>>): Promise<TextMark | undefined> {
    return this.#write(call, (mark) => {
      this.#put(mark);
    });
  }

  /** Marks a passage. With `again` a passage that is marked already gets the kind instead of a second mark. */
  highlight(at: TextStretch, kind: Kind, again: boolean): Promise<TextMark | undefined> {
    const version = this.#shown;
    return this.#marking(() => {
      const there = again ? this.exactly(at) : undefined;
      if (there) return ask(() => commands.setMarkKind(there.uid, kind));
      this.#coming = unkept(at, kind);
      return ask(() => commands.markPassage(version, at, kind)).finally(() => {
        this.#coming = null;
      });
    });
  }

  move(uid: string, at: TextStretch): Promise<TextMark | undefined> {
    const version = this.#shown;
    return this.#marking(() => ask(() => commands.moveMark(uid, version, at)));
  }

  setKind(uid: string, kind: Kind): Promise<TextMark | undefined> {
    return this.#marking(() => ask(() => commands.setMarkKind(uid, kind)));
  }

  grade(uid: string, speaker: string | null, credibility: number): Promise<TextMark | undefined> {
    return this.#marking(() => ask(() => commands.gradeMark(uid, speaker, credibility)));
  }

  setTag(uid: string, tag: string, on: boolean): Promise<TextMark | undefined> {
    return this.#marking(() => ask(() => commands.setMarkTag(uid, tag, on)));
  }

  /** Saves a note, unless it says what it said; answers what in it was meant for a risk and fits none, nothing when it failed. */
  async note(uid: string, text: string): Promise<readonly string[] | undefined> {
    const mark = this.mark(uid);
    if (mark === undefined || ((mark.note ?? "") === text.trim() && mark.draft === null)) return [];
    const saved = await this.#write(() => ask(() => commands.writeNote(uid, text)), ({ mark: now }) => {
      this.#put(now);
    });
    return saved?.unread;
  }

  /** The marks whose note is unfinished from before: the window closed in mid-sentence. */
  get unfinished(): TextMark[] {
    return this.marks.filter((mark) => mark.draft !== null && !this.#drafted.includes(mark.uid));
  }

  async keepDraft(uid: string, text: string): Promise<boolean> {
    if (!this.#drafted.includes(uid)) this.#drafted = [...this.#drafted, uid];
    const kept = await this.after(() => ask(() => commands.keepNoteDraft(uid, text)));
    const mark = this.mark(uid);
    if (kept.ok && mark !== undefined) this.marks = this.marks.map((other) => (other === mark ? { ...mark, draft: text } : other));
    return kept.ok;
  }

  async link(uid: string, risk: string, stance: Stance): Promise<boolean> {
    return (
      (await this.#write(() => ask(() => commands.linkEvidence(risk, uid, stance, "M")), () => undefined)) !== undefined &&
      (await this.#reread(uid))
    );
  }

  /** Makes a risk and links the mark to it. */
  linkNew(uid: string, title: string, stance: Stance): Promise<TextMark | undefined> {
    return this.#marking(() => ask(() => commands.linkNewRisk(uid, title, stance)));
  }

  async #reread(uid: string): Promise<boolean> {
    const answer = await ask(() => commands.showMark(uid));
    if (answer.ok) this.#put(answer.value);
    return answer.ok;
  }

  async trash(uid: string): Promise<boolean> {
    const done = await this.#write(() => ask(() => commands.trashMark(uid)), () => {
      this.#drop(uid);
    });
    return done !== undefined;
  }

  async adopt(claim: number): Promise<string | undefined> {
    const version = this.#shown;
    const made = await this.#write(() => ask(() => commands.adoptClaim(version, claim)), () => undefined);
    await this.load();
    return made?.number;
  }

  async linkClaim(claim: number, risk: string): Promise<TextMark | undefined> {
    const version = this.#shown;
    return this.#marking(() => ask(() => commands.linkClaim(version, claim, risk)));
  }

  async setAside(claim: number, aside: boolean): Promise<boolean> {
    const version = this.#shown;
    const done = await this.#write(() => ask(() => commands.setClaimAside(version, claim, aside)), () => undefined);
    await this.load();
    return done !== undefined;
  }

  /** Stars the article, or takes the star off. */
  async star(on: boolean): Promise<boolean> {
    const done = await this.#write(() => ask(() => commands.setArticlesStarred([this.uid], on)), () => undefined);
    await this.load();
    return done !== undefined;
  }

  async tagArticle(tag: string, on: boolean): Promise<void> {
    const [add, remove] = on ? [[tag], []] : [[], [tag]];
    await this.#write(() => ask(() => commands.tagArticles([this.uid], add, remove)), () => undefined);
    await this.load();
  }

  /** The mark made last of those on exactly this passage. */
  exactly(at: TextStretch): TextMark | undefined {
    return this.on(at.from.block).findLast((mark) => same(mark.at, at));
  }
}

/** A highlight as it is drawn before the library has it. */
function unkept(at: TextStretch, kind: Kind): TextMark {
  return { uid: "", kind, quote: "", quote_cut: false, note: null, draft: null, speaker: null, credibility: 6, made_at: "", state: "exact", at, locator: "", tags: [], risks: [] };
}
