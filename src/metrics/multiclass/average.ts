import { classAverageInterval } from "../../stats/class-average-interval.js";
import { classAverage } from "../../stats/class-average.js";
import { jackknifeInterval } from "../../stats/jackknife-interval.js";
import { macroRateInterval } from "../../stats/macro-rate-interval.js";
import type { Bounds } from "../../stats/types.js";
import type { Interval } from "../../model/assessment.js";
import { missing, type Measured } from "../metric.js";
import { marginsOf, type ClassCell, type ClassMargins, type SubjectCases } from "./class-cell.js";

/** Which average of which measure. */
export interface Average {
  readonly of: "recall" | "precision" | "f1";
  readonly weights: "macro" | "weighted";
  /** "left-out": a class without a value does not count; "zero": it counts 0, as scikit-learn does by default. */
  readonly undefined: "left-out" | "zero";
}

/**
 * An average over classes with its interval.
 *
 * A macro recall or precision is a mean of independent proportions (MOVER); parts of other averages share cases
 * (delta method); rows that share subjects are left out a subject at a time (jackknife).
 */
export function averageOver(cell: ClassCell, average: Average, level: number): Measured {
  const margins = marginsOf(cell.matrix);
  const n = margins.actual.reduce((sum, count) => sum + count, 0);
  const value = valueOf(margins, average);
  if (value === null) return missing(n === 0 ? "no-cases" : "no-class-value", n);
  const interval = intervalOf(cell, margins, average, value, level);
  return {
    ...missing("", n),
    value,
    reason: interval === null ? (cell.subjects === null ? "no-interval" : "no-interval-clustered") : null,
    interval,
  };
}

/** Value of an average from the margins alone; null without a class that has one. */
function valueOf({ actual, predicted, both }: ClassMargins, average: Average): number | null {
  const values = both.map((tp, k) => {
    const [x, n] = partOf(average.of, tp, actual[k] ?? 0, predicted[k] ?? 0);
    return n === 0 ? null : x / n;
  });
  const { value, withZeros } = classAverage(values, average.weights === "macro" ? undefined : actual);
  return average.undefined === "zero" ? withZeros : value;
}

function partOf(of: Average["of"], tp: number, actual: number, predicted: number): readonly [number, number] {
  if (of === "recall") return [tp, actual];
  return of === "precision" ? [tp, predicted] : [2 * tp, actual + predicted];
}

function intervalOf(
  { matrix, subjects }: ClassCell,
  margins: ClassMargins,
  average: Average,
  value: number,
  level: number,
): Interval | null {
  const told = (bounds: Bounds | null, method: string): Interval | null =>
    bounds === null ? null : { ...bounds, level, method, side: "two-sided" };
  if (subjects !== null) {
    const without = subjects.map((cases) => valueOf(lessSubject(margins, cases), average));
    return told(jackknifeInterval(value, without, level), "jackknife by subject, logit t");
  }
  if (average.undefined === "zero") return null; // A class that is never predicted has no spread to estimate.
  const { of, weights } = average;
  if (of !== "f1" && weights === "macro") {
    const rates = margins.both.map((tp, k) => {
      const [x, n] = partOf(of, tp, margins.actual[k] ?? 0, margins.predicted[k] ?? 0);
      return { x, n };
    });
    return told(macroRateInterval(rates, level), "MOVER of Wilson");
  }
  return told(
    of === "recall" ? null : classAverageInterval(matrix, of, weights, level),
    "delta method, logit",
  );
}

function lessSubject({ actual, predicted, both }: ClassMargins, cases: SubjectCases): ClassMargins {
  const rest = { actual: [...actual], predicted: [...predicted], both: [...both] };
  const take = (list: number[], k: number, n: number): void => {
    list[k] = (list[k] ?? 0) - n;
  };
  for (const entry of cases) {
    take(rest.actual, entry.actual, entry.n);
    take(rest.predicted, entry.predicted, entry.n);
    if (entry.actual === entry.predicted) take(rest.both, entry.actual, entry.n);
  }
  return rest;
}
