// Days: how they are read from a field, how they are said, and how far away they are. A day is an ISO date, YYYY-MM-DD.

/** A day of this machine's calendar. */
export function today(now: Date = new Date()): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The day as a moment, for scales and formats in UTC. */
export function moment(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The day `days` after `day`. */
export function plus(day: string, days: number): string {
  const date = moment(day);
  date.setUTCDate(date.getUTCDate() + days);
  return iso(date);
}

/** The day `months` after `day`; the month's last day where it has none of that number. */
export function plusMonths(day: string, months: number): string {
  const date = moment(day);
  const number = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(number, last));
  return iso(date);
}

/** Whole days from `from` to `to`. */
export function between(from: string, to: string): number {
  return Math.round((moment(to).getTime() - moment(from).getTime()) / 86_400_000);
}

/**
 * The day that somebody typed, seen from `from`: "2026-12-01", or a stretch, "30 d", "2 w", "6 m", "1 y". Null where it is none;
 * an empty text is no day either, which the caller tells apart.
 */
export function readDay(typed: string, from: string): string | null {
  const text = typed.trim().toLowerCase();
  const full = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (full) {
    const day = `${full[1] ?? ""}-${(full[2] ?? "").padStart(2, "0")}-${(full[3] ?? "").padStart(2, "0")}`;
    const date = moment(day);
    return !Number.isNaN(date.getTime()) && iso(date) === day ? day : null;
  }
  const stretch = /^\+?\s*(\d{1,4})\s*([dwmy])$/.exec(text);
  if (!stretch) return null;
  const count = Number(stretch[1]);
  switch (stretch[2]) {
    case "d":
      return plus(from, count);
    case "w":
      return plus(from, 7 * count);
    case "m":
      return plusMonths(from, count);
    default:
      return plusMonths(from, 12 * count);
  }
}

/** The day in words, without the year where that is this one. */
export function shortDay(day: string, here: string, locale: string): string {
  const sameYear = day.slice(0, 4) === here.slice(0, 4);
  const format = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
    timeZone: "UTC",
  });
  return format.format(moment(day));
}

/** When a review is due, seen from `here`. */
export function due(day: string | null, here: string): "none" | "overdue" | "today" | "later" {
  if (day === null) return "none";
  if (day === here) return "today";
  return day < here ? "overdue" : "later";
}
