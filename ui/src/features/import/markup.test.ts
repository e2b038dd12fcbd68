import { expect, test } from "vitest";

import { isPage } from "./markup";

test.each([
  ["<meta charset=utf-8><h1>Port Closed</h1><p>By Ana Ruiz</p><p>The port is closed.</p>", true],
  ["<ARTICLE><P>One</P>\n<P>Two</P></ARTICLE>", true],
  ["<meta charset=utf-8><span>Port Closed</span>", false],
  ["<pre><div>const</div><div>pre</div><div>place</div></pre>", false],
  ["<p>One line from a mail</p>", false],
  ["", false],
  [null, false],
])("%s", (html, page) => {
  expect(isPage(html)).toBe(page);
});
