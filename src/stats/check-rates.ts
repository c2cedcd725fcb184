import { checkShare } from "./check-share.js";

/**
 * Throws unless there is at least one rate and each is a share.
 *
 * @param rates - marginal rates of the layers, fractions in [0, 1]
 * @returns the rates, unchanged
 * @throws RangeError `Unexpected rates of 0 layers, expected at least 1`
 * @example
 * checkRates([0.05, 0.2]) // [0.05, 0.2]
 */
export function checkRates(rates: readonly number[]): readonly number[] {
  if (rates.length === 0) throw new RangeError("Unexpected rates of 0 layers, expected at least 1");
  for (const rate of rates) checkShare("rate", rate);
  return rates;
}
