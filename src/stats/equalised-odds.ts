import { checkConfusion } from "./check-confusion.js";
import { largestRateGap, type RateGap } from "./largest-rate-gap.js";
import type { Confusion } from "./types.js";

/**
 * Equalised odds: the larger of the gaps in recall and in false alarms between groups.
 *
 * @param groups - counts of decided cases per group
 * @param level - coverage of both intervals together, a fraction in (0, 1); defaults to 0.95
 * @returns the gap of recall (among groups with positives), that of false alarms (among groups with negatives), each
 *   as largestRateGap gives it at Bonferroni's level for two, and the larger difference, in [0, 1]; a gap is `null` with
 *   fewer than two groups that have the rate, and the difference where either is: half the condition is not the
 *   condition
 * @throws RangeError `Unexpected fp -1, expected an integer >= 0`
 * @see Hardt, Price & Srebro 2016, NeurIPS 29:3315
 * @example
 * equalisedOdds([{ group: "a", tp: 8, fn: 2, fp: 1, tn: 9 }, { group: "b", tp: 5, fn: 5, fp: 2, tn: 8 }]).difference // 0.3
 */
export function equalisedOdds(
  groups: readonly (Confusion & { readonly group: string })[],
  level = 0.95,
): {
  readonly difference: number | null;
  readonly recall: RateGap | null;
  readonly falseAlarms: RateGap | null;
} {
  const cells = groups.map(({ group, ...confusion }) => ({ group, ...checkConfusion(confusion) }));
  const each = 1 - (1 - level) / 2;
  const recall = largestRateGap(
    cells.map(({ group, tp, positives }) => ({ group, x: tp, n: positives })),
    each,
  );
  const falseAlarms = largestRateGap(
    cells.map(({ group, fp, negatives }) => ({ group, x: fp, n: negatives })),
    each,
  );
  const difference =
    recall === null || falseAlarms === null ? null : Math.max(recall.difference, falseAlarms.difference);
  return { difference, recall, falseAlarms };
}
