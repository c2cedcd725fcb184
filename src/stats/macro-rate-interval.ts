import { moverSum } from "./mover-sum.js";
import type { Bounds } from "./types.js";
import { wilsonInterval } from "./wilson-interval.js";

/**
 * Interval of a macro recall or macro precision: the mean of one proportion per class.
 *
 * Given the cases of each class the recalls are independent proportions, and given the predictions of each class so
 * are the precisions; each gets Wilson's interval and MOVER joins them.
 *
 * @param rates - per class the cases x of n that count, both counts; a class with n = 0 is left out of the mean
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds in [0, 1]; `null` when no class has a case
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see Zou & Donner 2008, Stat. Med. 27:1693; Wilson 1927, JASA 22:209
 * @example
 * macroRateInterval([{ x: 25, n: 25 }, { x: 24, n: 25 }, { x: 21, n: 25 }]) // { low: 0.841, high: 0.9671 }
 */
export function macroRateInterval(
  rates: readonly { readonly x: number; readonly n: number }[],
  level = 0.95,
): Bounds | null {
  const known = rates.flatMap(({ x, n }) => {
    const bounds = wilsonInterval(x, n, level);
    return bounds === null ? [] : [{ ...bounds, value: x / n }];
  });
  if (known.length === 0) return null;

  const { low, high } = moverSum(known.map((term) => ({ ...term, weight: 1 / known.length })));
  return { low: Math.max(0, low), high: Math.min(1, high) };
}
