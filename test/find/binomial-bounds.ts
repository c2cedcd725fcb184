/** Exact one-sided bounds of a share, by bisection on the binomial sum itself. */

export function upperBound(x: number, n: number, confidence: number): number {
  if (x === n) return 1;
  return bisect((p) => atMost(x, n, p) > 1 - confidence);
}

export function lowerBound(x: number, n: number, confidence: number): number {
  if (x === 0) return 0;
  return bisect((p) => 1 - atMost(x - 1, n, p) < 1 - confidence);
}

/** Largest p in [0, 1] at which a condition that holds below it still holds. */
function bisect(holds: (p: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let turn = 0; turn < 60; turn += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Chance of at most x of n at share p. */
function atMost(x: number, n: number, p: number): number {
  if (p === 0) return 1;
  let sum = 0;
  let logTerm = n * Math.log1p(-p);
  for (let k = 0; k <= x; k += 1) {
    sum += Math.exp(logTerm);
    logTerm += Math.log((n - k) / (k + 1)) + Math.log(p) - Math.log1p(-p);
  }
  return sum;
}
