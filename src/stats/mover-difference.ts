import type { Bounds } from "./types.js";

/** A value with the ends of its own interval. */
export interface WithBounds extends Bounds {
  readonly value: number;
}

/**
 * Interval of a difference of two independent estimates from their separate intervals (MOVER).
 *
 * With Wilson intervals of two proportions this is Newcombe's method 10.
 *
 * @param a - estimate with low <= value <= high, any unit
 * @param b - the estimate that is subtracted, same unit
 * @returns difference a - b with its interval, in the same unit
 * @see Donner and Zou 2012, Statistical Methods in Medical Research 21:347; Newcombe 1998
 * @example
 * moverDifference({ value: 0.8, low: 0.692, high: 0.877 }, { value: 0.6, low: 0.4904, high: 0.7003 }) // { value: 0.2, low: 0.0526, high: 0.334 }
 */
export function moverDifference(a: WithBounds, b: WithBounds): WithBounds {
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}
