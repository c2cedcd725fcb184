import { metrics } from "../../../metrics/all.js";
import type { MetricContext } from "../../../metrics/metric.js";
import type { EvaluationFacts, Table } from "../../../model/assessment.js";
import type { Cell } from "../../../model/cell.js";
import type { CriterionPlan } from "../../../model/plan.js";
import { confusionsAt } from "../../../stats/confusions-at.js";
import { exactLowerBound } from "../../../stats/exact-lower-bound.js";
import { exactUpperBound } from "../../../stats/exact-upper-bound.js";
import { npvAtBaseRate } from "../../../stats/npv-at-base-rate.js";
import { ppvAtBaseRate } from "../../../stats/ppv-at-base-rate.js";
import { thresholdsOf, type Weights } from "./cost-curve.js";

type Place = Omit<Table, "columns" | "rows">;

/** Metrics that a threshold moves; rankings and levels stay as they are. */
const moved = [
  "recall",
  "false-alarms",
  "specificity",
  "precision",
  "precision-test",
  "npv",
  "npv-test",
  "flag-rate",
  "flag-rate-test",
  "accuracy",
  "accuracy-test",
];

/**
 * For which thresholds each agreed criterion on all cases would pass, judged on its exact bound as at the deployed one,
 * and for which all of them would; null without such a criterion. A row per unbroken range, from the first to the last
 * threshold of the grid that passes.
 *
 * The thresholds are compared on the same cases: a setting picked from here needs a test of its own.
 */
export function thresholdRanges(
  cell: Cell,
  facts: EvaluationFacts,
  criteria: readonly CriterionPlan[],
  context: Omit<MetricContext, "level">,
  place: Place,
): Table | null {
  const thresholds = thresholdsOf(facts);
  const own = criteria.filter(
    ({ metric, slice, ...plan }) =>
      slice === "all" && moved.includes(metric ?? "") && boundsOf(plan) !== null,
  );
  if (own.length === 0 || cell.subjects !== null) return null;
  const at = confusionsAt(cell.scores ?? [], thresholds, facts.flag).map((confusion) => ({
    ...cell,
    confusion,
  }));
  const passes = own.map((plan) => at.map((decided) => passesOn(decided, plan, context)));
  const ranges = own.map((plan, index) => ({ id: plan.id, kept: passes[index] ?? [] }));
  const all = thresholds.map((_, index) => ranges.every(({ kept }) => kept[index]));
  const rows = [...ranges, ...(ranges.length > 1 ? [{ id: "all-criteria", kept: all }] : [])].flatMap(
    ({ id, kept }) =>
      runsOf(kept).map(([first, last]) => ({
        label: id,
        cells: [thresholds[first] ?? null, thresholds[last] ?? null],
      })),
  );
  return { ...place, columns: ["low", "high"], rows };
}

function boundsOf({
  at_least: least,
  at_most: most,
}: Pick<CriterionPlan, "at_least" | "at_most">): { least: number; most: number } | null {
  if (least === undefined && most === undefined) return null;
  return { least: least ?? -Infinity, most: most ?? Infinity };
}

function passesOn(cell: Cell, plan: CriterionPlan, context: Omit<MetricContext, "level">): boolean {
  const metric = metrics.find(({ id }) => id === plan.metric);
  const bounds = boundsOf(plan);
  if (metric === undefined || bounds === null) return false;
  const {
    value,
    numerator: x,
    denominator: n,
    interval,
  } = metric.compute(cell, {
    ...context,
    level: 2 * plan.confidence - 1,
  });
  if (value === null) return false;
  const isCount = metric.unit === "share" && Number.isInteger(x) && Number.isInteger(n);
  const low = isCount ? exactLowerBound(x ?? 0, n ?? 0, plan.confidence) : (interval?.low ?? null);
  const high = isCount ? exactUpperBound(x ?? 0, n ?? 0, plan.confidence) : (interval?.high ?? null);
  return low !== null && high !== null && low >= bounds.least && high <= bounds.most;
}

/** First and last place of every run of true. */
function runsOf(kept: readonly boolean[]): (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  let start: number | null = null;
  for (let index = 0; index <= kept.length; index += 1) {
    if (kept[index] === true) start ??= index;
    else if (start !== null) {
      runs.push([start, index - 1]);
      start = null;
    }
  }
  return runs;
}

/**
 * For which break-even probability each way to act is best: to flag everyone below 1 - NPV, to follow the model up to
 * its precision, to flag no one above it, all at the base rate. Null where the model's range is empty.
 *
 * A share of the stakes c / v lies in one of the three: whether the model pays follows without a curve.
 */
export function breakEvenRanges(cell: Cell, { baseRate }: Weights, place: Place): Table | null {
  const { confusion } = cell;
  if (confusion === null) return null;
  const { tp, fn, fp, tn } = confusion;
  const [caught, spared] = [tp / (tp + fn), tn / (fp + tn)];
  const most = ppvAtBaseRate(caught, spared, baseRate.value);
  const negative = npvAtBaseRate(caught, spared, baseRate.value);
  if (most === null || negative === null) return null;
  const least = 1 - negative;
  if (least >= most) return null;
  return {
    ...place,
    columns: ["low", "high"],
    rows: [
      { label: "all", cells: [0, least] },
      { label: "model", cells: [least, most] },
      { label: "none", cells: [most, 1] },
    ],
  };
}
