import { checkLevel } from "./check-level.js";
import { seededRandom } from "./random.js";
import { sampleQuantile } from "./sample-quantile.js";
import type { Bounds } from "./types.js";

/** How to draw: every field shows in what is printed beside the interval. */
export interface BlockDraws {
  /** Periods that stay together, an integer in [1, periods]. */
  readonly blockLength: number;
  readonly replicates: number;
  readonly seed: number;
  readonly level: number;
}

/** Percentile interval, with the number of replicates in which the measure did not exist. */
export interface BlockInterval {
  readonly interval: Bounds | null;
  readonly undefinedReplicates: number;
  readonly reason?: "too-few-blocks" | "undefined-replicates" | "all-equal";
}

/**
 * Moving-block bootstrap of a measure over a series: blocks of neighbouring periods are drawn with replacement, so that
 * the dependence of neighbours (overlapping horizons, slow swings) stays within them.
 *
 * @param periods - number of periods, an integer >= 0
 * @param draws - block length, replicates, seed and level
 * @param measure - the measure over the periods whose indices it is given, in order of drawing; `null` where it does not
 *   exist. The array is reused: copy what is kept
 * @returns the percentile interval (type 7). No interval, with the reason: fewer than 5 blocks fit side by side, more
 *   than 5 % of the replicates without a value, or replicates that are all the same
 * @throws RangeError `Unexpected blockLength 9 of 8 periods`
 * @see Kuensch 1989, Annals of Statistics 17:1217
 * @example
 * movingBlockBootstrap(6, { blockLength: 1, replicates: 200, seed: 1, level: 0.95 }, (picked) => picked.reduce((a, b) => a + b, 0) / picked.length) // { interval: { low: 1.1625, high: 4 }, undefinedReplicates: 0 }
 */
export function movingBlockBootstrap(
  periods: number,
  { blockLength, replicates, seed, level }: BlockDraws,
  measure: (picked: Int32Array) => number | null,
): BlockInterval {
  const tail = (1 - checkLevel(level)) / 2;
  if (!Number.isInteger(blockLength) || blockLength < 1 || blockLength > Math.max(1, periods)) {
    throw new RangeError(`Unexpected blockLength ${blockLength} of ${periods} periods`);
  }
  if (periods < 5 * blockLength) return { interval: null, undefinedReplicates: 0, reason: "too-few-blocks" };

  const random = seededRandom(seed);
  const picked = new Int32Array(periods);
  const values: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    drawBlocks(picked, blockLength, random);
    const value = measure(picked);
    if (value !== null) values.push(value);
  }

  const undefinedReplicates = replicates - values.length;
  if (undefinedReplicates > 0.05 * replicates) {
    return { interval: null, undefinedReplicates, reason: "undefined-replicates" };
  }
  values.sort((a, b) => a - b);
  const low = sampleQuantile(values, tail);
  const high = sampleQuantile(values, 1 - tail);
  if (low === null || high === null || values[0] === values.at(-1)) {
    return { interval: null, undefinedReplicates, reason: "all-equal" };
  }
  return { interval: { low, high }, undefinedReplicates };
}

/** Fills with blocks of neighbouring indices; the last one is cut short where it does not fit. */
function drawBlocks(picked: Int32Array, blockLength: number, random: () => number): void {
  const starts = picked.length - blockLength + 1;
  for (let at = 0; at < picked.length; at += blockLength) {
    const start = Math.floor(random() * starts);
    const end = Math.min(blockLength, picked.length - at);
    for (let step = 0; step < end; step += 1) picked[at + step] = start + step;
  }
}
