// The evidence tray: passages in groups by the risk they bear on.

import type { TrayPassage } from "../../api/bindings";

/** Passages under one risk, or under none. */
export interface TrayGroup {
  readonly risk: string | null;
  readonly title: string | null;
  readonly rows: readonly TrayPassage[];
}

/** The rows in their groups; they come sorted. */
export function grouped(rows: readonly TrayPassage[]): TrayGroup[] {
  const groups: { risk: string | null; title: string | null; rows: TrayPassage[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.risk === row.risk && last !== undefined) last.rows.push(row);
    else groups.push({ risk: row.risk, title: row.risk_title, rows: [row] });
  }
  return groups;
}

/** What a row is known by: a passage stands under each risk it bears on. */
export function rowKey(row: TrayPassage): string {
  return `${row.risk ?? ""} ${row.uid}`;
}
