import { checkRates } from "./check-rates.js";

/**
 * How often all layers would fail on the same case if they failed independently: the product of their rates.
 *
 * The same attacker, device and capture make that optimistic. Shown beside the measured joint rate or the bounds of
 * jointRateBounds, never alone.
 *
 * @param rates - failure rate of each layer, fractions in [0, 1]
 * @returns a fraction in [0, 1]
 * @throws RangeError `Unexpected rates of 0 layers, expected at least 1`
 * @example
 * independentJointRate([0.05, 0.2]) // 0.01
 */
export function independentJointRate(rates: readonly number[]): number {
  return checkRates(rates).reduce((product, rate) => product * rate, 1);
}
