import { pairedDifference, type PairedCounts } from "./paired-difference.js";

/**
 * Cases at which Newcombe's paired interval would exclude 0, were the shares to stay as observed.
 *
 * It answers "how large a test would settle it" for the very interval that gives the verdict; there is an even chance
 * that the shares turn out weaker. pairedSampleSize gives the larger number that holds with a stated power.
 *
 * @param counts - cases by which of the two was right, counts
 * @param level - coverage of the interval, a fraction in (0, 1); defaults to 0.95
 * @returns cases in all, an integer; at most the cases there are where the interval excludes 0 already; `null` without
 *   cases, or where the two were right equally often: no sample settles that
 * @throws RangeError as pairedDifference
 * @see Newcombe 1998, Stat. Med. 17:2635, method 10, inverted by bisection
 * @example
 * settlingPairedN({ both: 2123, onlyA: 56, onlyB: 37, neither: 84 }) // 2318
 */
export function settlingPairedN(counts: PairedCounts, level = 0.95): number | null {
  const { both, onlyA, onlyB, neither } = counts;
  const now = both + onlyA + onlyB + neither;
  if (pairedDifference(counts, level) === null || onlyA === onlyB) return null;

  const settled = (n: number): boolean => {
    const scaled = (count: number): number => (count / now) * n;
    const cells = {
      both: scaled(both),
      onlyA: scaled(onlyA),
      onlyB: scaled(onlyB),
      neither: scaled(neither),
    };
    const interval = pairedDifference(cells, level)?.interval;
    return interval !== undefined && (interval.low > 0 || interval.high < 0);
  };
  let enough = 1;
  while (!settled(enough)) enough *= 2;
  let tooFew = Math.floor(enough / 2);
  while (enough - tooFew > 1) {
    const middle = Math.floor((enough + tooFew) / 2);
    if (settled(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
