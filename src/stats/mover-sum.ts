import type { WithBounds } from "./mover-difference.js";

/**
 * Interval of a weighted sum of independent estimates from their separate intervals (MOVER).
 *
 * @param terms - estimates with their weights; a weight is zero or more, a fraction or a unit cost
 * @returns the sum with its interval, in the unit of weight times value
 * @see Zou and Donner 2008, Statistics in Medicine 27:1693
 * @example
 * moverSum([{ weight: 0.1, value: 0.2, low: 0.1, high: 0.3 }, { weight: 0.9, value: 0.05, low: 0.04, high: 0.06 }]) // { value: 0.065, low: 0.0515, high: 0.0785 }
 */
export function moverSum(terms: readonly (WithBounds & { readonly weight: number })[]): WithBounds {
  const value = terms.reduce((sum, term) => sum + term.weight * term.value, 0);
  const down = Math.hypot(...terms.map((term) => term.weight * (term.value - term.low)));
  const up = Math.hypot(...terms.map((term) => term.weight * (term.high - term.value)));
  return { value, low: value - down, high: value + up };
}
