import type { Finding, Table } from "../model/assessment.js";
import type { Evidence } from "../model/evidence.js";
import type { SeriesBreak, SeriesDetails } from "../model/series-details.js";
import type { SeriesFacts } from "../model/series-facts.js";
import { encodeName } from "../model/slice-id.js";
import { studentTQuantile } from "../stats/student-t-quantile.js";

const level = 0.95;
/** Fewest periods that show how far a period usually strays. */
const fewestUsual = 8;

/** What each series shows: the latest break that the findings carry, and the usual range from the stretch before it. */
export function seriesFactsOf(evidence: Evidence, findings: readonly Finding[]): SeriesFacts[] {
  return evidence.evaluations.flatMap(({ id }) => {
    const details = evidence.details[id]?.series;
    if (details === undefined) return [];
    const shown = details.breaks.filter(({ period }) =>
      findings.some(
        ({ rule, evaluation, slots }) => rule === "break" && evaluation === id && slots.period === period,
      ),
    );
    const latest = shown.at(-1);
    const table = evidence.tables.find((one) => one.evaluation === id && one.id.endsWith("series@all"));
    const values = valuesOf(table);
    const prefix = evidence.evaluations.length > 1 ? `${id}/` : "";
    return [
      {
        evaluation: id,
        periods: values.length,
        first: details.firstPeriod,
        last: details.lastPeriod,
        break: latest === undefined ? null : breakOf(latest, shown.length - 1, prefix),
        reason: latest === undefined ? reasonOf(details) : null,
        band: latest === undefined ? null : bandOf(values, earlierEnd(details, latest), latest.at),
      },
    ];
  });
}

/** Values of a series by period, in order; null where a period may not be told. */
export function valuesOf(table: Table | undefined): (number | null)[] {
  return (table?.rows ?? []).map(({ cells }) => cells[0] ?? null);
}

function breakOf(latest: SeriesBreak, earlier: number, prefix: string): SeriesFacts["break"] {
  const { period, first, last, reason, shift, nearest } = latest;
  return {
    period,
    first,
    last,
    reason,
    earlier,
    estimate: `${prefix}break-shift[${encodeName(period)}]@all`,
    direction: shift < 0 ? "down" : "up",
    recorded: nearest === null ? null : { ...nearest },
  };
}

/** Where the stretch before a break begins: at the change before it, whether that one is shown or not. */
function earlierEnd({ breaks }: SeriesDetails, { at }: SeriesBreak): number {
  return Math.max(0, ...breaks.map((one) => one.at).filter((one) => one < at));
}

function reasonOf({ p, breaks }: SeriesDetails): NonNullable<SeriesFacts["reason"]> {
  if (p === null) return "too-short";
  if (breaks.length === 0) return "no-change";
  return p < 1 - level ? "too-small" : "by-chance";
}

/**
 * Where one further period would have come to lie, had the level stayed: mean ± t s sqrt(1 + 1/n) of the stretch
 * before. The spread of the values themselves is used, so a season makes it wide and never too narrow.
 *
 * @returns null for fewer than 8 periods before, and for a stretch that does not vary
 * @see Hahn & Meeker 1991, section 4.8: prediction interval for one further value
 */
function bandOf(values: readonly (number | null)[], from: number, at: number): SeriesFacts["band"] {
  const before = values.slice(from, at).filter((value) => value !== null);
  const since = values.slice(at).filter((value) => value !== null);
  const n = before.length;
  if (n < fewestUsual) return null;
  const mean = before.reduce((sum, value) => sum + value, 0) / n;
  const sd = Math.sqrt(before.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  if (!(sd > 1e-12 * Math.abs(mean))) return null;
  const reach = studentTQuantile((1 + level) / 2, n - 1) * sd * Math.sqrt(1 + 1 / n);
  const [low, high] = [mean - reach, mean + reach];
  const split = (own: readonly number[]) => ({
    n: own.length,
    above: own.filter((value) => value > high).length,
    below: own.filter((value) => value < low).length,
  });
  return {
    low,
    high,
    level,
    method: "prediction interval for one further period, Student t",
    before: split(before),
    since: split(since),
  };
}
