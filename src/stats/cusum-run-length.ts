import { normalQuantile } from "./normal-quantile.js";
import { seededRandom } from "./random.js";
import { sampleQuantile } from "./sample-quantile.js";

/** Simulated time to the first alarm, in values watched. */
export interface RunLength {
  readonly mean: number;
  /** Standard error of the mean by the number of replicates. */
  readonly standardError: number;
  readonly median: number;
  /** A tenth of the runs alarm by then. */
  readonly p10: number;
  /** Runs that were stopped at the cap without an alarm: with any, the mean is a lower bound. */
  readonly capped: number;
}

/** How to simulate. */
export interface RunLengthOptions {
  readonly shift: number;
  readonly replicates: number;
  readonly seed: number;
}

/**
 * Run length of a two-sided tabular CUSUM on independent normal values, by simulation: ARL0 without a shift (how long
 * until a false alarm), ARL1 with one (how long until it is seen).
 *
 * @param k - slack in standard deviations, >= 0
 * @param h - decision limit in standard deviations, > 0
 * @param options - shift of the mean in standard deviations, replicates, seed; runs are stopped at 100,000 values
 * @returns mean with its standard error, median and 10th percentile of the number of values to the first alarm
 * @throws RangeError for a limit that is not above 0
 * @see Page 1954, Biometrika 41:100; Brook & Evans 1972, Biometrika 59:539, whose Markov chain the tests compare with
 * @example
 * cusumRunLength(0.5, 5, { shift: 3, replicates: 2000, seed: 1 }) // { mean: 2.563, standardError: 0.0146, median: 2, p10: 2, capped: 0 }
 */
export function cusumRunLength(
  k: number,
  h: number,
  { shift, replicates, seed }: RunLengthOptions,
): RunLength {
  if (!(h > 0)) throw new RangeError(`Unexpected h ${h}, expected h > 0`);

  const random = seededRandom(seed);
  const runs = Float64Array.from({ length: replicates }, () => runOnce(k, h, shift, random)).sort();
  const mean = runs.reduce((sum, run) => sum + run / replicates, 0);
  const variance = runs.reduce((sum, run) => sum + (run - mean) ** 2 / Math.max(1, replicates - 1), 0);
  return {
    mean,
    standardError: Math.sqrt(variance / replicates),
    median: sampleQuantile(runs, 0.5) ?? 0,
    p10: sampleQuantile(runs, 0.1) ?? 0,
    capped: runs.filter((run) => run >= CAP).length,
  };
}

const CAP = 100_000;

function runOnce(k: number, h: number, shift: number, random: () => number): number {
  let high = 0;
  let low = 0;
  for (let t = 1; t < CAP; t += 1) {
    const z = normalQuantile(Math.max(random(), 2 ** -54)) + shift;
    high = Math.max(0, high + z - k);
    low = Math.max(0, low - z - k);
    if (high > h || low > h) return t;
  }
  return CAP;
}
