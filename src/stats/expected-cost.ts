import { checkShare } from "./check-share.js";

/** Cost of each outcome of one case, in one currency; gains are negative. */
export interface OutcomeCosts {
  readonly tp: number;
  readonly fn: number;
  readonly fp: number;
  readonly tn: number;
}

/**
 * Expected cost of deciding about one case, at a stated share of positives.
 *
 * @param tpr - share of positives flagged, a fraction in [0, 1]
 * @param fpr - share of negatives flagged, a fraction in [0, 1]
 * @param baseRate - share of positives among the cases met, a fraction in [0, 1]
 * @param costs - cost of a hit, a miss, a false alarm and a negative left alone
 * @returns money per case; times 1,000 for the cost of a thousand
 * @throws RangeError `Unexpected tpr 1.2, expected 0 <= tpr <= 1`
 * @see Drummond & Holte 2006, Mach. Learn. 65:95, eq. 1
 * @example
 * expectedCost(0.8, 0.05, 0.1, { tp: 0, fn: 100, fp: 5, tn: 0 }) // 2.225
 */
export function expectedCost(tpr: number, fpr: number, baseRate: number, costs: OutcomeCosts): number {
  checkShare("tpr", tpr);
  checkShare("fpr", fpr);
  checkShare("baseRate", baseRate);
  for (const [name, cost] of Object.entries(costs)) {
    if (!Number.isFinite(cost))
      throw new RangeError(`Unexpected cost ${name} ${cost}, expected a finite number`);
  }
  const positive = tpr * costs.tp + (1 - tpr) * costs.fn;
  const negative = fpr * costs.fp + (1 - fpr) * costs.tn;
  return baseRate * positive + (1 - baseRate) * negative;
}
