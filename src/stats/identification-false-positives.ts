import { checkShare } from "./check-share.js";

/**
 * Chance that a search of a gallery returns somebody although the person is not in it, if comparisons were independent.
 *
 * An approximation only: real comparisons with one probe are correlated, and a search engine may normalise scores.
 *
 * @param fmr - false match rate of one comparison, a fraction in [0, 1]
 * @param gallery - people enrolled, an integer >= 0
 * @returns 1 - (1 - FMR)^N, a fraction in [0, 1]
 * @throws RangeError `Unexpected gallery 1.5, expected an integer >= 0`
 * @see ISO/IEC 19795-1 for the false positive identification rate (from memory)
 * @example
 * identificationFalsePositives(0.0001, 100) // 0.00995066
 */
export function identificationFalsePositives(fmr: number, gallery: number): number {
  checkShare("fmr", fmr);
  if (!Number.isInteger(gallery) || gallery < 0) {
    throw new RangeError(`Unexpected gallery ${gallery}, expected an integer >= 0`);
  }
  // Through logarithms: (1 - 1e-9)^N loses its digits.
  return gallery === 0 ? 0 : fmr === 1 ? 1 : -Math.expm1(gallery * Math.log1p(-fmr));
}
