import { expect, test } from "vitest";

import { asDay } from "./dates";

test("a day may be typed with or without hyphens and leading zeros", () => {
  expect(asDay("2026-11-20")).toBe("2026-11-20");
  expect(asDay(" 2026-2-3 ")).toBe("2026-02-03");
  expect(asDay("20261120")).toBe("2026-11-20");
  expect(asDay("")).toBe("");
});

test("what the calendar does not have is no day", () => {
  for (const text of ["2026-02-30", "2026-13-01", "20 Nov", "2026-11", "11/20/2026"]) expect(asDay(text)).toBeUndefined();
});
