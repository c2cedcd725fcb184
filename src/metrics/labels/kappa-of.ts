import { checkConfusionMatrix } from "../../stats/check-confusion-matrix.js";
import type { ConfusionMatrix } from "../../stats/types.js";
import { weightedKappaInterval } from "../../stats/weighted-kappa-interval.js";
import { weightedKappa } from "../../stats/weighted-kappa.js";
import { missing, type Measured } from "../metric.js";

/** Kappa with its interval; none where both use one category only, or nothing varies. */
export function kappaOf(
  matrix: ConfusionMatrix,
  weights: "none" | "linear" | "quadratic",
  level: number,
): Measured {
  const { n } = checkConfusionMatrix(matrix);
  const value = weightedKappa(matrix, weights);
  if (value === null) return missing(n === 0 ? "no-common-cases" : "one-label", n);
  const bounds = weightedKappaInterval(matrix, weights, level);
  return {
    ...missing("", n),
    value,
    reason: bounds === null ? "no-interval" : null,
    interval:
      bounds === null ? null : { ...bounds, level, method: "Fleiss, Cohen and Everitt", side: "two-sided" },
  };
}
