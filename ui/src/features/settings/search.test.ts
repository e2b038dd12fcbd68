import { expect, test } from "vitest";

import { found } from "./search";

test("a setting is found by any of its words in any order, accents or not", () => {
  const texts = ["Text size", "87 to 150 percent", "résolution"];
  for (const query of ["", "size", "TEXT siz", "percent text", "resol"]) expect(found(query, texts), query).toBe(true);
  for (const query of ["theme", "size theme"]) expect(found(query, texts), query).toBe(false);
});
