/**
 * Net benefit of acting on flagged cases: hits per case, less false alarms weighted by the threshold's odds.
 *
 * @param tp - positives flagged, a count
 * @param fp - negatives flagged, a count
 * @param n - all cases, a count of at least tp + fp
 * @param pt - threshold probability, a fraction in [0, 1): the odds pt / (1 - pt) are the cost of a false alarm
 *   measured in hits
 * @returns tp / n - (fp / n) pt / (1 - pt), in hits per case, at most 1 and possibly below 0; `null` for n = 0
 * @throws RangeError `Unexpected tp 3 and fp 2 of n 4, expected integers with tp + fp <= n`
 * @see Vickers & Elkin 2006, Med. Decis. Making 26:565
 * @example
 * netBenefit(208, 39, 569, 0.5) // 0.297
 */
export function netBenefit(tp: number, fp: number, n: number, pt: number): number | null {
  const counts = [tp, fp, n].every((count) => Number.isInteger(count) && count >= 0);
  if (!counts || tp + fp > n) {
    throw new RangeError(`Unexpected tp ${tp} and fp ${fp} of n ${n}, expected integers with tp + fp <= n`);
  }
  if (!(pt >= 0 && pt < 1)) throw new RangeError(`Unexpected pt ${pt}, expected 0 <= pt < 1`);

  return n === 0 ? null : (tp - (fp * pt) / (1 - pt)) / n;
}
