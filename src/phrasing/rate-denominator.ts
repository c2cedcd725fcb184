import type { Estimate } from "../model/assessment.js";
import { denominators } from "./natural-frequency.js";

/**
 * The total a class of rates is told out of, chosen once per document from the estimate over all cases.
 *
 * 100 unless the rate is under one in a hundred, or its range would vanish in the rounding; never past the
 * point where the range is more than 20 steps wide, so that no digit is printed that the cases do not carry.
 *
 * @example for 30 of 1,000 with range 28 to 33: 1000; for 83 of 100 with range 78 to 87: 100
 */
export function rateDenominator(estimate: Pick<Estimate, "value" | "interval">): number {
  const { value, interval } = estimate;
  if (value === null || value === 0 || value === 1) return 100;
  const width = interval === null ? null : interval.high - interval.low;
  for (const outOf of denominators) {
    const seen = value * outOf >= 1 && (1 - value) * outOf >= 1;
    const wide = width === null || width * outOf >= 2 || outOf >= 1_000;
    if (seen && wide) return outOf;
  }
  return 100_000;
}
