import { checkLevel } from "./check-level.js";
import { normalQuantile } from "./normal-quantile.js";

/**
 * Cases that two people have to label, both of them, so that their agreement is shown to reach a target: fewest cases
 * at which the one-sided lower bound of kappa lies at the target, if kappa is what is expected.
 *
 * @param expected - kappa that is expected, a fraction in (target, 1)
 * @param target - kappa to be shown, in (0, 1)
 * @param share - share of the rarer class, a fraction in (0, 1)
 * @param confidence - one-sided confidence, a fraction in (0, 1); defaults to 0.95
 * @returns an integer of at least 2; `null` where the expected kappa does not lie above the target
 * @throws RangeError `Unexpected target 0, expected 0 < target < 1`
 * @see Bloch & Kraemer 1989, Biometrics 45:269: large-sample variance of kappa for two raters with one base rate; as
 *   Donner & Eliasziw 1992, Statistics in Medicine 11:1511, use it
 * @example
 * kappaN(0.8, 0.7, 0.1) // 283
 */
export function kappaN(expected: number, target: number, share: number, confidence = 0.95): number | null {
  checkLevel(target, "target");
  checkLevel(share, "share");
  checkLevel(confidence, "confidence");
  if (!(expected > target && expected < 1)) return null;

  const ofOne =
    (1 - expected) *
    ((1 - expected) * (1 - 2 * expected) + (expected * (2 - expected)) / (2 * share * (1 - share)));
  const z = normalQuantile(confidence);
  return Math.max(2, Math.ceil((z * z * ofOne) / (expected - target) ** 2));
}
