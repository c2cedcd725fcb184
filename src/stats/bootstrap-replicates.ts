import { resample } from "./resample.js";
import { seededRandom } from "./random.js";

/** Replicates of a statistic; `seed` and `draws` belong beside every number made from them. */
export interface BootstrapReplicates {
  /** Values of the statistic, ascending; fewer than `draws` where it was undefined in some. */
  readonly values: readonly number[];
  /** Resamples in which the statistic had no value, a count. */
  readonly undefinedDraws: number;
  readonly draws: number;
  readonly seed: number;
}

/** How to draw. `strata`: the units of each stratum, where every stratum must keep its size. */
export interface BootstrapPlan {
  readonly draws?: number;
  readonly seed?: number;
  readonly strata?: readonly (readonly number[])[];
}

/**
 * Seeded bootstrap: the values of a statistic over resamples of cases, or of subjects with all their rows.
 *
 * @param units - units to resample, a count: cases, or subjects where rows of one subject are not independent
 * @param statistic - gives the value from how often each unit was drawn, or `null` where it has none (no positive
 *   was drawn, say). The array is overwritten by the next draw. Two models on the same cases are compared by one
 *   statistic of both, so that both see the same resample
 * @param plan - `draws`, an integer >= 1, defaults to 2000; `seed`, an integer in [0, 2^32 - 1], defaults to 1; `strata`
 * @returns the finite values ascending, with the count of draws that gave none
 * @throws RangeError `Unexpected draws 0, expected an integer >= 1`; for a bad seed, as seededRandom
 * @see Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 6; Field & Welsh 2007, JRSS B 69:369 (clusters)
 * @example
 * bootstrapReplicates(3, (times) => times[0] / 3, { draws: 4, seed: 1 }) // { values: [0.3333, 0.3333, 0.3333, 0.3333], undefinedDraws: 0, draws: 4, seed: 1 }
 */
export function bootstrapReplicates(
  units: number,
  statistic: (times: Uint32Array) => number | null,
  { draws = 2000, seed = 1, strata }: BootstrapPlan = {},
): BootstrapReplicates {
  if (!Number.isInteger(draws) || draws < 1) {
    throw new RangeError(`Unexpected draws ${draws}, expected an integer >= 1`);
  }
  const random = seededRandom(seed);
  const times = new Uint32Array(units);
  const values: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const value = statistic(resample(units, random, strata, times));
    if (value !== null && Number.isFinite(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  return { values, undefinedDraws: draws - values.length, draws, seed };
}
