import type { Interval } from "../model/assessment.js";
import { clusteredProportion } from "../stats/clustered-proportion.js";
import type { Confusion } from "../stats/types.js";
import type { Cell } from "../model/cell.js";
import type { StatedRate } from "../model/stated-rate.js";
import { missing, type Measured, type MetricContext } from "./metric.js";

/** A value at one base rate with its interval; the shape the stats functions for base rates return. */
export interface AtBaseRate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly side: Interval["side"];
  readonly method: string;
}

type Compute = (counts: Confusion, baseRate: number, level: number) => AtBaseRate | null;

/**
 * A metric moved from the evidence to the base rate where the model is used.
 *
 * With a stated range of the base rate the interval takes the outer limits over both of its ends.
 */
export function atBaseRate(cell: Cell, context: MetricContext, compute: Compute, none: string): Measured {
  if (context.baseRate === null) return missing("no-base-rate", cell.n);
  if (cell.confusion === null) return missing("no-threshold", cell.n);
  if (cell.positives === 0) return missing("no-positives", cell.n);
  if (cell.negatives === 0) return missing("no-negatives", cell.n);
  const counts = effectiveCounts(cell, cell.confusion, context.level);
  return movedToBaseRate(counts, cell.n, { level: context.level, baseRate: context.baseRate }, compute, none);
}

/**
 * The same from counts that already say how much repeated subjects are worth.
 *
 * @param counts - effective counts of both classes, neither of them empty
 * @param n - cases tested
 */
export function movedToBaseRate(
  counts: Confusion,
  n: number,
  context: { readonly level: number; readonly baseRate: StatedRate },
  compute: Compute,
  none: string,
): Measured {
  const { value, low, high } = context.baseRate;
  const middle = compute(counts, value, context.level);
  if (middle === null) return missing(none, n);
  const ends = [low, high].map((rate) => compute(counts, rate, context.level) ?? middle);
  const ranged = low < high;
  const interval: Interval = {
    low: Math.min(middle.low, ...ends.map((end) => end.low)),
    high: Math.max(middle.high, ...ends.map((end) => end.high)),
    level: context.level,
    method: ranged
      ? `${methods[middle.method] ?? middle.method}; outer limits of the base rate`
      : (methods[middle.method] ?? middle.method),
    side: middle.side,
  };
  return {
    value: middle.value,
    reason: null,
    numerator: null,
    denominator: null,
    n,
    nEffective: null,
    interval,
    baseline: null,
  };
}

/** Methods as the ledger prints them, with their authors. */
const methods: Readonly<Record<string, string>> = {
  "mercaldo-logit": "logit (Mercaldo 2007)",
  "mover-wilson": "MOVER on Wilson",
  "delta-log": "delta method, log",
  "exact-one-sided": "exact, one-sided",
  "exact-box": "exact",
};

/** Counts shrunk by the design effect of each class, so that repeated rows of a subject add no certainty. */
function effectiveCounts(cell: Cell, counts: Confusion, level: number): Confusion {
  const { subjects } = cell;
  if (subjects === null) return counts;
  const shrink = (pick: (own: Confusion) => { x: number; n: number }): number => {
    const own = subjects
      .flatMap(({ confusion }) => (confusion === null ? [] : [pick(confusion)]))
      .filter(({ n }) => n > 0);
    const total = pick(counts);
    const sum = (of: (subject: { x: number; n: number }) => number): number =>
      own.reduce((all, subject) => all + of(subject), 0);
    const clustered = clusteredProportion(
      {
        subjects: own.length,
        errors: total.x,
        trials: total.n,
        sumK2: sum((s) => s.x * s.x),
        sumKM: sum((s) => s.x * s.n),
        sumM2: sum((s) => s.n * s.n),
      },
      level,
    );
    return clustered === null ? 1 : Math.min(1, clustered.effectiveN / total.n);
  };
  const caught = shrink(({ tp, fn }) => ({ x: tp, n: tp + fn }));
  const alarms = shrink(({ fp, tn }) => ({ x: fp, n: fp + tn }));
  return { tp: counts.tp * caught, fn: counts.fn * caught, fp: counts.fp * alarms, tn: counts.tn * alarms };
}
