import { poissonBinomial } from "./poisson-binomial.js";
import type { ScoreTable } from "./types.js";

/** How many positives a bin would hold if its scores were right. */
export interface CalibratedBinCount {
  /** Cases in the bin, a count. */
  readonly n: number;
  /** Positives expected: the sum of the scores. */
  readonly mean: number;
  /** Variance of their number: the sum of p (1 - p). */
  readonly variance: number;
  /**
   * Exact probabilities of 0, 1, ... cases of the rarer class; `null` where the variance is at least 9 and the normal
   * distribution serves.
   */
  readonly pmf: readonly number[] | null;
  /** The class that `pmf` counts: positives in a bin of low scores, negatives in one of high scores. */
  readonly counts: "positives" | "negatives";
}

/**
 * Distribution of the number of positives in one bin under perfect calibration, y ~ Bernoulli(p) for every case.
 *
 * @param groups - distinct scores in [0, 1] of the bin, with counts of each class
 * @returns cases, mean, variance, and the exact distribution where it is too narrow for the normal one
 * @throws RangeError `Unexpected chance 1.2, expected 0 <= chance <= 1`
 * @see Brocker & Smith 2007, Weather Forecast. 22:651
 * @example
 * calibratedBinCount([{ score: 0.5, positives: 1, negatives: 1 }]) // { n: 2, mean: 1, variance: 0.5, pmf: [0.25, 0.5, 0.25], counts: "positives" }
 */
export function calibratedBinCount(groups: ScoreTable): CalibratedBinCount {
  let [n, mean, variance] = [0, 0, 0];
  for (const { score, positives, negatives } of groups) {
    const own = positives + negatives;
    n += own;
    mean += own * score;
    variance += own * score * (1 - score);
  }
  const counts = mean > n / 2 ? "negatives" : "positives";
  if (variance >= NORMAL_FROM) return { n, mean, variance, pmf: null, counts };

  const rarer = counts === "positives" ? mean : n - mean;
  // Twelve standard deviations and twelve cases: beyond lies less than 1e-15.
  const most = Math.ceil(rarer + 12 * Math.sqrt(variance) + 12);
  const chances = groups.map(({ score, positives, negatives }) => ({
    chance: counts === "positives" ? score : 1 - score,
    n: positives + negatives,
  }));
  return { n, mean, variance, pmf: poissonBinomial(chances, most), counts };
}

/** From a standard deviation of 3 on the normal distribution gives the mean distance to within 1 %. */
const NORMAL_FROM = 9;
