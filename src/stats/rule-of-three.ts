/**
 * Rule of three: about the 95 % upper bound of a rate of which no case was seen in n independent trials.
 *
 * @param n - trials without a single case, an integer of at least 1
 * @returns 3 / n, a fraction in [0, 1]: capped at 1, which matters for n below 3
 * @throws RangeError `Unexpected n 0, expected an integer >= 1`
 * @see Hanley & Lippman-Hand 1983, JAMA 249:1743
 * @example
 * ruleOfThree(150) // 0.02
 */
export function ruleOfThree(n: number): number {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`Unexpected n ${n}, expected an integer >= 1`);
  return Math.min(1, 3 / n);
}
