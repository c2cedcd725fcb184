import { seededRandom } from "./random.js";

/** The likeliest single split of a series and how unusual it is. */
export interface SplitTest {
  /** Number of values before the split. */
  readonly at: number;
  /** Difference of the means over its standard error with the overall variance, >= 0. */
  readonly statistic: number;
  readonly p: number;
}

/** How to permute. */
export interface SplitOptions {
  /** Least length of a side, an integer >= 1. */
  readonly shortest: number;
  /** Values that stay together while permuting, an integer >= 1: more than 1 where neighbours move together. */
  readonly blockLength: number;
  readonly permutations: number;
  readonly seed: number;
}

/**
 * Permutation test of a change of mean anywhere in a series: the best split against the best splits of the same values
 * in random order.
 *
 * @param values - the series in order of time, finite numbers
 * @param options - least side, block length, permutations, seed
 * @returns the best split and its p-value, (1 + those at least as good) / (1 + permutations), exact for values in any
 *   order and nearly so for blocks; `null` where no split is possible or all values are equal
 * @see James, James & Siegmund 1987, Biometrika 74:71 (the statistic); Kirch 2007, Comput. Stat. Data Anal. 52:1195
 *   (block permutation)
 * @example
 * splitPermutationP([1, 2, 1, 2, 9, 8, 9, 8], { shortest: 2, blockLength: 1, permutations: 199, seed: 1 }) // { at: 4, statistic: 2.6192, p: 0.04 }
 */
export function splitPermutationP(
  values: readonly number[],
  { shortest, blockLength, permutations, seed }: SplitOptions,
): SplitTest | null {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value / n, 0);
  const centred = Float64Array.from(values, (value) => value - mean);
  const squares = centred.reduce((sum, value) => sum + value * value, 0);
  if (n < 2 * shortest || !(squares > 1e-24 * n * mean * mean)) return null;

  const own = bestSplit(centred, shortest);
  const random = seededRandom(seed);
  const order = Array.from({ length: Math.ceil(n / blockLength) }, (_, block) => block * blockLength);
  const mixed = new Float64Array(n);
  let atLeast = 0;
  for (let repeat = 0; repeat < permutations; repeat += 1) {
    shuffle(order, random);
    fill(mixed, centred, order, blockLength);
    // The same values in another order can differ by rounding alone.
    if (bestSplit(mixed, shortest).square >= own.square * (1 - 1e-12)) atLeast += 1;
  }
  const statistic = Math.sqrt((own.square * (n - 1)) / squares);
  return { at: own.at, statistic, p: (1 + atLeast) / (1 + permutations) };
}

/** The split with the largest squared, weighted sum of what lies before it. */
function bestSplit(values: Float64Array, shortest: number): { readonly at: number; readonly square: number } {
  const n = values.length;
  let sum = 0;
  let best = { at: shortest, square: 0 };
  for (let at = 1; at <= n - shortest; at += 1) {
    sum += values[at - 1] ?? 0;
    if (at < shortest) continue;
    const square = (sum * sum * n) / (at * (n - at));
    if (square > best.square) best = { at, square };
  }
  return best;
}

/** Fisher and Yates. */
function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
}

function fill(
  mixed: Float64Array,
  values: Float64Array,
  order: readonly number[],
  blockLength: number,
): void {
  let at = 0;
  for (const start of order) {
    const block = values.subarray(start, start + blockLength);
    mixed.set(block, at);
    at += block.length;
  }
}
