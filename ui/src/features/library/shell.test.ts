import { expect, test } from "vitest";

import { chancery } from "./shell";

test("the default library needs no name", () => {
  expect(chancery({ folder: "/home/a/.local/share/chancery", is_default: true }, "import FILE")).toBe("chancery import FILE");
});

test.each([
  ["/srv/desk", "/srv/desk"],
  ["/srv/my desk", "'/srv/my desk'"],
  ["/srv/o'hara", String.raw`'/srv/o'\''hara'`],
  ["/srv/$(rm)", "'/srv/$(rm)'"],
])("the folder %s is named so that a shell takes it as it is", (folder, word) => {
  expect(chancery({ folder, is_default: false }, "import FILE")).toBe(`chancery --library ${word} import FILE`);
});
