import type { WithBounds } from "./mover-difference.js";

/**
 * Interval of a product of independent estimates from their separate intervals (MOVER on the logarithm).
 *
 * @param factors - estimates >= 0 with low <= value <= high, any unit
 * @returns the product with its interval. A side on which a logarithm does not exist is the product of the factors'
 *   own bounds, which is conservative: the low is then 0
 * @see Zou & Donner 2008, Statistics in Medicine 27:1693; Donner & Zou 2012 on ratios
 * @example
 * moverProduct([{ value: 0.02, low: 0.01, high: 0.04 }, { value: 0.9, low: 0.8, high: 0.95 }]) // { value: 0.018, low: 0.0089, high: 0.0361 }
 */
export function moverProduct(factors: readonly WithBounds[]): WithBounds {
  const product = (of: (factor: WithBounds) => number): number =>
    factors.reduce((result, factor) => result * of(factor), 1);
  const value = product((factor) => factor.value);
  const away = (of: (factor: WithBounds) => number): number =>
    Math.hypot(...factors.map((factor) => Math.log(of(factor) / factor.value)));
  const [low, high] = [product((factor) => factor.low), product((factor) => factor.high)];
  return {
    value,
    low: low === 0 ? 0 : value * Math.exp(-away((factor) => factor.low)),
    high: value === 0 ? high : value * Math.exp(away((factor) => factor.high)),
  };
}
