/**
 * Draws a Poisson count. Below a mean of 30 by adding up the probabilities; from there on by transformed rejection,
 * whose time does not grow with the mean.
 *
 * @param mean - mean of the distribution, a count, 0 or more
 * @param random - uniform numbers in [0, 1), such as seededRandom gives
 * @returns a whole number, 0 or more
 * @throws RangeError `Unexpected mean -1, expected a finite number >= 0`
 * @see Hörmann 1993, Insurance Math. Econom. 12:39 (PTRS)
 * @example
 * poissonDraw(2.5, () => 0.5) // 2
 */
export function poissonDraw(mean: number, random: () => number): number {
  if (!Number.isFinite(mean) || mean < 0)
    throw new RangeError(`Unexpected mean ${mean}, expected a finite number >= 0`);
  return mean < 30 ? byAddition(mean, random()) : byRejection(mean, random);
}

function byAddition(mean: number, uniform: number): number {
  let probability = Math.exp(-mean);
  let below = probability;
  let count = 0;
  // A uniform nearer to 1 than the probabilities can tell ends where they vanish.
  while (uniform >= below && probability > 0) {
    count += 1;
    probability *= mean / count;
    below += probability;
  }
  return count;
}

function byRejection(mean: number, random: () => number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const accept = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= accept) return count;
    if (count < 0 || (us < 0.013 && v > us)) continue;
    const drawn = Math.log((v * inverseAlpha) / (a / (us * us) + b));
    if (drawn <= count * Math.log(mean) - mean - logFactorial(count)) return count;
  }
}

/** ln n! for the large counts of the rejection, by Stirling's series; its error is below 1e-10 from 10 on. */
function logFactorial(n: number): number {
  if (n < 10) {
    let product = 1;
    for (let factor = 2; factor <= n; factor += 1) product *= factor;
    return Math.log(product);
  }
  const x = n + 1;
  return (
    (x - 0.5) * Math.log(x) -
    x +
    0.5 * Math.log(2 * Math.PI) +
    1 / (12 * x) -
    1 / (360 * x ** 3) +
    1 / (1260 * x ** 5)
  );
}
