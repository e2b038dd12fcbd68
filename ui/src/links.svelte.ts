// Links of articles lead out of the window only after a word from the person, who is told the host.

let asked = $state<string | null>(null);

export const links = {
  /** The address that waits for a word, or nothing. */
  get asked(): string | null {
    return asked;
  },
  /** Asks whether to open `url` in the system's browser. */
  ask(url: string): void {
    asked = url;
  },
  answer(): void {
    asked = null;
  },
};
