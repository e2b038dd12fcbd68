// Finding a setting by any of its words.

/** The context under which rows find what is searched for. */
export const SEARCH = Symbol("settings search");

/** Whether every word of `query` is in one of `texts`. */
export function found(query: string, texts: readonly string[]): boolean {
  const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  const haystack = fold(texts.join(" "));
  return fold(query).split(/\s+/).every((word) => haystack.includes(word));
}
