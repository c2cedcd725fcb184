import { checkLevel } from "./check-level.js";
import { normalCdf } from "./normal-cdf.js";
import { normalCriticalValue } from "./normal-critical-value.js";

/**
 * Level that each of several equally spaced looks at growing data may use, so that all together keep one level.
 *
 * Little is spent early, when few cases are in. A look that tests at its own share of the level keeps the whole by the
 * union bound, whatever goes on between the looks; exact group-sequential boundaries would be a little wider.
 *
 * @param looks - how often the data are judged, the end included, an integer of at least 1
 * @param alpha - two-sided level of all looks together, a fraction in (0, 1); defaults to 0.05
 * @returns one level per look, rising; they add up to alpha
 * @throws RangeError `Unexpected looks 0, expected an integer >= 1`
 * @see Lan & DeMets 1983, Biometrika 70:659, with the spending function of O'Brien & Fleming's type, on both sides
 * @example
 * alphaByLook(3) // [0.000207, 0.01189, 0.037903]
 */
export function alphaByLook(looks: number, alpha = 0.05): number[] {
  if (!Number.isInteger(looks) || looks < 1)
    throw new RangeError(`Unexpected looks ${looks}, expected an integer >= 1`);
  checkLevel(alpha, "alpha");
  const critical = normalCriticalValue(1 - alpha / 2);
  const spent = (share: number): number => (share === 0 ? 0 : 4 * normalCdf(-critical / Math.sqrt(share)));
  return Array.from({ length: looks }, (_, look) => spent((look + 1) / looks) - spent(look / looks));
}
