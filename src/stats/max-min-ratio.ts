import { checkLevel } from "./check-level.js";
import { rateRatioInterval } from "./rate-ratio-interval.js";
import type { RateRatio } from "./rate-ratio-interval.js";

/** The worst group against the best one; `worst` and `best` are their places in the list given. */
export interface MaxMinRatio extends RateRatio {
  readonly worst: number;
  readonly best: number;
}

/**
 * Largest error rate of several groups over the smallest, with an interval that allows for having chosen the two.
 *
 * @param groups - errors and trials per group, finite numbers with 0 <= errors <= trials, counts or counts divided by
 *   a design effect; groups without trials are left out
 * @param level - joint coverage over all pairs of groups (Bonferroni), a fraction in (0, 1); defaults to 0.95
 * @returns the ratio (`null` where the best group has no error), its exact conditional interval and the two groups,
 *   the first of equals; `null` with fewer than two groups or without any error
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n, n > 0`
 * @see ISO/IEC 19795-10:2024 for the ratio (from memory); rateRatioInterval
 * @example
 * maxMinRatio([{ errors: 4, trials: 260 }, { errors: 9, trials: 260 }]) // { ratio: 2.25, low: 0.628, high: 9.9986, worst: 1, best: 0 }
 */
export function maxMinRatio(
  groups: readonly { readonly errors: number; readonly trials: number }[],
  level = 0.95,
): MaxMinRatio | null {
  checkLevel(level);
  const tested = groups
    .map(({ errors, trials }, place) => ({ errors, trials, place, rate: errors / trials }))
    .filter(({ trials }) => trials > 0);
  const [first, ...others] = tested;
  if (first === undefined || others.length === 0) return null;

  const worst = others.reduce((most, group) => (group.rate > most.rate ? group : most), first);
  const best = others.reduce((least, group) => (group.rate < least.rate ? group : least), first);
  // With all rates equal the worst is the best: the pair is then any other group.
  const other = worst === best ? (others[0] ?? best) : best;
  const pairs = (tested.length * (tested.length - 1)) / 2;
  const result = rateRatioInterval(
    worst.errors,
    worst.trials,
    other.errors,
    other.trials,
    1 - (1 - level) / pairs,
  );
  return result === null ? null : { ...result, worst: worst.place, best: other.place };
}
