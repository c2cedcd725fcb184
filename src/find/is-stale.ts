import type { EvaluationFacts } from "../model/assessment.js";

const defaultShelfLife = "12 months";

/** True when the newest day of the evidence plus its shelf life lies before the date of the assessment. */
export function isStale(
  { collected, shelf_life }: Pick<EvaluationFacts, "collected" | "shelf_life">,
  date: string | null,
): boolean {
  if (collected === null || date === null) return false;
  return date > addLength(collected.last, shelf_life ?? defaultShelfLife);
}

/** A day plus a length such as "3 months"; the 31st falls back to the last day of a shorter month. */
function addLength(day: string, length: string): string {
  const [, amount = "0", unit = "day"] = /^(\d+) (day|week|month|year)/.exec(length) ?? [];
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const count = Number(amount);
  if (unit === "day" || unit === "week")
    return new Date(Date.UTC(year, month - 1, date + count * (unit === "week" ? 7 : 1)))
      .toISOString()
      .slice(0, 10);
  const months = month - 1 + count * (unit === "year" ? 12 : 1);
  const lastDay = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, months, Math.min(date, lastDay))).toISOString().slice(0, 10);
}
