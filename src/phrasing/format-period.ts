import { formatDate } from "./format-date.js";
import { dateFormat } from "./platform-formats.js";

/**
 * A period of a series as people say it: a month by its name, a day as a day, any other as it is written.
 *
 * @param monthly - true where days stand for whole months, as in a series of first days
 * @example formatPeriod("2017-04-01", true, "en") // "April 2017"
 */
export function formatPeriod(period: string, monthly: boolean, lang: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})(?:-\d{2})?$/.exec(period) ?? [];
  if (year === undefined || month === undefined) return period;
  if (!monthly && period.length > 7) return formatDate(period, lang);
  return dateFormat(lang === "en" ? "en-GB" : lang, { month: "long", year: "numeric", timeZone: "UTC" })
    .format(Date.UTC(Number(year), Number(month) - 1, 1))
    .replaceAll(" ", "\u00A0");
}

/** True where the periods of a series are days that all fall on one day of the month, a month apart. */
export function isMonthly(periods: readonly string[]): boolean {
  const [first, second] = periods;
  if (first === undefined || second === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(first)) return false;
  return periods.every((period) => period.slice(8) === first.slice(8));
}
