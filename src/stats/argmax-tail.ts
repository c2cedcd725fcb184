import { normalUpperTail } from "./normal-upper-tail.js";

/**
 * Chance that the maximum of a two-sided random walk lies further than x to one side: the law of the error of an
 * estimated break date.
 *
 * @param x - distance in units of variance / squared drift of that side, >= 0
 * @param rate - how fast the maximum of the other side dies out, in units where this side's rate is 1: the variance of
 *   this side over that of the other; > 0
 * @returns the probability that the maximum of W(s) - s/2 over s > 0 lies beyond x and exceeds an independent
 *   exponential maximum with that rate, in [0, 1]; at rate 1 it is 1/2 at 0 and .025 at 11.03
 * @throws RangeError `Unexpected x -1, expected x >= 0`
 * @see Bai 1997, Rev. Econ. Stat. 79:551; Yao 1987, Ann. Statist. 15:1321 for rate 1. Derived here by Girsanov's change
 *   of drift from the law of the running maximum
 * @example
 * argmaxTail(11.033, 1) // 0.025
 */
export function argmaxTail(x: number, rate: number): number {
  if (!(x >= 0)) throw new RangeError(`Unexpected x ${x}, expected x >= 0`);
  if (!(rate > 0 && rate < Infinity))
    throw new RangeError(`Unexpected rate ${rate}, expected 0 < rate < Infinity`);
  if (x === Infinity) return 0;

  const root = Math.sqrt(x);
  const tail = normalUpperTail(root / 2);
  const density = Math.exp(-x / 8) / Math.sqrt(2 * Math.PI);
  const other = Math.exp(-x / 8) * scaledTail(root * (0.5 + rate));
  const sum = (2 + x / 2) * tail - root * density - (tail + other) / (1 + rate) + (tail - other) / rate;
  return Math.min(1, Math.max(0, sum));
}

/** exp(z^2 / 2) times the upper tail of the normal, which neither underflows nor overflows for large z. */
function scaledTail(z: number): number {
  if (z < 5) return Math.exp((z * z) / 2) * normalUpperTail(z);
  let fraction = z;
  for (let k = 60; k >= 1; k -= 1) fraction = z + k / fraction;
  return 1 / (fraction * Math.sqrt(2 * Math.PI));
}
