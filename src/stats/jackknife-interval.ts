import { checkLevel } from "./check-level.js";
import { compensatedSum } from "./compensated-sum.js";
import { logistic } from "./logistic.js";
import { logit } from "./logit.js";
import { studentTQuantile } from "./student-t-quantile.js";
import type { Bounds } from "./types.js";

/**
 * Interval of any measure of cases that come in subjects, from its values without each subject in turn.
 *
 * @param value - the measure over all cases, a fraction
 * @param without - the measure with one subject left out, per subject; `null` where it is then undefined
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds inside (0, 1), on the log-odds scale with Student's t of subjects - 1 degrees of freedom; `null` with
 *   fewer than 10 subjects, where leaving one out changes nothing or leaves the measure undefined, and at 0 and 1
 * @see Efron & Stein 1981, Ann. Stat. 9:586; by subject as Rust & Rao 1996, Stat. Methods Med. Res. 5:283
 * @example
 * jackknifeInterval(0.8, [0.78, 0.79, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.81, 0.82]) // { low: 0.7236, high: 0.8594 }
 */
export function jackknifeInterval(
  value: number,
  without: readonly (number | null)[],
  level = 0.95,
): Bounds | null {
  checkLevel(level);
  const known = without.filter((left) => left !== null);
  const n = known.length;
  if (n < FEWEST_SUBJECTS || n < without.length || value <= 0 || value >= 1) return null;

  const mean = compensatedSum(known) / n;
  const variance = ((n - 1) / n) * compensatedSum(known, (left) => (left - mean) ** 2);
  if (!(variance > 0)) return null;
  const half = (studentTQuantile((1 + level) / 2, n - 1) * Math.sqrt(variance)) / (value * (1 - value));
  return { low: logistic(logit(value) - half), high: logistic(logit(value) + half) };
}

const FEWEST_SUBJECTS = 10;
