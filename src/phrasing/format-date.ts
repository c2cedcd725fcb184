import { dateFormat } from "./platform-formats.js";

/** A day as people write it. @example formatDate("2026-11-30", "en") // "30 November 2026" */
export function formatDate(day: string, lang: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return dateFormat(lang === "en" ? "en-GB" : lang, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  })
    .format(Date.UTC(year, month - 1, date))
    .replaceAll(" ", "\u00A0");
}
