import { binomialDraw } from "./binomial-draw.js";

/**
 * One bootstrap resample of cases that were counted by group: as drawing every case anew, at the cost of the groups.
 *
 * @param counts - cases in each group, counts: a joint table, or the bins of a score by class
 * @param random - uniform numbers in [0, 1), as seededRandom gives them
 * @returns cases drawn of each group, counts with the same sum
 * @throws RangeError `Unexpected count -1, expected an integer >= 0`
 * @see Devroye 1986, Non-Uniform Random Variate Generation, XI.4 (multinomial by conditional binomials)
 * @example
 * multinomialDraw([3, 0, 1], () => 0.5) // [4, 0, 0]
 */
export function multinomialDraw(counts: readonly number[], random: () => number): number[] {
  let cases = 0;
  for (const count of counts) {
    if (!Number.isInteger(count) || count < 0) {
      throw new RangeError(`Unexpected count ${count}, expected an integer >= 0`);
    }
    cases += count;
  }
  let toDraw = cases;
  return counts.map((count) => {
    const drawn = cases === 0 ? 0 : binomialDraw(toDraw, count / cases, random);
    cases -= count;
    toDraw -= drawn;
    return drawn;
  });
}
