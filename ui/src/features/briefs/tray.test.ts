import { expect, it } from "vitest";

import type { TrayPassage } from "../../api/bindings";
import { grouped, rowKey } from "./tray";

const row = (uid: string, risk: string | null) => ({ uid, risk, risk_title: risk && `about ${risk}` }) as TrayPassage;

it("groups passages by risk, those without one last, and tells the same passage under two risks apart", () => {
  const rows = [row("a", "R-1"), row("b", "R-1"), row("a", "R-2"), row("c", null)];
  expect(grouped(rows).map((group) => [group.risk, group.title, group.rows.length])).toEqual([
    ["R-1", "about R-1", 2],
    ["R-2", "about R-2", 1],
    [null, null, 1],
  ]);
  expect(new Set(rows.map(rowKey)).size).toBe(4);
});
