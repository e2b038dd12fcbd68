// The words of the window: the same Fluent files that the PDF and the command line read, one a language.
//
// A message that is missing shows as its id, as in `model::wording`, so a gap is seen and named. `say` reads the language
// reactively: whatever was said in a template or a derived value is said anew when the language changes.

import { FluentBundle, type FluentResource, type FluentVariable } from "@fluent/bundle";
import { toStore } from "svelte/store";

export type Words = Record<string, FluentVariable>;

// What vite.config.ts makes of a file.
type Messages = () => FluentResource["body"];
const files = import.meta.glob<Messages>("../../../l10n/*.ftl", { import: "default", eager: true });

// What dates and numbers follow, a language.
const LOCALES: Record<string, string> = { en: "en-GB", fr: "fr-FR" };

const messages = new Map(Object.entries(files).map(([path, read]) => [path.replace(/^.*\/|\.ftl$/g, ""), read]));

const bundles: Record<string, FluentBundle | undefined> = {};

function bundleOf(name: string): FluentBundle {
  // Direction marks around arguments would end up in what people copy; rows isolate foreign text with <bdi> instead.
  const bundle = new FluentBundle(LOCALES[name] ?? name, { useIsolating: false });
  bundle.addResource({ body: messages.get(name)?.() ?? [] });
  return bundle;
}

let language = $state("en");

/** The languages the window speaks, by the name of their file. */
export const languages: readonly string[] = [...messages.keys()].sort();

/** Speaks `name` from now on; a language that isn't there changes nothing. */
export function speak(name: string): void {
  if (messages.has(name)) language = name;
  document.documentElement.lang = locale();
}

function spoken(): FluentBundle {
  return (bundles[language] ??= bundleOf(language));
}

/** The message `id`, its places filled from `words`. */
export function say(id: string, words: Words = {}): string {
  const bundle = spoken();
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? bundle.formatPattern(pattern, words) : id;
}

/** Whether there is a message `id`. */
export function known(id: string): boolean {
  return spoken().hasMessage(id);
}

/** `say` for templates: `$t("nav-library")`. */
export const t = toStore(() => {
  // Read here, so that the store has a new value, and templates new words, with a new language.
  const now = language;
  return (id: string, words: Words = {}) => (now ? say(id, words) : id);
});

/** What dates and numbers follow: "en-GB". */
export function locale(): string {
  return LOCALES[language] ?? language;
}
