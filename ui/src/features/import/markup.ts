// Whether markup in the clipboard says more than its plain text: a page does, a line from a mail or an editor does not. The
// markup is looked at as a text; what it means only the parser finds out.

/** Tags that give an article its shape. */
const SHAPE = /<(?:h[1-6]|p|li|article|table|blockquote|figure)\b/gi;

/** Shaped pieces from which markup is worth more than its words. */
const ENOUGH = 3;

/** Whether `html` is a page or a good part of one. */
export function isPage(html: string | null | undefined): html is string {
  return (html?.match(SHAPE) ?? []).length >= ENOUGH;
}
