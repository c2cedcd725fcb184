import { normalQuantile } from "./normal-quantile.js";

/**
 * One draw of a Poisson count.
 *
 * @param mean - the expected count, a finite number >= 0
 * @param random - a stream of uniform numbers in [0, 1), as seededRandom gives
 * @returns a count: by inversion up to a mean of 100, by the rounded normal of the square root beyond (moments right to
 *   1 in 1,000 there)
 * @throws RangeError `Unexpected mean -1, expected a finite number >= 0`
 * @see Devroye 1986, Non-Uniform Random Variate Generation, X.3; Anscombe 1948, Biometrika 35:246 (the root)
 * @example
 * poissonDraw(3, () => 0.5) // 3
 */
export function poissonDraw(mean: number, random: () => number): number {
  if (!(mean >= 0 && mean < Infinity)) {
    throw new RangeError(`Unexpected mean ${mean}, expected a finite number >= 0`);
  }
  if (mean > 100) {
    const z = normalQuantile(Math.max(random(), 2 ** -54));
    return Math.max(0, Math.round((Math.sqrt(mean - 1 / 4) + z / 2) ** 2));
  }

  let rest = random();
  let chance = Math.exp(-mean);
  let count = 0;
  while (rest >= chance && chance > 0) {
    rest -= chance;
    count += 1;
    chance *= mean / count;
  }
  return count;
}
