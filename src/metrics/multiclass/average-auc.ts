import { classAverage } from "../../stats/class-average.js";
import { delongVariance } from "../../stats/delong-variance.js";
import { dependentAverageInterval } from "../../stats/dependent-average-interval.js";
import { rocAuc } from "../../stats/roc-auc.js";
import { missing, type Measured } from "../metric.js";
import { marginsOf, type ClassCell } from "./class-cell.js";

/**
 * Mean of the AUCs of each class against all others.
 *
 * The AUCs stand on the same cases, so their errors are taken to add up: the widest they can make the range.
 */
export function averageAuc(cell: ClassCell, weights: "macro" | "weighted", level: number): Measured {
  const { actual } = marginsOf(cell.matrix);
  const n = actual.reduce((sum, count) => sum + count, 0);
  if (cell.scores === null) return missing("no-scores", n);
  const parts = cell.scores.map((table, k) => ({
    auc: table.length === 0 ? null : rocAuc(table),
    variance: table.length === 0 ? null : (delongVariance(table)?.variance ?? null),
    weight: weights === "macro" ? 1 : (actual[k] ?? 0),
  }));
  const { value } = classAverage(
    parts.map(({ auc }) => auc),
    parts.map(({ weight }) => weight),
  );
  if (value === null) return missing("one-class", n);
  const known = parts.flatMap(({ auc, variance, weight }) =>
    auc === null || variance === null ? [] : [{ value: auc, variance, weight }],
  );
  const whole = known.length === parts.filter(({ auc }) => auc !== null).length && cell.subjects === null;
  const bounds = whole ? dependentAverageInterval(known, level) : null;
  return {
    ...missing("", n),
    value,
    reason: bounds === null ? (cell.subjects === null ? "no-interval" : "no-interval-clustered") : null,
    interval:
      bounds === null ? null : { ...bounds, level, method: "DeLong, errors added up", side: "two-sided" },
  };
}
