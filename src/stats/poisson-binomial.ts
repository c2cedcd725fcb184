import { checkShare } from "./check-share.js";

/** Cases that are positive with the same chance. */
export interface ChanceGroup {
  /** Chance of each of them, a fraction in [0, 1]. */
  readonly chance: number;
  /** How many they are, a count. */
  readonly n: number;
}

/**
 * Distribution of the number of positives among independent cases with chances of their own, exactly.
 *
 * @param groups - cases by their chance
 * @param most - largest number wanted; what lies beyond is left out, so that the sum may stay below 1; defaults to
 *   all cases
 * @returns probabilities of 0, 1, ... positives
 * @throws RangeError `Unexpected chance 1.2, expected 0 <= chance <= 1`
 * @see Hong 2013, Comput. Stat. Data Anal. 59:41, the recursion of section 2.4
 * @example
 * poissonBinomial([{ chance: 0.5, n: 2 }, { chance: 0.2, n: 1 }]) // [0.2, 0.45, 0.3, 0.05]
 */
export function poissonBinomial(groups: readonly ChanceGroup[], most = Infinity): readonly number[] {
  const cases = groups.reduce((sum, { n }) => sum + n, 0);
  const pmf = new Array<number>(Math.min(cases, most) + 1).fill(0);
  pmf[0] = 1;
  let reached = 0;
  for (const { chance, n } of groups) {
    checkShare("chance", chance);
    if (chance === 0) continue;
    for (let one = 0; one < n; one += 1) {
      reached = Math.min(reached + 1, pmf.length - 1);
      for (let k = reached; k > 0; k -= 1) pmf[k] = (pmf[k] ?? 0) * (1 - chance) + (pmf[k - 1] ?? 0) * chance;
      pmf[0] *= 1 - chance;
    }
  }
  return pmf;
}
