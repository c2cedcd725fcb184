/** Mean days in each period that a volume or a capacity is stated for. */
export const daysPer: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 365.25 / 12,
  quarter: 365.25 / 4,
  year: 365.25,
};

/** A count per one period as a count per another. @example perOther(60, "day", "week") // 420 */
export function perOther(cases: number, per: string, other: string): number {
  return (cases * (daysPer[other] ?? 1)) / (daysPer[per] ?? 1);
}
