/**
 * Upper tail of the standard normal distribution, accurate far out.
 *
 * @param z - a number of standard deviations; infinities are allowed
 * @returns the probability of a value above z, in [0, 1]; relative error about 1e-15 up to z = 37, 0 beyond 38.6
 * @throws RangeError for NaN
 * @see Marsaglia 2004, J. Stat. Softw. 11(4) (series, below 2); Laplace's continued fraction, Abramowitz & Stegun 26.2.14
 * @example
 * normalUpperTail(1.959963984540054) // 0.025
 */
export function normalUpperTail(z: number): number {
  if (Number.isNaN(z)) throw new RangeError(`Unexpected z ${z}, expected a number`);
  if (z < 0) return 1 - normalUpperTail(-z);
  if (z > 40) return 0;

  return z < 2 ? 0.5 - density(z) * centralSeries(z) : density(z) / millsDenominator(z);
}

/** exp(-z^2 / 2) loses digits as z^2 grows, so z is split where its square is exact. */
function density(z: number): number {
  const coarse = Math.trunc(z * 16) / 16;
  const rest = (z - coarse) * (z + coarse);
  return (Math.exp((-coarse * coarse) / 2) * Math.exp(-rest / 2)) / Math.sqrt(2 * Math.PI);
}

/** z + z^3/3 + z^5/(3 5) + ..., which times the density is the probability between 0 and z. */
function centralSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; term > 1e-17 * sum; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

/** z + 1/(z + 2/(z + 3/(z + ...))), from the inside out; the depth is ample for 1e-16 at z >= 2. */
function millsDenominator(z: number): number {
  let tail = z;
  for (let k = 30 + Math.ceil(600 / (z * z)); k >= 1; k -= 1) tail = z + k / tail;
  return tail;
}
