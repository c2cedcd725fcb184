import { recall } from "./recall.js";
import { specificity } from "./specificity.js";
import type { Confusion } from "./types.js";

/**
 * Balanced accuracy: the mean of recall and specificity.
 *
 * @param confusion - counts of decided cases
 * @returns a fraction in [0, 1], 0.5 for a decision that ignores the case; `null` unless both classes are present
 * @throws RangeError `Unexpected fp -1, expected an integer >= 0`
 * @see Brodersen et al. 2010, ICPR 20:3121
 * @example
 * balancedAccuracy({ tp: 8, fn: 2, fp: 1, tn: 9 }) // 0.85
 */
export function balancedAccuracy(confusion: Confusion): number | null {
  const caught = recall(confusion);
  const spared = specificity(confusion);
  return caught === null || spared === null ? null : (caught + spared) / 2;
}
