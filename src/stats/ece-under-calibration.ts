import { calibratedBinCount, type CalibratedBinCount } from "./calibrated-bin-count.js";
import { checkBinCount } from "./check-bin-count.js";
import { checkLevel } from "./check-level.js";
import { equalWidthBin } from "./equal-width-bin.js";
import { normalQuantile } from "./normal-quantile.js";
import { probabilityGroups } from "./probability-groups.js";
import { seededRandom } from "./random.js";
import type { ScoreGroup, ScoreTable } from "./types.js";

/**
 * Expected calibration error that perfectly calibrated scores would show on as many cases: what chance alone gives.
 *
 * The mean is the sum over bins of the mean distance; the range is simulated, y ~ Bernoulli(p) with the scores held.
 *
 * @param table - distinct scores in [0, 1] ascending with counts; the outcomes are not used
 * @param bins - number of equal-width bins, an integer of at least 1
 * @param options - `level`: coverage of the central range, default 0.95; `replicates`: simulated tests, default 1,000;
 *   `seed`: of the random numbers, default 1
 * @returns mean and central range, fractions in [0, 1]; `null` without cases
 * @throws RangeError `Unexpected replicates 0, expected an integer >= 1`
 * @see Brocker & Smith 2007, Weather Forecast. 22:651; Vaicenavicius et al. 2019, AISTATS 89:3459 (the bias of ECE)
 * @example
 * eceUnderCalibration([{ score: 0.5, positives: 2, negatives: 0 }], 10) // { mean: 0.25, low: 0, high: 0.5 }
 */
export function eceUnderCalibration(
  table: ScoreTable,
  bins: number,
  options: { readonly level?: number; readonly replicates?: number; readonly seed?: number } = {},
): { readonly mean: number; readonly low: number; readonly high: number } | null {
  const { level = 0.95, replicates = 1_000, seed = 1 } = options;
  checkBinCount("bins", bins);
  checkLevel(level);
  if (!Number.isInteger(replicates) || replicates < 1)
    throw new RangeError(`Unexpected replicates ${replicates}, expected an integer >= 1`);
  const counts = binsOf(table, bins).map(calibratedBinCount);
  const n = counts.reduce((sum, bin) => sum + bin.n, 0);
  if (n === 0) return null;

  const draws = counts.map(distanceDraw);
  const { uniform, distance } = drawsOf(seed, replicates * draws.length);
  const simulated = Float64Array.from({ length: replicates }, (_, test) => {
    const first = test * draws.length;
    return draws.reduce((sum, draw, bin) => sum + draw(uniform, distance, first + bin), 0) / n;
  }).sort();
  const at = (share: number): number => simulated[Math.round(share * (replicates - 1))] ?? 0;
  return {
    mean: counts.reduce((sum, bin) => sum + meanDistance(bin), 0) / n,
    low: at((1 - level) / 2),
    high: at((1 + level) / 2),
  };
}

function binsOf(table: ScoreTable, bins: number): ScoreGroup[][] {
  const split = new Map<number, ScoreGroup[]>();
  for (const group of probabilityGroups(table)) {
    const bin = equalWidthBin(group.score, bins);
    const own = split.get(bin);
    if (own === undefined) split.set(bin, [group]);
    else own.push(group);
  }
  return [...split.values()];
}

/** Cases of the rarer class that are expected. */
function centreOf({ n, mean, counts }: CalibratedBinCount): number {
  return counts === "positives" ? mean : n - mean;
}

/** Mean of |positives - expected| in a bin. */
function meanDistance(bin: CalibratedBinCount): number {
  if (bin.pmf === null) return Math.sqrt((2 * bin.variance) / Math.PI);
  const centre = centreOf(bin);
  return bin.pmf.reduce((sum, chance, k) => sum + chance * Math.abs(k - centre), 0);
}

/** Random numbers in the order they are used, and how far from 0 the normal quantile of each lies. */
interface Draws {
  readonly seed: number;
  readonly uniform: Float64Array;
  readonly distance: Float64Array;
}

/** The same seed gives the same numbers to every slice of a table, so they are drawn once. */
let drawn: Draws | null = null;

function drawsOf(seed: number, length: number): Draws {
  if (drawn?.seed === seed && drawn.uniform.length >= length) return drawn;
  const random = seededRandom(seed);
  const uniform = Float64Array.from({ length }, random);
  // Half a step of the generator keeps the quantile finite at 0.
  const distance = uniform.map((share) => Math.abs(normalQuantile(share + 2 ** -54)));
  drawn = { seed, uniform, distance };
  return drawn;
}

/** Turns the random number at a place into a draw of |positives - expected|. */
function distanceDraw(
  bin: CalibratedBinCount,
): (uniform: Float64Array, distance: Float64Array, at: number) => number {
  const { pmf, variance } = bin;
  if (pmf === null) {
    const spread = Math.sqrt(variance);
    return (_, distance, at) => (distance[at] ?? 0) * spread;
  }
  const centre = centreOf(bin);
  return (uniform, _, at) => {
    const share = uniform[at] ?? 0;
    let [k, below] = [0, pmf[0] ?? 1];
    while (below <= share && k < pmf.length - 1) {
      k += 1;
      below += pmf[k] ?? 0;
    }
    return Math.abs(k - centre);
  };
}
