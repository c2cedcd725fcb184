import { checkLevel } from "./check-level.js";
import { checkShare } from "./check-share.js";

/**
 * Moves a calibrated probability from the base rate of its training data to another base rate.
 *
 * @param p - predicted probability, a fraction in [0, 1]
 * @param trainedBaseRate - share of positives the model was calibrated on, a fraction in (0, 1)
 * @param newBaseRate - share of positives where it is used, a fraction in [0, 1]
 * @returns a fraction in [0, 1], for a population that differs in nothing else; `null` where p is certain of what
 *   the new base rate rules out
 * @throws RangeError `Unexpected trainedBaseRate 0, expected 0 < trainedBaseRate < 1`
 * @see Saerens, Latinne & Decaestecker 2002, Neural Comput. 14:21; Elkan 2001, IJCAI 17:973, theorem 2
 * @example
 * priorShift(0.15, 0.2, 0.05) // 0.0358
 */
export function priorShift(p: number, trainedBaseRate: number, newBaseRate: number): number | null {
  checkShare("p", p);
  checkLevel(trainedBaseRate, "trainedBaseRate");
  checkShare("newBaseRate", newBaseRate);

  const positive = (p * newBaseRate) / trainedBaseRate;
  const negative = ((1 - p) * (1 - newBaseRate)) / (1 - trainedBaseRate);
  return positive + negative === 0 ? null : positive / (positive + negative);
}
