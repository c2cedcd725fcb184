import { UserError } from "../../../errors.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import type { EvidenceSource } from "../../../model/project.js";
import { placeOf } from "../../place-of.js";
import type { Ask, ColumnUse, Expression, GroupAnswer, Key, Sum } from "../../query/count-query.js";
import { numbersOf, textReader } from "../../query/read-keys.js";
import { noPeriod } from "../no-period.js";
import { readPeriods } from "../periods.js";
import { sliceColumns, type SliceColumn } from "../slice-columns.js";
import { errorExpressions, momentExpressions } from "./error-expressions.js";
import { errorGroups, type ErrorGroup, type UnitOrder } from "./error-groups.js";

export interface CountedErrors {
  readonly rows: number;
  readonly used: number;
  readonly actualBlank: number;
  readonly forecastBlank: number;
  readonly notFinite: number;
  /** Distinct units with at least one case. */
  readonly units: number;
  readonly gaps: number;
  readonly firstPeriod: string | null;
  readonly lastPeriod: string | null;
  /** All cases first, then every value of every slice column. */
  readonly groups: readonly ErrorGroup[];
}

interface Question {
  readonly evaluation: EvaluationPlan;
  readonly source: EvidenceSource;
  /** Column that names the unit; null where every row is one. */
  readonly unit: { readonly column: string; readonly is: "period" | "subject" } | null;
}

/**
 * Asks for the error sums of predictions: per unit over all cases, and per unit and slice value.
 *
 * Two questions: the extremes decide how finely each sum can travel as a whole number, then the sums are asked for.
 */
export async function countErrors({ evaluation, source, unit }: Question, ask: Ask): Promise<CountedErrors> {
  const slices = slicesOf(evaluation);
  const expressions: Record<string, Expression> = {
    ...errorExpressions(evaluation),
    ...(unit === null ? momentExpressions(evaluation) : {}),
  };
  const columns = columnsOf(evaluation, slices, unit?.column ?? null);
  const status = statusKeys(evaluation);
  const first = await ask({ source, columns, groups: [{ keys: status, extremes: expressions }] });
  const [facts] = first.groups;
  if (facts === undefined) throw new Error("An engine left a group unanswered");
  const left = leftOut(facts);
  if (left.used === 0)
    throw new UserError("input", {
      code: "E-NO-ROWS",
      severity: "error",
      place: placeOf(source),
      text: `No row has both an actual and a forecast: ${first.rows} rows, ${left.actualBlank} without an actual.`,
    });

  const sums = sumsOf(expressions, facts, left.used, source);
  const unitKey: Record<string, Key> = unit === null ? {} : { unit: { key: "text", column: unit.column } };
  const { groups } = await ask({
    source,
    columns,
    groups: [null, ...slices].map((slice) => ({
      keys: { ...status, ...(slice === null ? {} : { slice: slice.key }), ...unitKey },
      sums,
    })),
  });
  const [all] = groups;
  if (all === undefined) throw new Error("An engine left a group unanswered");
  const order = unitOrder(all, unit, source);
  const read = (answer: GroupAnswer, slice: SliceColumn | null): ErrorGroup[] =>
    errorGroups({ answer, slice, order, sums, source, evaluation, isRows: unit === null }, isCase(answer));
  const counted = groups.flatMap((answer, index) => read(answer, slices[index - 1] ?? null));
  checkBounds(groups[0], sums, source);
  return {
    rows: first.rows,
    ...left,
    units: order.texts.length,
    gaps: order.gaps,
    firstPeriod: unit?.is === "period" ? (order.texts[0] ?? null) : null,
    lastPeriod: unit?.is === "period" ? (order.texts.at(-1) ?? null) : null,
    groups: counted,
  };
}

/** The slice columns of the plan, and the horizon as one more. */
function slicesOf(evaluation: EvaluationPlan): SliceColumn[] {
  const own = sliceColumns(evaluation);
  const { horizon } = evaluation;
  if (horizon === undefined || own.some(({ column }) => column === horizon)) return own;
  return [...sliceColumns({ ...evaluation, slices: [horizon], bands: {} }), ...own];
}

function columnsOf(
  evaluation: EvaluationPlan,
  slices: readonly SliceColumn[],
  unit: string | null,
): ColumnUse[] {
  const { actual, forecast, interval, quantiles = {} } = evaluation;
  const bounds = interval === undefined ? [] : [interval.low, interval.high];
  const numbers = [actual ?? "", forecast ?? "", ...bounds, ...Object.values(quantiles)];
  const all: ColumnUse[] = [
    ...numbers.map((name): ColumnUse => ({ name, as: "number", range: null })),
    ...slices.map(({ use }) => use),
    ...(unit === null ? [] : [{ name: unit, as: "text", range: null } as const]),
  ];
  return all.filter(
    (use, index) => all.findIndex(({ name, as }) => name === use.name && as === use.as) === index,
  );
}

/** What tells a case that counts: a finite actual and a finite forecast. */
function statusKeys({ actual = "", forecast = "" }: EvaluationPlan): Record<string, Key> {
  return {
    actual: { key: "status", column: actual },
    forecast: { key: "status", column: forecast },
  };
}

function isCase(answer: GroupAnswer): (row: number) => boolean {
  const actual = numbersOf(answer, "actual");
  const forecast = numbersOf(answer, "forecast");
  return (row) => actual?.[row] === 0 && forecast?.[row] === 0;
}

function leftOut(facts: GroupAnswer) {
  const actual = numbersOf(facts, "actual");
  const forecast = numbersOf(facts, "forecast");
  const left = { used: 0, actualBlank: 0, forecastBlank: 0, notFinite: 0 };
  facts.n.forEach((n, row) => {
    if (actual?.[row] === 1) left.actualBlank += n;
    else if (forecast?.[row] === 1) left.forecastBlank += n;
    else if (actual?.[row] === 2 || forecast?.[row] === 2) left.notFinite += n;
    else left.used += n;
  });
  return left;
}

/** As fine as the sum of all cases still stays below 2^52, where doubles are whole. */
function sumsOf(
  expressions: Readonly<Record<string, Expression>>,
  facts: GroupAnswer,
  used: number,
  source: EvidenceSource,
): Record<string, Sum> {
  const row = facts.n.findIndex((_, place) => isCase(facts)(place));
  return Object.fromEntries(
    Object.entries(expressions).map(([name, of]) => {
      const low = facts.extremes[name]?.low[row] ?? Number.NaN;
      const high = facts.extremes[name]?.high[row] ?? Number.NaN;
      // Without a value in any row the low end lies above the high one.
      const largest = low <= high ? Math.max(Math.abs(low), Math.abs(high)) : 0;
      if (largest === Infinity) throw tooLarge(source);
      if (largest === 0) return [name, { of, bits: 0 }];
      const bits = Math.min(900, 51 - Math.ceil(Math.log2(largest * used)));
      // Half a step more turns the engine's floor into rounding: over a million rows, floors would add up.
      return [name, { of: { minus: [of, { constant: -(2 ** -(bits + 1)) }] }, bits }];
    }),
  );
}

/** Units that have cases, in order: periods by time, subjects as they come. */
function unitOrder(all: GroupAnswer, unit: Question["unit"], source: EvidenceSource): UnitOrder {
  if (unit === null) return { texts: [], placeOf: new Map(), gaps: 0 };
  const textOf = textReader(all, "unit");
  const counts = isCase(all);
  const found = new Set<string>();
  for (let row = 0; row < all.n.length; row += 1) {
    const text = textOf(row);
    if (!counts(row)) continue;
    if (text !== null) found.add(text);
    else if (unit.is === "period") throw noPeriod("", unit.column, source);
  }
  const texts = [...found];
  if (unit.is === "subject")
    return { texts, placeOf: new Map(texts.map((text, place) => [text, place])), gaps: 0 };
  const periods = readPeriods(texts);
  if ("unreadable" in periods) throw noPeriod(periods.unreadable, unit.column, source);
  return {
    texts: periods.texts,
    placeOf: new Map(periods.texts.map((text, place) => [text, place])),
    gaps: periods.gaps,
  };
}

function tooLarge(source: EvidenceSource): UserError {
  return new UserError("input", {
    code: "E-SIZE",
    severity: "error",
    place: placeOf(source),
    text: "Unexpected size of a number, expected actuals and forecasts whose fourth power a computer can hold.",
    hint: "Give them in a larger unit, such as millions.",
  });
}

/** Throws where an interval forecast has its lower bound above its upper one. */
function checkBounds(
  all: GroupAnswer | undefined,
  sums: Readonly<Record<string, Sum>>,
  source: EvidenceSource,
): void {
  const crossed = all?.sums.crossed?.reduce((total, count) => total + count, 0) ?? 0;
  if (crossed === 0) return;
  const rows = crossed * 2 ** -(sums.crossed?.bits ?? 0);
  throw new UserError("input", {
    code: "E-BOUNDS",
    severity: "error",
    place: placeOf(source),
    text: `Unexpected order of the interval bounds in ${rows} rows, expected the lower one first.`,
    hint: "Swap `low` and `high` of `interval`, or clean those rows.",
  });
}
