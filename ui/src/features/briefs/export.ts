// A brief leaves as a file: where to is asked, and what can be done with the file is offered.

import { commands, type BriefFormat, type FileKind } from "../../api/bindings";
import { ask } from "../../api/client";
import { say } from "../../i18n/say.svelte";
import { toast } from "../../toast.svelte";

const KINDS: Record<BriefFormat, FileKind> = { pdf: "pdf", markdown: "markdown", json: "json" };

/** Asks for a place and writes the brief there; `despite` is the reason where checks hold it back. */
export async function exportTo(brief: string, suggested: string, format: BriefFormat, despite: string | null): Promise<void> {
  const where = await ask(() => commands.saveFile(suggested, KINDS[format]));
  if (!where.ok) {
    toast.failed(where.failure);
    return;
  }
  const path = where.value;
  if (path === null) return;
  const done = await ask(() => commands.exportBrief(brief, format, path, despite));
  if (!done.ok) {
    toast.failed(done.failure);
    return;
  }
  const file = path.replace(/^.*[/\\]/, "");
  const run = (call: () => ReturnType<typeof commands.openFile>) => async () => {
    const answer = await ask(call);
    if (!answer.ok) toast.failed(answer.failure);
  };
  toast.done(say("export-done", { file }), {
    actions: [
      { label: say("export-open"), run: run(() => commands.openFile(path)) },
      { label: say("export-show"), run: run(() => commands.showInFolder(path)) },
    ],
  });
}
