import { clusteredProportion, type ClusteredProportion } from "../stats/clustered-proportion.js";
import type { Confusion } from "../stats/types.js";
import { wilsonInterval } from "../stats/wilson-interval.js";
import type { Cell, SubjectCell } from "../model/cell.js";
import { missing, type Measured, type MetricContext } from "./metric.js";

/** Which count is the numerator and which the denominator of a rate. */
export interface RateCounts {
  readonly x: number;
  readonly n: number;
}

/**
 * A share of the decisions in a cell, with its interval: Wilson when rows are independent, clustered by
 * subject when they are not.
 *
 * @param pick - numerator and denominator, from the confusion counts of the cell and of each subject alike
 * @param none - reason id when the denominator is zero
 */
export function decisionRate(
  cell: Cell,
  context: MetricContext,
  pick: (counts: Confusion) => RateCounts,
  none: string,
): Measured {
  if (cell.confusion === null) return missing("no-threshold", cell.n);
  const subjects =
    cell.subjects?.flatMap(({ confusion }) => (confusion === null ? [] : [pick(confusion)])) ?? null;
  return rate(pick(cell.confusion), subjects, context, none);
}

/** The same for a share that needs no decision: the share of positives. */
export function classRate(
  cell: Cell,
  context: MetricContext,
  pick: (counts: Pick<SubjectCell, "positives" | "negatives">) => RateCounts,
  none: string,
): Measured {
  return rate(pick(cell), cell.subjects?.map(pick) ?? null, context, none);
}

function rate(
  { x, n }: RateCounts,
  subjects: readonly RateCounts[] | null,
  { level }: MetricContext,
  none: string,
): Measured {
  if (n === 0) return missing(none);
  const plain = { value: x / n, reason: null, numerator: x, denominator: n, n, baseline: null };
  if (subjects === null) {
    const bounds = wilsonInterval(x, n, level);
    return {
      ...plain,
      nEffective: null,
      interval: bounds === null ? null : { ...bounds, level, method: "Wilson", side: "two-sided" },
    };
  }
  const own = subjects.filter((subject) => subject.n > 0);
  const sum = (of: (subject: RateCounts) => number): number =>
    own.reduce((total, subject) => total + of(subject), 0);
  const clustered = clusteredProportion(
    {
      subjects: own.length,
      errors: x,
      trials: n,
      sumK2: sum((s) => s.x * s.x),
      sumKM: sum((s) => s.x * s.n),
      sumM2: sum((s) => s.n * s.n),
    },
    level,
  );
  return clusteredRate({ x, n }, clustered, level);
}

/** A rate whose rows share subjects; without an interval where that is not known. */
export function clusteredRate(
  { x, n }: RateCounts,
  clustered: Pick<ClusteredProportion, "interval" | "effectiveN" | "method"> | null,
  level: number,
): Measured {
  const plain = { value: x / n, reason: null, numerator: x, denominator: n, n, baseline: null };
  if (clustered === null) return { ...plain, nEffective: null, interval: null, reason: "no-interval" };
  const method =
    clustered.method === "cluster-logit-t" ? "logit t, clustered by subject" : "Wilson, one case per subject";
  return {
    ...plain,
    nEffective: clustered.effectiveN,
    interval: { ...clustered.interval, level, method, side: "two-sided" },
  };
}
