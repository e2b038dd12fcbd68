// The words of the window: the same Fluent file that the PDF and the command line read.
//
// A message that is missing shows as its id, as in `model::wording`, so a gap is seen and named.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { readable } from "svelte/store";

import english from "../../../l10n/en.ftl?raw";

export type Words = Record<string, FluentVariable>;

// Direction marks around arguments would end up in what people copy; rows isolate foreign text with <bdi> instead.
const bundle = new FluentBundle("en-GB", { useIsolating: false });
bundle.addResource(new FluentResource(english));

/** The message `id`, its places filled from `words`. */
export function say(id: string, words: Words = {}): string {
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? bundle.formatPattern(pattern, words) : id;
}

/** `say` for components: `$t("window-library")`. A store, so that a change of language will repaint. */
export const t = readable(say);

/** The language of dates and numbers. */
export const locale = "en-GB";
