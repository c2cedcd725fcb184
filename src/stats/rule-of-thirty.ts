import { poissonInterval } from "./poisson-interval.js";

/** How far a rate may be off, given how many errors it rests on. Both sides are fractions of the rate itself. */
export interface RuleOfThirty {
  readonly enough: boolean;
  readonly below: number;
  readonly above: number;
}

/**
 * Doddington's rule of 30: a rate is known to within about 30 % of itself once 30 errors were seen.
 *
 * @param errors - errors seen, an integer >= 0, in trials that are independent
 * @param level - coverage, a fraction in (0, 1); defaults to 0.9, the rule's own
 * @returns whether there are 30 errors, and how far the true rate may lie below and above the observed one, as
 *   fractions of it, from the exact Poisson interval; `null` without errors, where no ratio to the rate exists
 * @throws RangeError `Unexpected x -1, expected an integer >= 0`
 * @see Doddington, Przybocki, Martin & Reynolds 2000, Speech Communication 31:225; the interval of Garwood 1936
 * @example
 * ruleOfThirty(30) // { enough: true, below: 0.2802, above: 0.3564 }
 */
export function ruleOfThirty(errors: number, level = 0.9): RuleOfThirty | null {
  const { low, high } = poissonInterval(errors, level);
  if (errors === 0) return null;
  return { enough: errors >= 30, below: 1 - low / errors, above: high / errors - 1 };
}
