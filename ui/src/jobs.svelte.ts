// Work that goes on in the background and shows in the status bar.

/** A job under way. */
export interface Job {
  readonly id: string;
  /** "Importing 312 of 1,000 · 41 a second". */
  readonly text: string;
  /** Done, 0 to 1. */
  readonly fraction: number;
  readonly paused: boolean;
  pause?: () => unknown;
  resume?: () => unknown;
  cancel?: () => unknown;
  /** Shows more of it. */
  open?: () => unknown;
}

let running = $state.raw<readonly Job[]>([]);

export const jobs = {
  get running(): readonly Job[] {
    return running;
  },
  /** Shows a job, or what has become of it. */
  set(job: Job): void {
    running = [...running.filter((other) => other.id !== job.id), job];
  },
  end(id: string): void {
    running = running.filter((job) => job.id !== id);
  },
};
