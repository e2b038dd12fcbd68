// A brief being written: what it holds, which block is current, what is being typed, and when that is kept.
//
// Typing is kept 800 ms after the last key, and at once when the field is left. Saves follow each other in order; each is one
// step that can be undone. Words that the library doesn't hold yet are shown to the preview and to the checks all the same.

import { commands, type BriefBlock, type BriefCheck, type BriefFront, type BriefOutline, type Failure, type NewBlock } from "../../api/bindings";
import { changes } from "../../api/changes.svelte";
import { ask, type Answer } from "../../api/client";
import { say } from "../../i18n/say.svelte";
import { toast } from "../../toast.svelte";
import { unfinished } from "./judgement";
import type { Pages } from "./pages.svelte";
import { heir, inOrder, moved, neighbour, type Place } from "./order";

/** How long nobody types until what was typed is kept, in ms. */
const IDLE = 800;

/** How long changed blocks wait for changed pages, in ms: where pages are quick both are painted in one frame, which takes half as
 * long as two. */
const PATIENCE = 40;

/** A block whose words are being typed. */
export interface Editing {
  /** Stays while the block is edited, also when a new one gets its identity. */
  readonly key: string;
  readonly part: string;
  /** The block before it, for a new one. */
  readonly after: string | null;
}

/** A judgement that lacks something yet: it becomes a block when it has all its parts. */
export interface JudgementDraft {
  text: string;
  likelihood: string;
  confidence: string;
  basis: string;
}

export class Composer {
  readonly brief: string;
  readonly #pages: Pages;
  outline = $state.raw<BriefOutline>();
  failure = $state.raw<Failure>();
  checks = $state.raw<readonly BriefCheck[]>([]);
  /** The block that keys act on. */
  current = $state<string | null>(null);
  editing = $state.raw<Editing | null>(null);
  /** What the editor holds. */
  text = $state("");
  /** The block that is edited, once the library has it. */
  uid = $state<string | null>(null);
  /** Whether the library holds all that was typed. */
  saved = $state(true);
  /** Grows when something was typed that preview and checks should show. */
  typed = $state(0);

  #kept = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #keys: Record<string, string> = {};
  #drafts = 0;
  // The last reading, and how much had changed when it began.
  #reading: { since: number; done: Promise<void> } | undefined;

  constructor(brief: string, pages: Pages) {
    this.brief = brief;
    this.#pages = pages;
  }

  load(): Promise<void> {
    this.#reading = { since: changes.of("op"), done: this.#load() };
    return this.#reading.done;
  }

  async #load(): Promise<void> {
    const answer = await ask(() => commands.showBrief(this.brief));
    if (this.outline) await Promise.race([this.#pages.laid, new Promise((done) => setTimeout(done, PATIENCE))]);
    if (!answer.ok) {
      this.failure = answer.failure;
      return;
    }
    this.failure = undefined;
    this.outline = answer.value;
    const there = inOrder(answer.value).map(({ block }) => block.uid);
    if (this.current !== null && !there.includes(this.current)) this.current = null;
    // What was edited is gone: an undo, or another program.
    if (this.uid !== null && !there.includes(this.uid)) this.#stop();
  }

  async check(): Promise<void> {
    const answer = await ask(() => commands.checkBrief(this.brief, this.typing));
    if (answer.ok) this.checks = answer.value;
  }

  /** What is typed and not kept yet. */
  get typing(): { block: string; text: string } | null {
    return this.uid !== null && this.text !== this.#kept ? { block: this.uid, text: this.text } : null;
  }

  block(uid: string | null): BriefBlock | undefined {
    return this.outline && inOrder(this.outline).find(({ block }) => block.uid === uid)?.block;
  }

  partOf(uid: string | null): string | undefined {
    return this.outline && inOrder(this.outline).find(({ block }) => block.uid === uid)?.part.part;
  }

  /** The key of a block's row: that of its editor, where it was made in one. */
  keyOf(uid: string): string {
    return this.#keys[uid] ?? uid;
  }

  step(steps: number): void {
    if (this.outline) this.current = neighbour(this.outline, this.current, steps);
  }

  /** Begins to edit a block's words. */
  async edit(uid: string): Promise<void> {
    const block = this.block(uid);
    const part = this.partOf(uid);
    if (!block || part === undefined || block.kind === "risk" || block.kind === "evidence" || this.uid === uid) return;
    await this.leave();
    this.current = uid;
    this.#begin({ key: this.keyOf(uid), part, after: null }, uid, block.text);
  }

  /** Begins a new paragraph or bottom line. */
  async begin(part: string, after: string | null): Promise<void> {
    await this.leave();
    this.#drafts += 1;
    this.#begin({ key: `new-${String(this.#drafts)}`, part, after }, null, "");
  }

  #begin(editing: Editing, uid: string | null, text: string): void {
    this.editing = editing;
    this.uid = uid;
    this.text = text;
    this.#kept = text;
    this.saved = true;
  }

  /** Takes what the editor holds now. */
  type(text: string): void {
    this.text = text;
    this.saved = text === this.#kept;
    this.typed += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), IDLE);
  }

  /** Keeps what was typed. */
  save(): Promise<unknown> {
    clearTimeout(this.#timer);
    this.#queue = this.#queue.then(() => this.#save());
    return this.#queue;
  }

  async #save(): Promise<void> {
    const { editing, text, uid } = this;
    if (!editing || text === this.#kept || text.trim() === "") return;
    const answer: Answer<unknown> =
      uid === null
        ? await this.#make(editing, text)
        : await ask(() => commands.writeBlock(uid, text));
    if (!answer.ok) {
      toast.failed(answer.failure);
      return;
    }
    // Another block may be under the pen by now.
    if (this.editing?.key !== editing.key) return;
    this.#kept = text;
    this.saved = this.text === text;
  }

  async #make(editing: Editing, text: string): Promise<Answer<string>> {
    const block: NewBlock =
      editing.part === "bluf" ? { kind: "bluf", text } : { kind: "paragraph", text, section: editing.part };
    const answer = await ask(() => commands.addBlock(this.brief, block, [], editing.after));
    if (answer.ok) {
      this.#keys = { ...this.#keys, [answer.value]: editing.key };
      if (this.editing?.key === editing.key) {
        this.uid = answer.value;
        this.current = answer.value;
      }
    }
    return answer;
  }

  /** Keeps what was typed and closes the editor. A block left without words is taken away. */
  async leave(): Promise<void> {
    if (!this.editing) return;
    const { key } = this.editing;
    await this.save();
    if (this.editing.key !== key) return;
    const { uid, text } = this;
    this.#stop();
    if (uid !== null && text.trim() === "") await this.remove(uid);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.editing = null;
    this.uid = null;
    this.text = "";
    this.#kept = "";
    this.saved = true;
  }

  async #did(call: () => Promise<Answer<unknown>>, words?: string): Promise<boolean> {
    const before = changes.of("op");
    const answer = await call();
    if (!answer.ok) toast.failed(answer.failure);
    else if (words !== undefined) toast.done(words, { undo: true });
    // Changes are told before the answer comes: then the brief is being read already.
    if (answer.ok) await (this.#reading && this.#reading.since > before ? this.#reading.done : this.load());
    return answer.ok;
  }

  async remove(uid: string): Promise<void> {
    const next = this.outline ? heir(this.outline, uid) : null;
    if (this.uid === uid) this.#stop();
    const removed = await this.#did(() => ask(() => commands.dropBlock(uid)), say("composer-removed"));
    if (removed) this.current = next;
  }

  async move(uid: string, step: -1 | 1): Promise<void> {
    const place = this.outline && moved(this.outline, uid, step);
    if (place) await this.place(uid, place);
    else toast.announce(say("composer-cannot-move"));
  }

  async place(uid: string, { section, index }: Place): Promise<void> {
    await this.save();
    await this.#did(() => ask(() => commands.moveBlock(uid, section, index)));
  }

  /** Cites passages in the block that is edited or current; without one they become evidence of their own. */
  async cite(passages: readonly string[]): Promise<void> {
    await this.save();
    const block = this.block(this.uid ?? this.current);
    if (block && block.kind !== "risk") {
      await this.#did(() => ask(() => commands.citePassages(block.uid, [...passages])), say("composer-cited", { count: passages.length }));
      return;
    }
    for (const annotation of passages) {
      await this.#did(() => ask(() => commands.addBlock(this.brief, { kind: "evidence", annotation }, [], null)));
    }
  }

  /** The judgement that was begun in this brief and isn't a block yet. */
  get unfinished(): JudgementDraft | undefined {
    return unfinished.get(this.brief);
  }

  /** Remembers a judgement that isn't a block yet; nothing when it has become one or was given up. */
  remember(draft: JudgementDraft | undefined): void {
    if (draft === undefined) unfinished.delete(this.brief);
    else unfinished.set(this.brief, draft);
  }

  uncite(citation: string): Promise<boolean> {
    return this.#did(() => ask(() => commands.uncitePassage(citation)), say("composer-uncited"));
  }

  addRisk(risk: string): Promise<boolean> {
    return this.#did(() => ask(() => commands.addBlock(this.brief, { kind: "risk", risk }, [], null)));
  }

  addEvidence(annotation: string): Promise<boolean> {
    return this.#did(() => ask(() => commands.addBlock(this.brief, { kind: "evidence", annotation }, [], null)));
  }

  /** Adds a judgement that has all its parts, or changes one; says whether that worked. */
  async judge(uid: string | null, draft: JudgementDraft, after: string | null): Promise<boolean> {
    const { text, likelihood, confidence, basis } = draft;
    if (uid !== null) return this.#did(() => ask(() => commands.judgeBlock(uid, likelihood, confidence, basis)));
    return this.#did(async () => {
      const answer = await ask(() => commands.addBlock(this.brief, { kind: "judgement", text, likelihood, confidence, basis }, [], after));
      if (answer.ok) this.current = answer.value;
      return answer;
    });
  }

  front(front: BriefFront): Promise<boolean> {
    return this.#did(() => ask(() => commands.setBrief(this.brief, front)));
  }

  /** Lets findings stand for a reason. */
  accept(found: readonly BriefCheck[], reason: string): Promise<boolean> {
    const named = found.map(({ rule, sentence }) => ({ rule, sentence }));
    return this.#did(() => ask(() => commands.acceptChecks(this.brief, named, reason)), say("composer-accepted"));
  }
}

/** The front matter that a brief has now. */
export function frontOf(outline: BriefOutline): BriefFront {
  const { title, subtitle, marking, cutoff, desk, org, authors } = outline;
  return { title, subtitle, marking, cutoff, desk, org, authors };
}
