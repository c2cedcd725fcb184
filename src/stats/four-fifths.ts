import { fisherExactP } from "./fisher-exact-p.js";
import { katzRatio } from "./katz-ratio.js";
import { twoProportionTest } from "./two-proportion-test.js";
import type { Bounds } from "./types.js";

/** The four-fifths screen of two groups. `ratio` is null where nobody of the reference was selected. */
export interface FourFifths {
  readonly ratio: number | null;
  readonly interval: Bounds | null;
  /** Pooled z, negative where the group is selected less often; null where everybody or nobody was selected. */
  readonly z: number | null;
  readonly pNormal: number | null;
  readonly pFisher: number;
  /** Whether the ratio lies below 0.8: a screen, not a test. */
  readonly flagged: boolean;
  /** Whether the ratio's interval lies below 1 as a whole (or above). */
  readonly clear: boolean;
}

/**
 * Four-fifths rule: is a group selected less than four fifths as often as the reference, and is that more than chance?
 *
 * The two answers are apart on purpose: a ratio of 0.85 can be clear of 1, one of 0.6 can be chance.
 *
 * @param selected - persons of the group selected, a count
 * @param assessed - persons of the group, a count
 * @param referenceSelected - the same of the group with the highest rate
 * @param referenceAssessed - the same of the group with the highest rate
 * @param level - coverage of the interval of the ratio, a fraction in (0, 1); defaults to 0.95
 * @returns ratio with its Katz log interval (`null` with a zero), the pooled z test and Fisher's exact p; `null` where
 *   either group is empty
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see 29 CFR 1607.4(D) (EEOC Uniform Guidelines, 1978); Katz et al. 1978, Biometrics 34:469
 * @example
 * fourFifths(231, 503, 1043, 1933) // { ratio: 0.8511, interval: { low: 0.7675, high: 0.9438 }, z: -3.2132, pNormal: 0.001313, pFisher: 0.001344, flagged: false, clear: true }
 */
export function fourFifths(
  selected: number,
  assessed: number,
  referenceSelected: number,
  referenceAssessed: number,
  level = 0.95,
): FourFifths | null {
  const katz = katzRatio(selected, assessed, referenceSelected, referenceAssessed, level);
  if (katz === null) return null;

  const { ratio, interval } = katz;
  const test = twoProportionTest(selected, assessed, referenceSelected, referenceAssessed);
  return {
    ratio,
    interval,
    z: test?.z ?? null,
    pNormal: test?.pTwoSided ?? null,
    pFisher: fisherExactP(selected, assessed, referenceSelected, referenceAssessed),
    // 0.8 as 4/5 of counts: the quotient of 40/100 and 50/100 is 0.8, of other counts a hair beside it.
    flagged: ratio !== null && 5 * selected * referenceAssessed < 4 * referenceSelected * assessed,
    clear: interval !== null && (interval.high < 1 || interval.low > 1),
  };
}
