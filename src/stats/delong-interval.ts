import { delongVariance } from "./delong-variance.js";
import { normalCriticalValue } from "./normal-critical-value.js";
import { rocAuc } from "./roc-auc.js";
import type { Bounds, ScoreTable } from "./types.js";

/** An AUC with its interval, or with the reason why there is none. */
export interface AucInterval {
  readonly auc: number;
  readonly interval: Bounds | null;
  readonly reason?: "perfect-separation" | "constant-score" | "too-few-cases";
}

/**
 * AUC with DeLong's normal interval on the AUC scale, clipped to [0, 1] (pROC's ci.auc).
 *
 * @param table - distinct scores ascending with counts; a higher score means "more likely positive"
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns the AUC and its bounds. No bounds, with the reason: at an AUC of 0 or 1 (variance 0 by construction),
 *   for a constant score, or with a single case of a class. `null` as a whole unless both classes are present
 * @throws RangeError for a malformed table, as occupiedGroups
 * @see DeLong, DeLong & Clarke-Pearson 1988, Biometrics 44:837
 * @example
 * delongInterval([{ score: 0.1, positives: 0, negatives: 2 }, { score: 0.6, positives: 1, negatives: 1 }, { score: 0.9, positives: 1, negatives: 0 }]) // { auc: 0.9167, interval: { low: 0.6857, high: 1 } }
 */
export function delongInterval(table: ScoreTable, level = 0.95): AucInterval | null {
  const z = normalCriticalValue(level);
  const estimate = delongVariance(table);
  const auc = estimate?.auc ?? rocAuc(table);
  if (auc === null) return null;
  if (auc === 0 || auc === 1) return { auc, interval: null, reason: "perfect-separation" };
  if (estimate === null) return { auc, interval: null, reason: "too-few-cases" };
  if (estimate.variance === 0) return { auc, interval: null, reason: "constant-score" };

  const half = z * Math.sqrt(estimate.variance);
  return { auc, interval: { low: Math.max(0, auc - half), high: Math.min(1, auc + half) } };
}
