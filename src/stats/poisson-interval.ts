import { checkLevel } from "./check-level.js";
import { inverseRegularizedGamma } from "./inverse-regularized-gamma.js";
import type { Bounds } from "./types.js";

/**
 * Exact (Garwood) interval of the mean number of rare events of which x were seen.
 *
 * @param x - events seen, an integer >= 0
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds of the mean count, the low exactly 0 at x = 0
 * @throws RangeError `Unexpected x -1, expected an integer >= 0`
 * @see Garwood 1936, Biometrika 28:437
 * @example
 * poissonInterval(10) // { low: 4.7954, high: 18.3904 }
 */
export function poissonInterval(x: number, level = 0.95): Bounds {
  if (!Number.isInteger(x) || x < 0) throw new RangeError(`Unexpected x ${x}, expected an integer >= 0`);
  const tail = (1 - checkLevel(level)) / 2;
  return {
    low: x === 0 ? 0 : inverseRegularizedGamma(tail, x),
    high: inverseRegularizedGamma(1 - tail, x + 1),
  };
}
