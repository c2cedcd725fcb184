import type { EvaluationFacts } from "../model/assessment.js";
import { shelfLife, type Domain } from "../model/shelf-life.js";

/**
 * True when the newest day of the evidence plus its shelf life lies before the date of the assessment.
 *
 * @param domain - of the plan: how long evidence stays fresh where its author does not say it
 * @param times - shelf lives that may have passed; 1 when not given
 */
export function isStale(
  evaluation: Pick<EvaluationFacts, "collected" | "shelf_life" | "task">,
  date: string | null,
  domain: Domain | undefined,
  times = 1,
): boolean {
  if (evaluation.collected === null || date === null) return false;
  return date > addLength(evaluation.collected.last, shelfLife(evaluation, domain), times);
}

/** A day plus so many times a length such as "3 months"; the 31st falls back to the last day of a shorter month. */
function addLength(day: string, length: string, times: number): string {
  const [, amount = "0", unit = "day"] = /^(\d+) (day|week|month|year)/.exec(length) ?? [];
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const count = Number(amount) * times;
  if (unit === "day" || unit === "week")
    return new Date(Date.UTC(year, month - 1, date + count * (unit === "week" ? 7 : 1)))
      .toISOString()
      .slice(0, 10);
  const months = month - 1 + count * (unit === "year" ? 12 : 1);
  const lastDay = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, months, Math.min(date, lastDay))).toISOString().slice(0, 10);
}
