import { checkLevel } from "./check-level.js";
import { normalQuantile } from "./normal-quantile.js";

/**
 * Half-width, in standard errors, of a two-sided normal interval.
 *
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns z above 0
 * @throws RangeError for a level outside (0, 1)
 * @see normalQuantile
 * @example
 * normalCriticalValue(0.9) // 1.644853626951
 */
export function normalCriticalValue(level = 0.95): number {
  return -normalQuantile((1 - checkLevel(level)) / 2);
}
