/**
 * Half the Poisson deviance x ln(x / mean) + mean - x, without cancellation where x is near the mean.
 *
 * @param x - a number >= 0
 * @param mean - a number above 0, in the unit of x
 * @returns the half deviance, >= 0; 0 where x equals the mean
 * @see Loader 2000, "Fast and accurate computation of binomial probabilities", the function bd0
 * @example
 * poissonDeviance(10, 8) // 0.23143551314
 */
export function poissonDeviance(x: number, mean: number): number {
  if (x === 0) return mean;
  const excess = x - mean;
  if (Math.abs(excess) > 0.1 * (x + mean)) return x * Math.log(x / mean) - excess;

  // ln(x / mean) = 2 artanh(v), so the leading terms cancel by algebra instead of by subtraction.
  const v = excess / (x + mean);
  let term = 2 * x * v;
  let sum = excess * v;
  for (let odd = 3; odd < 100; odd += 2) {
    term *= v * v;
    const next = sum + term / odd;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
