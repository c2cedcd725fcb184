import { compensatedSum } from "./compensated-sum.js";
import type { ValueTally } from "./value-tallies.js";

/**
 * Wasserstein distance of two samples: how far, on average, a value has to move to turn one sample into the other.
 *
 * @param tallies - distinct values ascending with both counts, as valueTallies gives them
 * @returns the area between the two cumulative curves, in the unit of the values, >= 0; `null` where a sample is empty
 * @see Vallender 1974, Theory Probab. Appl. 18:784
 * @example
 * wassersteinDistance([{ value: 0, reference: 1, current: 0 }, { value: 3, reference: 1, current: 2 }]) // 1.5
 */
export function wassersteinDistance(tallies: readonly ValueTally[]): number | null {
  const n = tallies.reduce((sum, { reference }) => sum + reference, 0);
  const m = tallies.reduce((sum, { current }) => sum + current, 0);
  if (n === 0 || m === 0) return null;

  let a = 0;
  let b = 0;
  const areas = tallies.map(({ value, reference, current }, i) => {
    a += reference;
    b += current;
    const next = tallies[i + 1]?.value ?? value;
    return Math.abs(a / n - b / m) * (next - value);
  });
  return compensatedSum(areas);
}
