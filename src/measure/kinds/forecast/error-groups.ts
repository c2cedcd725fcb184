import type { UnitSums } from "../../../metrics/forecast/error-counts.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import type { EvidenceSource } from "../../../model/project.js";
import type { RatioSums } from "../../../stats/ratio-interval.js";
import type { GroupAnswer, Sum } from "../../query/count-query.js";
import { textReader } from "../../query/read-keys.js";
import { sliceValues, type SliceColumn } from "../slice-columns.js";

/** Errors of a group of cases, unit by unit. */
export interface ErrorGroup {
  readonly column: string | null;
  readonly value: string | null;
  readonly n: number;
  readonly units: readonly UnitSums[];
  readonly rowSums: Readonly<Record<string, RatioSums>>;
}

/** Units that have cases, in their order. */
export interface UnitOrder {
  readonly texts: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
  readonly gaps: number;
}

export interface Reading {
  readonly answer: GroupAnswer;
  readonly slice: SliceColumn | null;
  readonly order: UnitOrder;
  readonly sums: Readonly<Record<string, Sum>>;
  readonly source: EvidenceSource;
  readonly evaluation: EvaluationPlan;
  readonly isRows: boolean;
}

/** The groups of an answer, each with its units in order. */
export function errorGroups(reading: Reading, counts: (row: number) => boolean): ErrorGroup[] {
  const { answer, slice, source } = reading;
  const rows = Array.from(answer.n, (_, row) => row).filter(counts);
  const { values, group } =
    slice === null
      ? { values: [null], group: new Int32Array(rows.length) }
      : sliceValues(slice, answer.keys.slice, rows, source);
  const own = values.map((): number[] => []);
  rows.forEach((row, index) => own[group[index] ?? 0]?.push(row));
  return values.map((value, place) => groupOf(reading, value, own[place] ?? []));
}

function groupOf(
  { answer, slice, order, sums, evaluation, isRows }: Reading,
  value: string | null,
  rows: readonly number[],
): ErrorGroup {
  const textOf = textReader(answer, "unit");
  const sum = (name: string, row: number): number =>
    (answer.sums[name]?.[row] ?? 0) * 2 ** -(sums[name]?.bits ?? 0);
  const placed = rows.map((row) => ({ row, place: order.placeOf.get(textOf(row) ?? "") ?? -1 }));
  placed.sort((a, b) => a.place - b.place);
  const units = placed.map(({ row }) => unitSums(answer.n[row] ?? 0, (name) => sum(name, row), evaluation));
  const n = units.reduce((total, unit) => total + unit.n, 0);
  const [only] = rows;
  return {
    column: slice?.column ?? null,
    value,
    n,
    units,
    rowSums:
      isRows && only !== undefined && units[0] !== undefined
        ? rowSums(units[0], (name) => sum(name, only), evaluation)
        : {},
  };
}

function unitSums(n: number, sum: (name: string) => number, { quantiles = {} }: EvaluationPlan): UnitSums {
  return {
    n,
    error: sum("error"),
    absoluteError: sum("absoluteError"),
    squaredError: sum("squaredError"),
    actual: sum("actual"),
    absoluteActual: sum("absoluteActual"),
    zeroActuals: sum("zeroActuals"),
    absolutePercentage: sum("absolutePercentage"),
    intervals: sum("intervals"),
    covered: sum("covered"),
    width: sum("width"),
    outside: sum("outside"),
    quantiles: Object.fromEntries(
      Object.keys(quantiles).map((quantile) => [
        quantile,
        { n: sum(`n of ${quantile}`), loss: sum(`loss of ${quantile}`) },
      ]),
    ),
  };
}

/** Second moments of each metric's numerator and denominator, rows being the units. */
function rowSums(
  unit: UnitSums,
  sum: (name: string) => number,
  { interval, quantiles = {} }: EvaluationPlan,
): Record<string, RatioSums> {
  const { n, zeroActuals } = unit;
  const mean = (x: number, xx: number, of: number): RatioSums => ({ units: of, x, y: of, xx, xy: x, yy: of });
  const squaredActual = sum("squaredActual");
  const over = (x: number, y: number, xx: number, xy: number): RatioSums => ({
    units: n,
    x,
    y,
    xx,
    xy,
    yy: squaredActual,
  });
  const score = unit.width + (2 / (1 - (interval?.level ?? 0))) * unit.outside;
  return {
    mae: mean(unit.absoluteError, unit.squaredError, n),
    "mean-error": mean(unit.error, unit.squaredError, n),
    rmse: mean(unit.squaredError, sum("fourthPower"), n),
    mape: mean(unit.absolutePercentage, sum("squaredPercentage"), n - zeroActuals),
    wape: over(unit.absoluteError, unit.absoluteActual, unit.squaredError, sum("absoluteErrorTimesActual")),
    "forecast-bias": over(unit.error, unit.actual, unit.squaredError, sum("errorTimesActual")),
    "interval-score": mean(score, sum("squaredScore"), unit.intervals),
    ...Object.fromEntries(
      Object.keys(quantiles).map((quantile) => [
        `pinball-loss[${quantile}]`,
        mean(
          unit.quantiles[quantile]?.loss ?? 0,
          sum(`squared loss of ${quantile}`),
          unit.quantiles[quantile]?.n ?? 0,
        ),
      ]),
    ),
  };
}
