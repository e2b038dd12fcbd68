import { expect, test } from "vitest";

import { place } from "./place";

const view = { width: 1000, height: 600 };
const size = { width: 200, height: 150 };

test("a popover stands under its anchor with a gap, at its start or its end", () => {
  const anchor = { left: 300, top: 100, width: 80, height: 28 };
  expect(place(anchor, size, view, "below")).toMatchObject({ left: 300, top: 132 });
  expect(place(anchor, size, view, "below-end")).toMatchObject({ left: 180, top: 132 });
  expect(place(anchor, size, view, "beside")).toMatchObject({ left: 384, top: 100 });
});

test("it turns to the side with more room", () => {
  const low = { left: 300, top: 560, width: 80, height: 28 };
  expect(place(low, size, view, "below").top).toBe(560 - 4 - 150);
  const high = { left: 300, top: 20, width: 80, height: 28 };
  expect(place(high, size, view, "above").top).toBe(52);
  const right = { left: 900, top: 100, width: 80, height: 28 };
  expect(place(right, size, view, "beside").left).toBe(900 - 4 - 200);
});

test("it never leaves the window, and what is too tall is told its room", () => {
  const corner = { left: 950, top: 10, width: 40, height: 28 };
  expect(place(corner, size, view, "below").left).toBe(1000 - 8 - 200);
  const tall = place({ left: 10, top: 290, width: 40, height: 20 }, { width: 200, height: 900 }, view, "below");
  expect(tall.top).toBeGreaterThanOrEqual(8);
  expect(tall.top + tall.room).toBeLessThanOrEqual(592);
});
