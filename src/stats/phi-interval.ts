import { checkPairedOutcomes, type PairedOutcomes } from "./check-paired-outcomes.js";
import { jointFromOddsRatio } from "./joint-from-odds-ratio.js";
import { oddsRatioInterval } from "./odds-ratio-interval.js";
import type { Bounds } from "./types.js";

/**
 * Interval of phi, the correlation between the failures of two layers on the same cases.
 *
 * The exact conditional interval of the odds ratio, read as phi at the observed rate of each layer. So it says
 * "above 0" exactly where Fisher's test does, stays within what these rates allow, and holds at no joint failure,
 * where the interval of the normal approximation shrinks to almost nothing.
 *
 * @param outcomes - cases by what two layers did with them
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds in [-1, 1]; `null` where a layer failed always or never
 * @throws RangeError `Unexpected both -1, expected an integer >= 0`
 * @see Cornfield 1956, Proc. 3rd Berkeley Symp. 4:135; Plackett 1965, JASA 60:516
 * @example
 * phiInterval({ both: 8, firstOnly: 12, secondOnly: 20, neither: 110 }) // { low: 0.0172, high: 0.4238 }
 */
export function phiInterval(outcomes: PairedOutcomes, level = 0.95): Bounds | null {
  const odds = oddsRatioInterval(outcomes, level);
  if (odds === null) return null;

  const { n, first, second } = checkPairedOutcomes(outcomes);
  const [p1, p2] = [first / n, second / n];
  const spread = Math.sqrt(p1 * (1 - p1) * p2 * (1 - p2));
  const phi = (oddsRatio: number): number =>
    Math.min(1, Math.max(-1, (jointFromOddsRatio(p1, p2, oddsRatio) - p1 * p2) / spread));
  return { low: phi(odds.low), high: phi(odds.high) };
}
