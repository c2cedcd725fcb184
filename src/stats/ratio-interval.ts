import { checkLevel } from "./check-level.js";
import { studentTQuantile } from "./student-t-quantile.js";
import type { Bounds } from "./types.js";

/** Sums over independent units (rows, or subjects with all their rows) of x, y, and their products. */
export interface RatioSums {
  readonly units: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/**
 * Interval of a ratio of sums (mean absolute error with y = 1, WAPE, bias), by linearisation and Student's t.
 *
 * @param sums - sums over independent units; they may be added up across parts of the data
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds around sum(x) / sum(y); `null` below 2 units, where sum(y) is not above 0, or where the units do not
 *   vary at all
 * @throws RangeError `Unexpected level 1, expected 0 < level < 1`
 * @see Cochran 1977, Sampling Techniques, 3rd ed., 6.3 (infinite population)
 * @example
 * ratioInterval({ units: 4, x: 6, y: 4, xx: 14, xy: 6, yy: 4 }) // { low: -0.55426, high: 3.55426 }
 */
export function ratioInterval({ units, x, y, xx, xy, yy }: RatioSums, level = 0.95): Bounds | null {
  checkLevel(level);
  if (units < 2 || !(y > 0)) return null;

  const ratio = x / y;
  // Rounding can leave a residual sum of squares a hair off 0 where every unit has the same ratio.
  const residual = xx - 2 * ratio * xy + ratio * ratio * yy;
  if (!(residual > 1e-14 * (xx + ratio * ratio * yy))) return null;

  const error = Math.sqrt((units / (units - 1)) * residual) / y;
  const half = studentTQuantile((1 + level) / 2, units - 1) * error;
  return { low: ratio - half, high: ratio + half };
}
