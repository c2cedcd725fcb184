import { rateRatioInterval } from "../../stats/rate-ratio-interval.js";
import { countsOf, type Range, type Seen } from "../../model/range-of.js";

/** Ratio of two error rates with one-sided bounds; the value is null where nobody erred in the other group. */
export interface RatioRange extends Range {
  readonly value: number | null;
}

/**
 * Ratio of the error rate of a slice to that of another slice, or of all cases.
 *
 * All cases hold the slice itself, so the ratio to them follows from the one to the rest: R = r / (w r + 1 - w),
 * w the slice's share of the cases. Both are exact given how many errors there were, and safe where they are not rare.
 *
 * @param better - of a metric that is better when higher the complement is the error: misses for recall
 * @param within - true when the other group holds the slice
 * @returns null without counts, and where nobody erred at all
 */
export function ratioRange(
  own: Seen,
  other: Seen,
  confidence: number,
  { better, within }: { readonly better: "higher" | "lower"; readonly within: boolean },
): RatioRange | null {
  const [a, b] = [countsOf(own), countsOf(other)];
  if (a === null || b === null) return null;
  const errors = ({ x, n }: { x: number; n: number }): number => (better === "higher" ? n - x : x);
  const [x1, all] = [errors(a), errors(b)];
  const [n2, x2] = within ? [b.n - a.n, Math.max(0, all - x1)] : [b.n, all];
  if (a.n === 0 || n2 <= 0) return null;
  const ratio = rateRatioInterval(x1, a.n, Math.min(x2, n2), n2, 2 * confidence - 1);
  if (ratio === null) return null;
  const share = within ? a.n / b.n : 0;
  const toAll = (r: number): number => (r === Infinity ? 1 / share : r / (share * r + 1 - share));
  return {
    value: ratio.ratio === null ? null : toAll(ratio.ratio),
    low: toAll(ratio.low),
    high: toAll(ratio.high ?? Infinity),
  };
}
