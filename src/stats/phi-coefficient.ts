import { checkPairedOutcomes, type PairedOutcomes } from "./check-paired-outcomes.js";

/**
 * Phi: correlation between the failures of two layers on the same cases.
 *
 * @param outcomes - cases by what two layers did with them
 * @returns a number in [-1, 1], 0 for independent failures; `null` where a layer failed always or never, for then
 *   nothing can be said about dependence
 * @throws RangeError `Unexpected both -1, expected an integer >= 0`
 * @see Yule 1912, JRSS 75:579
 * @example
 * phiCoefficient({ both: 8, firstOnly: 12, secondOnly: 20, neither: 110 }) // 0.2148
 */
export function phiCoefficient(outcomes: PairedOutcomes): number | null {
  const { both, firstOnly, secondOnly, neither, n, first, second } = checkPairedOutcomes(outcomes);
  if (first === 0 || first === n || second === 0 || second === n) return null;

  // Two roots, since the product of four margins of 1e7 cases would lose digits.
  const spread = Math.sqrt(first * (n - first)) * Math.sqrt(second * (n - second));
  return (both * neither - firstOnly * secondOnly) / spread;
}
