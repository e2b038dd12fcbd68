import { expect, test } from "vitest";

import { withToken } from "./tokens";

test("a part goes to the end, parted by a space, and waits for its value", () => {
  expect(withToken("", "tag:")).toBe("tag:");
  expect(withToken("grain", "is:unread")).toBe("grain is:unread ");
  expect(withToken("grain ", "after:")).toBe("grain after:");
  expect(withToken("", "-")).toBe("-");
});
