// Reads pages with Mozilla's Readability on linkedom as `chancery extract --jsonl` does: lines {"path", "url"} in, lines of
// fields out.
import fs from 'node:fs';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TD TH TR UL'.split(' '),
);

/** The words of an element with a line break around each block, as a browser shows them; `textContent` runs blocks together. */
function visible(node) {
  if (node.nodeType === 3) return node.data;
  const inside = Array.from(node.childNodes, visible).join('');
  return BLOCKS.has(node.nodeName) ? `\n${inside}\n` : inside;
}

/** What Readability finds; nothing for a page it can't read. */
function read(html) {
  try {
    return new Readability(parseHTML(html).document, { serializer: visible }).parse();
  } catch {
    return null;
  }
}

for (const line of fs.readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const { path } = JSON.parse(line);
  const found = read(fs.readFileSync(path, 'utf8'));
  const fields = found && {
    title: found.title,
    byline: found.byline,
    published: found.publishedTime?.slice(0, 10),
    text: found.content,
  };
  console.log(JSON.stringify({ path, ...fields }));
}
