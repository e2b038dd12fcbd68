// Days as they are typed and stored: year-month-day, the one order that nobody reads the other way round.

/** The day that `text` names as YYYY-MM-DD, `""` for no day, or nothing if it is none of the calendar's. */
export function asDay(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  const parts = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|(\d{2})(\d{2}))$/.exec(trimmed);
  if (parts === null) return undefined;
  const [year, month, day] = [parts[1], parts[2] ?? parts[4], parts[3] ?? parts[5]].map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}
