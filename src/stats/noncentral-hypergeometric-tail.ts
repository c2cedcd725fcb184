/**
 * Chance of x or more cases with the property in the first of two groups, given the margins and an odds ratio
 * (Fisher's noncentral hypergeometric distribution).
 *
 * @param x - cases in the first group that have the property, a count
 * @param n1 - cases in the first group, a count
 * @param n2 - cases in the second group, a count
 * @param total - cases that have the property in both groups together, a count of at most n1 + n2
 * @param logOdds - natural logarithm of the odds ratio, a finite number
 * @returns a fraction in [0, 1]; weights below about 1e-20 of the likeliest are left out
 * @see Fisher 1935, JRSS 98:39
 * @example
 * noncentralHypergeometricTail(1, 1, 1, 1, 0) // 0.5
 */
export function noncentralHypergeometricTail(
  x: number,
  n1: number,
  n2: number,
  total: number,
  logOdds: number,
): number {
  const odds = Math.exp(logOdds);
  const least = Math.max(0, total - n2);
  const most = Math.min(n1, total);
  // How much likelier k + 1 is than k; it falls as k grows, so the likeliest k is found by halving.
  const growth = (k: number): number => odds * ((total - k) / (k + 1)) * ((n1 - k) / (n2 - total + k + 1));
  let mode = least;
  let above = most;
  while (mode < above) {
    const middle = Math.floor((mode + above) / 2);
    if (growth(middle) >= 1) mode = middle + 1;
    else above = middle;
  }
  let all = 0;
  let tail = 0;
  const add = (k: number, weight: number): void => {
    all += weight;
    if (k >= x) tail += weight;
  };
  add(mode, 1);
  for (let k = mode, weight = 1; k < most && weight > 1e-20; k += 1) {
    weight *= growth(k);
    add(k + 1, weight);
  }
  for (let k = mode - 1, weight = 1; k >= least && weight > 1e-20; k -= 1) {
    weight /= growth(k);
    add(k, weight);
  }
  return tail / all;
}
