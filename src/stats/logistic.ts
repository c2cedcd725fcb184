/**
 * Share that has the given log-odds; the inverse of logit.
 *
 * @param logOdds - any number, infinities included
 * @returns a fraction in [0, 1], without overflow at either end
 * @see Berkson 1944, JASA 39:357
 * @example
 * logistic(-1.098612288668) // 0.25
 */
export function logistic(logOdds: number): number {
  if (logOdds >= 0) return 1 / (1 + Math.exp(-logOdds));
  const odds = Math.exp(logOdds);
  return odds / (1 + odds);
}
