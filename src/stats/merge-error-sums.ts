import { compensatedSum } from "./compensated-sum.js";
import type { ErrorSums } from "./error-sums.js";

/**
 * Adds the error sums of disjoint sets of cases.
 *
 * @param parts - sums as errorSums gives them, all in the same unit
 * @returns the sums over all their cases; zeros for none
 * @see Neumaier 1974, ZAMM 54:39, so that the order of the parts does not show
 * @example
 * mergeErrorSums([{ n: 1, error: 2, absoluteError: 2, squaredError: 4, actual: 10, absoluteActual: 10, zeroActuals: 0, absolutePercentage: 0.2 }, { n: 1, error: 1, absoluteError: 1, squaredError: 1, actual: 0, absoluteActual: 0, zeroActuals: 1, absolutePercentage: 0 }]).squaredError // 5
 */
export function mergeErrorSums(parts: readonly ErrorSums[]): ErrorSums {
  const sum = (field: keyof ErrorSums): number => compensatedSum(parts, (part) => part[field]);
  return {
    n: sum("n"),
    error: sum("error"),
    absoluteError: sum("absoluteError"),
    squaredError: sum("squaredError"),
    actual: sum("actual"),
    absoluteActual: sum("absoluteActual"),
    zeroActuals: sum("zeroActuals"),
    absolutePercentage: sum("absolutePercentage"),
  };
}
