// The import of many files: what was chosen, how far it is, what came of each. It goes on when the sheet is closed, and then
// shows in the status bar.

import { Channel } from "@tauri-apps/api/core";

import { commands, type Failure, type ImportedFile, type ImportProgress, type ImportTo } from "../../api/bindings";
import { ask } from "../../api/client";
import { say } from "../../i18n/say.svelte";
import { jobs } from "../../jobs.svelte";
import { sheets } from "../../sheets.svelte";
import { toast } from "../../toast.svelte";

/** The job's name in the status bar. */
const JOB = "import";
/** Screen readers are told every so many tenths, not at each file. */
const TENTHS = 10;

/** A file in the table: waiting, or with what came of it. */
export interface FileRow {
  readonly path: string;
  readonly file?: ImportedFile;
}

/** How far along `progress` is, in whole tenths. */
export function tenth(progress: Pick<ImportProgress, "done" | "total">): number {
  return progress.total === 0 ? 0 : Math.floor((progress.done / progress.total) * TENTHS);
}

/** "Importing 312 of 1,000 · 41/s · 2 need a look". */
export function progressLine(progress: ImportProgress): string {
  const { state, done, total, per_second, need_a_look, failed } = progress;
  const rate = Math.round(per_second ?? 0);
  const parts = [
    say(state === "paused" ? "import-files-paused" : "import-files-running", { done, total }),
    rate > 0 && state === "running" ? say("import-files-rate", { rate }) : "",
    need_a_look > 0 ? say("import-files-look", { count: need_a_look }) : "",
    failed > 0 ? say("import-files-failed", { count: failed }) : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** What an import that has ended came to. */
export function outcomeLine(progress: ImportProgress): string {
  const { imported, new_versions, duplicates, failed, need_a_look } = progress;
  const parts = [
    say("import-files-imported", { count: imported }),
    new_versions > 0 ? say("import-files-new-versions", { count: new_versions }) : "",
    duplicates > 0 ? say("import-files-duplicates", { count: duplicates }) : "",
    need_a_look > 0 ? say("import-files-look", { count: need_a_look }) : "",
    failed > 0 ? say("import-files-failed", { count: failed }) : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** The files that failed, then those to look at, then the others; in each the order that they came in. */
export function pressingFirst(files: readonly ImportedFile[]): ImportedFile[] {
  const pressing = ({ outcome, doubts }: ImportedFile): number => (outcome === "failed" ? 0 : doubts.length > 0 ? 1 : 2);
  return [...files].sort((one, other) => pressing(one) - pressing(other));
}

class FileImport {
  /** What was chosen: files and folders. */
  paths = $state.raw<readonly string[]>([]);
  /** The files that it stands for, the first of them by name. */
  found = $state.raw<readonly string[]>([]);
  total = $state(0);
  to = $state<ImportTo>("inbox");
  tags = $state<string[]>([]);
  progress = $state.raw<ImportProgress | null>(null);
  failure = $state.raw<Failure | null>(null);
  #files = $state.raw<readonly ImportedFile[]>([]);

  /** Whether files come through, or wait to. */
  get running(): boolean {
    return this.progress?.state === "running" || this.progress?.state === "paused";
  }

  /** Whether it has ended. */
  get ended(): boolean {
    return this.progress !== null && !this.running;
  }

  /** What came through, then what waits. Once it has ended, what asks for a person comes first. */
  get rows(): FileRow[] {
    const files = this.ended ? pressingFirst(this.#files) : this.#files;
    const through = files.map((file) => ({ path: file.path, file }));
    const seen = new Set(this.#files.map((file) => file.path));
    return [...through, ...this.found.filter((path) => !seen.has(path)).map((path) => ({ path }))];
  }

  /** Takes what a person has chosen; says how many files that is. */
  async choose(paths: readonly string[]): Promise<number> {
    if (this.running) return this.total;
    const answer = await ask(() => commands.filesToImport([...paths]));
    this.progress = null;
    this.#files = [];
    this.failure = answer.ok ? null : answer.failure;
    this.paths = answer.ok ? paths : [];
    this.found = answer.ok ? answer.value.paths : [];
    this.total = answer.ok ? answer.value.total : 0;
    return this.total;
  }

  /** Forgets what was chosen. */
  clear(): void {
    if (this.running) return;
    this.paths = [];
    this.found = [];
    this.total = 0;
    this.progress = null;
    this.failure = null;
    this.#files = [];
  }

  /** Imports them; returns when that has ended. */
  async start(): Promise<void> {
    if (this.running || this.total === 0) return;
    const progress = new Channel<ImportProgress>();
    progress.onmessage = (said) => {
      this.#hear(said);
    };
    this.failure = null;
    const answer = await ask(() => commands.startImport([...this.paths], this.to, [...this.tags], null, progress));
    if (answer.ok) return;
    this.failure = answer.failure;
    jobs.end(JOB);
    toast.failed(answer.failure);
  }

  #hear(said: ImportProgress): void {
    const before = this.progress;
    this.progress = said;
    this.#files = [...this.#files, ...said.files];
    if (said.state === "finished" || said.state === "cancelled") {
      jobs.end(JOB);
      const words = outcomeLine(said);
      // The table says which; where the sheet is open, it is in sight.
      const more = said.failed + said.need_a_look > 0 && sheets.open === null;
      const actions = more ? [{ label: say("job-open"), run: () => { sheets.importFiles(); } }] : [];
      toast.done(said.state === "finished" ? words : say("import-files-cancelled", { outcome: words }), { actions });
      return;
    }
    if (tenth(said) > (before === null ? 0 : tenth(before))) toast.announce(progressLine(said));
    jobs.set({
      id: JOB,
      text: progressLine(said),
      fraction: said.total === 0 ? 0 : said.done / said.total,
      paused: said.state === "paused",
      pause: () => ask(() => commands.pauseImport()),
      resume: () => ask(() => commands.resumeImport()),
      cancel: () => ask(() => commands.cancelImport()),
      open: () => {
        sheets.importFiles();
      },
    });
  }
}

/** The one import of files that this window may have running. */
export const fileImport = new FileImport();
