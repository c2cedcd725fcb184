import { chiSquaredUpperTail } from "./chi-squared-upper-tail.js";

/**
 * Sample-ratio check of an experiment: how likely a split as uneven as the one seen is, if units went to the arms in
 * the planned shares. A small p says that the assignment or the counting is broken, and no result of it may be read.
 *
 * @param counts - units seen per arm, whole numbers of at least 0, two arms or more
 * @param shares - planned share of each arm, above 0; they need not add up to 1
 * @returns a p-value in [0, 1] of Pearson's chi-squared test; `null` without a unit
 * @throws RangeError `Unexpected 1 arms, expected at least 2` and for a count or a share outside its range
 * @see Pearson 1900, Philosophical Magazine 50:157; as a check of experiments, Fabijan et al. 2019, KDD, p < 0.001
 * @example
 * sampleRatioP([821588, 815482], [0.5, 0.5]) // 0.00000182
 */
export function sampleRatioP(counts: readonly number[], shares: readonly number[]): number | null {
  if (counts.length < 2) throw new RangeError(`Unexpected ${counts.length} arms, expected at least 2`);
  if (counts.length !== shares.length)
    throw new RangeError(`Unexpected ${shares.length} shares, expected ${counts.length}`);
  for (const count of counts)
    if (!Number.isInteger(count) || count < 0)
      throw new RangeError(`Unexpected count ${count}, expected an integer >= 0`);
  for (const share of shares)
    if (!(share > 0 && share < Infinity))
      throw new RangeError(`Unexpected share ${share}, expected share > 0`);

  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const statistic = counts.reduce((sum, count, arm) => {
    const expected = (all * (shares[arm] ?? 0)) / whole;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  return chiSquaredUpperTail(statistic, counts.length - 1);
}
