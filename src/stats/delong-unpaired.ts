import { delongVariance } from "./delong-variance.js";
import { studentTCdf } from "./student-t-cdf.js";
import type { ScoreTable } from "./types.js";

/**
 * DeLong's test of two AUCs on different cases, with Welch's degrees of freedom (pROC's roc.test, unpaired).
 *
 * @param tableA - first set of cases: distinct scores ascending with counts
 * @param tableB - second set of cases, none of them in the first
 * @returns D = (first AUC - second AUC) / standard error, its degrees of freedom, and the two-sided p-value;
 *   `null` where either set has fewer than two cases of a class or neither AUC has a variance
 * @throws RangeError for a malformed table, as occupiedGroups
 * @see DeLong, DeLong & Clarke-Pearson 1988, Biometrics 44:837; Robin et al. 2011, BMC Bioinformatics 12:77
 * @example
 * delongUnpaired([{ score: 1, positives: 1, negatives: 4 }, { score: 2, positives: 4, negatives: 1 }], [{ score: 1, positives: 2, negatives: 3 }, { score: 2, positives: 3, negatives: 2 }]) // { D: 0.8944, df: 17.3077, p: 0.3834 }
 */
export function delongUnpaired(
  tableA: ScoreTable,
  tableB: ScoreTable,
): { readonly D: number; readonly df: number; readonly p: number } | null {
  const a = delongVariance(tableA);
  const b = delongVariance(tableB);
  if (a === null || b === null) return null;
  const variance = a.variance + b.variance;
  if (variance === 0) return null;

  const D = (a.auc - b.auc) / Math.sqrt(variance);
  const shareA = a.variance ** 2 / (a.positives + a.negatives - 1);
  const shareB = b.variance ** 2 / (b.positives + b.negatives - 1);
  const df = variance ** 2 / (shareA + shareB);
  return { D, df, p: 2 * studentTCdf(-Math.abs(D), df) };
}
