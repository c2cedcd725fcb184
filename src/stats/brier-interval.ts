import { brierScore } from "./brier-score.js";
import { classCounts } from "./class-counts.js";
import { compensatedSum } from "./compensated-sum.js";
import { normalCriticalValue } from "./normal-critical-value.js";
import type { Bounds, ScoreTable } from "./types.js";

/**
 * Normal interval of a Brier score: that of a mean of squared errors.
 *
 * @param table - distinct scores in [0, 1] ascending with counts
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds clipped to [0, 1], from the sample variance of (p - y)^2; `null` for an empty table and where that
 *   variance is 0 (one case, or all errors equal)
 * @throws RangeError `Unexpected score 1.2, expected 0 <= score <= 1`
 * @see Brier 1950, Mon. Weather Rev. 78:1; central limit theorem for its mean
 * @example
 * brierInterval([{ score: 0.2, positives: 1, negatives: 3 }, { score: 0.9, positives: 4, negatives: 0 }]) // { low: 0, high: 0.2515 }
 */
export function brierInterval(table: ScoreTable, level = 0.95): Bounds | null {
  const z = normalCriticalValue(level);
  const value = brierScore(table);
  if (value === null) return null;

  const { n } = classCounts(table);
  const squares = compensatedSum(
    table,
    ({ score, positives, negatives }) =>
      positives * ((1 - score) ** 2 - value) ** 2 + negatives * (score ** 2 - value) ** 2,
  );
  // Equal errors differ by rounding only.
  if (n < 2 || squares <= n * 1e-30) return null;

  const half = z * Math.sqrt(squares / (n - 1) / n);
  return { low: Math.max(0, value - half), high: Math.min(1, value + half) };
}
