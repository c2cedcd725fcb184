import { UserError } from "../../../errors.js";
import type { EvidenceSource } from "../../../model/project.js";
import { placeOf } from "../../place-of.js";
import { printable } from "../../printable.js";
import type { Ask, ColumnUse, GroupAnswer, Key } from "../../query/count-query.js";
import { numbersOf, textReader } from "../../query/read-keys.js";
import { noPeriod } from "../no-period.js";
import { readPeriods } from "../periods.js";

/** Which columns make the series: a number per period, or counts per period. */
export interface SeriesQuestion {
  readonly source: EvidenceSource;
  readonly time: string;
  readonly measure?: string | undefined;
  readonly events?: string | undefined;
  readonly cases?: string | undefined;
}

/** A number per period in order of time. */
export interface Series {
  readonly periods: readonly string[];
  /** Steps since the first period: neighbours differ by more than 1 across a gap. */
  readonly steps: readonly number[];
  readonly values: readonly number[];
  /** Counts behind the values; null where the values were given. */
  readonly counts: readonly PeriodCounts[] | null;
  readonly rows: number;
  /** Periods without a number, or without cases. */
  readonly blank: number;
  readonly notFinite: number;
  readonly gaps: number;
}

export interface PeriodCounts {
  readonly events: number;
  readonly cases: number;
}

/**
 * Asks for a series, one group per period.
 *
 * @throws UserError for a cell that is no period, a period that occurs twice, and counts that are none
 */
export async function readSeries(question: SeriesQuestion, ask: Ask): Promise<Series> {
  const { source, time } = question;
  const names = [question.measure, question.events, question.cases].filter((name) => name !== undefined);
  const columns: ColumnUse[] = [
    { name: time, as: "text", range: null },
    ...names.map((name): ColumnUse => ({ name, as: "number", range: null })),
  ];
  const keys: Record<string, Key> = { time: { key: "text", column: time } };
  names.forEach((name, index) => {
    keys[`status${index}`] = { key: "status", column: name };
    keys[`number${index}`] = { key: "number", column: name };
  });
  const { rows, groups } = await ask({ source, columns, groups: [{ keys }] });
  const [answer] = groups;
  if (answer === undefined) throw new Error("An engine left a group unanswered");
  return seriesOf(pointsOf(answer, names.length, question), rows, question);
}

interface Point {
  readonly period: string;
  readonly numbers: readonly number[];
}

interface Points {
  readonly points: readonly Point[];
  readonly blank: number;
  readonly notFinite: number;
}

/** Periods with all their numbers, and how many lack one. */
function pointsOf(answer: GroupAnswer, columns: number, question: SeriesQuestion): Points {
  const textOf = textReader(answer, "time");
  const places = Array.from({ length: columns }, (_, index) => index);
  const points: Point[] = [];
  const seen = new Set<string>();
  let blank = 0;
  let notFinite = 0;
  for (let row = 0; row < answer.n.length; row += 1) {
    const states = places.map((index) => numbersOf(answer, `status${index}`)?.[row] ?? 1);
    const period = textOf(row);
    // A line with nothing in it, as spreadsheets leave at the end, is no period.
    if (period === null && states.every((state) => state === 1)) continue;
    if (period === null) throw noPeriod("", question.time, question.source);
    if (seen.has(period) || answer.n[row] !== 1) throw twice(period, question);
    seen.add(period);
    if (states.includes(2)) notFinite += 1;
    else if (states.includes(1)) blank += 1;
    else {
      const numbers = places.map((index) => numbersOf(answer, `number${index}`)?.[row] ?? 0);
      points.push({ period, numbers });
    }
  }
  return { points, blank, notFinite };
}

function seriesOf({ points, blank, notFinite }: Points, rows: number, question: SeriesQuestion): Series {
  const counted = question.cases !== undefined;
  const used = counted ? points.filter((point) => checkedCases(point, question) > 0) : points;
  const periods = readPeriods(used.map(({ period }) => period));
  if ("unreadable" in periods) throw noPeriod(periods.unreadable, question.time, question.source);
  const ordered = periods.order.flatMap((place) => used[place] ?? []);
  return {
    periods: periods.texts,
    steps: periods.steps,
    values: ordered.map(({ numbers: [first = 0, second = 1] }) => (counted ? first / second : first)),
    counts: counted ? ordered.map(({ numbers: [events = 0, cases = 0] }) => ({ events, cases })) : null,
    rows,
    blank: blank + points.length - used.length,
    notFinite,
    gaps: periods.gaps,
  };
}

function checkedCases(
  { period, numbers: [events = 0, cases = 0] }: Point,
  { source }: SeriesQuestion,
): number {
  if (Number.isInteger(events) && Number.isInteger(cases) && events >= 0 && events <= cases) return cases;
  throw new UserError("input", {
    code: "E-COUNTS",
    severity: "error",
    place: placeOf(source),
    text: `Unexpected ${events} events of ${cases} cases in period ${printable(period)}, expected whole numbers with 0 <= events <= cases.`,
  });
}

function twice(period: string, { time, source }: SeriesQuestion): UserError {
  return new UserError("input", {
    code: "E-PERIOD-TWICE",
    severity: "error",
    place: placeOf(source),
    text: `Unexpected second row for period ${printable(period)} in column "${time}", expected one row per period.`,
    hint: "Add the rows of a period up first, or keep one segment per file.",
  });
}
