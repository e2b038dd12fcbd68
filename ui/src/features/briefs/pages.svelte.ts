// The pages of a brief as they will print. The newest request wins, and a page is put in place only when its image has
// arrived: what is on screen never goes blank. A page that looks the same keeps its address and is not loaded again.

import { commands, type BriefPage } from "../../api/bindings";
import { ask } from "../../api/client";

/** Least wait after a key before pages are laid out, in ms. It grows with how long laying out takes. */
const WAIT = 120;

export class Pages {
  shown = $state.raw<readonly BriefPage[]>([]);
  /** Milliseconds that the last layout took. */
  took = $state<number>();
  /** Why there are no newer pages. */
  problem = $state<string>();
  /** Ends when the pages last asked for are shown, or newer ones were asked for. */
  laid: Promise<void> = Promise.resolve();

  #timer: ReturnType<typeof setTimeout> | undefined;
  #newest = 0;

  /** Asks for pages soon; `typing` is read when they are laid out. */
  soon(brief: string, typing: () => { block: string; text: string } | null): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(brief, typing()), Math.max(WAIT, this.took ?? 0));
  }

  now(brief: string, typing: { block: string; text: string } | null): Promise<void> {
    this.laid = this.#layOut(brief, typing);
    return this.laid;
  }

  async #layOut(brief: string, typing: { block: string; text: string } | null): Promise<void> {
    this.#newest += 1;
    const mine = this.#newest;
    const answer = await ask(() => commands.layOutBrief(brief, typing));
    if (mine !== this.#newest) return;
    if (!answer.ok) {
      this.problem = answer.failure.message;
      return;
    }
    // A newer request took this one's place.
    if (answer.value === null) return;
    const { pages, took } = answer.value;
    const known = this.shown.map((page) => page.address);
    const arrived = await Promise.all(pages.map((page) => known.includes(page.address) || loaded(page.address)));
    if (mine !== this.#newest || arrived.includes(false)) return;
    this.problem = undefined;
    this.shown = pages;
    this.took = took ?? 0;
  }
}

/** Whether an image has arrived and can be shown. */
function loaded(address: string): Promise<boolean> {
  return new Promise((done) => {
    const image = new Image();
    image.onload = () => {
      done(true);
    };
    image.onerror = () => {
      done(false);
    };
    image.src = address;
  });
}
