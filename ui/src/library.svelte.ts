// The library on show: what it is, showing another, the samples.

import { commands, type LibraryInfo } from "./api/bindings";
import { ask } from "./api/client";
import { go, restart } from "./route.svelte";
import { toast } from "./toast.svelte";

let now = $state.raw<LibraryInfo | null>(null);
// The folder of a library whose welcome was answered with an empty start.
let begun = $state("");

export const library = {
  /** The library, once it is known. */
  get now(): LibraryInfo | null {
    return now;
  },
  /** Whether the welcome stands in the place of the screens: nothing was ever done here. */
  get welcomes(): boolean {
    return now !== null && now.is_new && !now.is_sample && !now.read_only && now.folder !== begun;
  },
  /** Asks again what the library is. What keeps it from opening is the screens' to say. */
  async load(): Promise<void> {
    const answer = await ask(() => commands.libraryInfo());
    if (answer.ok) now = answer.value;
  },
  /** Leaves the welcome for the empty screens. */
  startEmpty(): void {
    begun = now?.folder ?? "";
    restart({ screen: "inbox" });
  },
  /** Shows the samples, making them where there are none, at their brief. */
  async openSample(): Promise<void> {
    const answer = await ask(() => commands.openSample());
    if (!answer.ok) {
      toast.failed(answer.failure);
      return;
    }
    await arrive();
    if (answer.value.brief !== null) go({ screen: "brief", brief: answer.value.brief });
  },
  /** Shows the library in `folder`, one that was chosen before. */
  async open(folder: string): Promise<void> {
    const answer = await ask(() => commands.openLibrary(folder));
    if (answer.ok) await arrive();
    else toast.failed(answer.failure);
  },
  /** Asks for a folder, and shows the library in it or makes one. */
  async choose(): Promise<void> {
    const answer = await ask(() => commands.pickFolder());
    if (!answer.ok) toast.failed(answer.failure);
    else if (answer.value !== null) await library.open(answer.value);
  },
  /** Takes the samples away; says whether they are gone. */
  async removeSample(): Promise<boolean> {
    const shown = now?.is_sample ?? false;
    const answer = await ask(() => commands.removeSample());
    if (!answer.ok) {
      toast.failed(answer.failure);
      return false;
    }
    if (shown) await arrive();
    return true;
  },
};

// The way back would lead into the other library.
async function arrive(): Promise<void> {
  await library.load();
  restart({ screen: "inbox" });
}
