import { checkConfusionMatrix } from "../../stats/check-confusion-matrix.js";
import { labelNoiseFromAgreement } from "../../stats/label-noise-from-agreement.js";
import type { ConfusionMatrix } from "../../stats/types.js";
import { wilsonInterval } from "../../stats/wilson-interval.js";
import { missing, type Measured } from "../metric.js";

/** Noise of the labels of two people who err alike and independently; its range is that of their agreement. */
export function noiseOf(matrix: ConfusionMatrix, level: number): Measured {
  const { agreed, n, rows, columns } = checkConfusionMatrix(matrix);
  const classes = matrix.filter((_, k) => (rows[k] ?? 0) + (columns[k] ?? 0) > 0).length;
  if (n === 0) return missing("no-common-cases");
  if (classes < 2) return missing("one-label", n);
  const value = labelNoiseFromAgreement(agreed / n, classes);
  if (value === null) return missing("agree-below-chance", n);
  const bounds = wilsonInterval(agreed, n, level);
  const low = bounds === null ? null : labelNoiseFromAgreement(bounds.high, classes);
  const high = bounds === null ? null : (labelNoiseFromAgreement(bounds.low, classes) ?? 1 - 1 / classes);
  const method = "from Wilson of the agreement";
  return {
    ...missing("", n),
    value,
    reason: low === null || high === null ? "no-interval" : null,
    interval: low === null || high === null ? null : { low, high, level, method, side: "two-sided" },
  };
}
