import { checkShare } from "./check-share.js";

/**
 * Share of wrong labels of one coder, estimated from how often two agree.
 *
 * Both are taken to err independently, equally often and towards each other class alike: two who share a blind spot
 * agree on wrong labels, so the true share may be larger.
 *
 * @param agreement - share of units both label alike, a fraction in [0, 1]
 * @param classes - how many classes; an integer >= 2, defaults to 2
 * @returns a fraction in [0, 1 - 1 / classes]; `null` where they agree less often than labels at random would
 * @throws RangeError for a share outside [0, 1]; `Unexpected classes 1, expected an integer >= 2`
 * @see Dawid & Skene 1979, Appl. Stat. 28:20, for the model; here agreement = (1 - r)^2 + r^2 / (classes - 1), solved for r
 * @example
 * labelNoiseFromAgreement(0.82) // 0.1
 */
export function labelNoiseFromAgreement(agreement: number, classes = 2): number | null {
  checkShare("agreement", agreement);
  if (!Number.isInteger(classes) || classes < 2) {
    throw new RangeError(`Unexpected classes ${classes}, expected an integer >= 2`);
  }
  const chance = 1 - 1 / classes;
  const root = 1 - (1 - agreement) / chance;
  return root < 0 ? null : chance * (1 - Math.sqrt(root));
}
