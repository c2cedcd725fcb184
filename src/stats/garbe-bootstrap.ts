import { binomialSampler } from "./binomial-sampler.js";
import { checkLevel } from "./check-level.js";
import { garbe } from "./garbe.js";
import { percentileInterval } from "./percentile-interval.js";
import { seededRandom } from "./random.js";
import { sortedQuantile } from "./sorted-quantile.js";
import type { Bounds } from "./types.js";

/** Rates of one group and the trials behind them; trials may be effective ones, i.e. divided by a design effect. */
export interface GroupErrorRates {
  readonly fmr: number;
  readonly impostors: number;
  readonly fnmr: number;
  readonly genuine: number;
}

/** GARBE beside what chance alone gives. What cannot be had is `null`, and `reason` says why. */
export interface GarbeEstimate {
  readonly value: number | null;
  readonly interval: Bounds | null;
  /** Mean and 95th percentile where every group has the pooled rates, with as many trials. */
  readonly equalMean: number | null;
  readonly equalHigh: number | null;
  readonly reason: "undefined" | "replicates-undefined" | "replicates-equal" | null;
  readonly draws: number;
  readonly seed: number;
}

/**
 * GARBE with a bootstrap interval and the value to expect where all groups are alike: small counts push it upward.
 *
 * @param groups - rates, fractions in [0, 1], with their trials, finite numbers > 0 that are rounded to whole ones
 * @param plan - `alpha`, weight of false matches, a fraction in [0, 1], defaults to 0.5; `level`, coverage, defaults to
 *   0.95; `draws`, an integer >= 1, defaults to 2000; `seed` as seededRandom, defaults to 1
 * @returns value, percentile interval over binomial draws around each group's own rates, and mean and 95th percentile
 *   over draws around the pooled rates; nothing where the value does not exist or over 5 % of the draws have none
 * @throws RangeError `Unexpected trials 0, expected a finite number > 0`
 * @see Howard et al. 2022, arXiv 2203.05051; parametric bootstrap of Efron & Tibshirani 1993, 6.5
 * @example
 * garbeBootstrap([{ fmr: 0, impostors: 9, fnmr: 0, genuine: 9 }], { draws: 9 }) // { value: null, interval: null, equalMean: null, equalHigh: null, reason: "undefined", draws: 9, seed: 1 }
 */
export function garbeBootstrap(
  groups: readonly GroupErrorRates[],
  plan: {
    readonly alpha?: number;
    readonly level?: number;
    readonly draws?: number;
    readonly seed?: number;
  } = {},
): GarbeEstimate {
  const { alpha = 0.5, level = 0.95, draws = 2000, seed = 1 } = plan;
  checkLevel(level);
  for (const trials of groups.flatMap(({ impostors, genuine }) => [impostors, genuine])) {
    if (trials > 0 && Number.isFinite(trials)) continue;
    throw new RangeError(`Unexpected trials ${trials}, expected a finite number > 0`);
  }
  const rates = (pick: (group: GroupErrorRates) => number): number[] => groups.map(pick);
  const [fmr, fnmr] = [rates((group) => group.fmr), rates((group) => group.fnmr)];
  const value = garbe(fmr, fnmr, alpha);
  const none = { value, interval: null, equalMean: null, equalHigh: null, draws, seed };
  if (value === null) return { ...none, reason: "undefined" };

  const [impostors, genuine] = [rates((group) => group.impostors), rates((group) => group.genuine)];
  const random = seededRandom(seed);
  const replicates = (ofFmr: readonly number[], ofFnmr: readonly number[]): number[] => {
    const drawFmr = rateSampler(ofFmr, impostors, random);
    const drawFnmr = rateSampler(ofFnmr, genuine, random);
    return Array.from({ length: draws }, () => garbe(drawFmr(), drawFnmr(), alpha))
      .filter((drawn) => drawn !== null)
      .sort((a, b) => a - b);
  };
  const own = replicates(fmr, fnmr);
  const equal = replicates(pooled(fmr, impostors), pooled(fnmr, genuine));
  if (Math.min(own.length, equal.length) < 0.95 * draws) return { ...none, reason: "replicates-undefined" };
  return {
    ...none,
    interval: percentileInterval(own, level),
    equalMean: equal.reduce((sum, drawn) => sum + drawn, 0) / equal.length,
    equalHigh: sortedQuantile(equal, 0.95),
    reason: own[0] === own.at(-1) ? "replicates-equal" : null,
  };
}

/** Draws a rate per group: a binomial count over its trials. */
function rateSampler(
  rates: readonly number[],
  trials: readonly number[],
  random: () => number,
): () => number[] {
  const samplers = rates.map((rate, group) => {
    const n = Math.max(1, Math.round(trials[group] ?? 1));
    const draw = binomialSampler(n, rate, random);
    return () => draw() / n;
  });
  return () => samplers.map((draw) => draw());
}

/** The rate over all groups, for each of them. */
function pooled(rates: readonly number[], trials: readonly number[]): number[] {
  const all = trials.reduce((sum, n) => sum + n, 0);
  const rate = rates.reduce((sum, own, group) => sum + own * (trials[group] ?? 0), 0) / all;
  return rates.map(() => Math.min(1, rate));
}
