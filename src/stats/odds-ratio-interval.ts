import { checkLevel } from "./check-level.js";
import { checkPairedOutcomes, type PairedOutcomes } from "./check-paired-outcomes.js";
import { noncentralHypergeometricTail } from "./noncentral-hypergeometric-tail.js";
import type { Bounds } from "./types.js";

/**
 * Exact conditional interval of the odds ratio of a two by two table.
 *
 * @param outcomes - cases by what two layers did with them
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds in [0, Infinity]: 0 or Infinity where the table is the most extreme its margins allow; `null`
 *   where a layer failed always or never
 * @throws RangeError `Unexpected both -1, expected an integer >= 0`
 * @see Cornfield 1956, Proc. 3rd Berkeley Symp. 4:135; the interval of R's fisher.test
 * @example
 * oddsRatioInterval({ both: 8, firstOnly: 12, secondOnly: 20, neither: 110 }) // { low: 1.1347, high: 11.1566 }
 */
export function oddsRatioInterval(outcomes: PairedOutcomes, level = 0.95): Bounds | null {
  const { both, n, first, second } = checkPairedOutcomes(outcomes);
  const tail = (1 - checkLevel(level)) / 2;
  if (first === 0 || first === n || second === 0 || second === n) return null;

  const least = Math.max(0, second - (n - first));
  const most = Math.min(first, second);
  const atLeast = (x: number) => (logOdds: number) =>
    noncentralHypergeometricTail(x, first, n - first, second, logOdds);
  return {
    low: both === least ? 0 : Math.exp(whereReaches(atLeast(both), tail)),
    high: both === most ? Infinity : Math.exp(whereReaches(atLeast(both + 1), 1 - tail)),
  };
}

/** The logarithm of the odds ratio at which a tail, which grows with it, reaches a chance. */
function whereReaches(tail: (logOdds: number) => number, chance: number): number {
  let low = -100;
  let high = 100;
  for (let step = 0; step < 70; step += 1) {
    const middle = (low + high) / 2;
    if (tail(middle) < chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
