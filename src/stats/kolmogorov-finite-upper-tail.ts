/**
 * Upper tail of the one-sample Kolmogorov-Smirnov statistic at a finite sample size.
 *
 * @param n - sample size, an integer >= 1; the work grows as (n d)^3 log n
 * @param d - the largest gap between the empirical and the true cumulative curve, in [0, 1]
 * @returns the probability of a gap of at least d, in [0, 1], to about 1e-14 absolute
 * @throws RangeError `Unexpected n 0, expected an integer >= 1`, or for a d outside [0, 1]
 * @see Durbin 1973, Distribution Theory for Tests Based on the Sample Distribution Function, 2.4; Marsaglia, Tsang &
 *   Wang 2003, J. Stat. Softw. 8(18)
 * @example
 * kolmogorovFiniteUpperTail(100, 0.13) // 0.0620923
 */
export function kolmogorovFiniteUpperTail(n: number, d: number): number {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`Unexpected n ${n}, expected an integer >= 1`);
  if (!(d >= 0 && d <= 1)) throw new RangeError(`Unexpected d ${d}, expected 0 <= d <= 1`);
  if (d === 0) return 1;
  if (d === 1) return 0;

  const rows = Math.floor(n * d) + 1;
  const size = 2 * rows - 1;
  const { cells, exponent } = power(stepMatrix(size, rows - n * d), size, n);
  // n! / n^n, factor by factor, so that nothing overflows beside the scaled power.
  let value = cells[(rows - 1) * size + rows - 1] ?? 0;
  let scale = exponent;
  for (let i = 1; i <= n; i += 1) {
    value = (value * i) / n;
    if (value < 2 ** -400) {
      value *= 2 ** 400;
      scale -= 400;
    }
  }
  return Math.min(1, Math.max(0, 1 - value * 2 ** scale));
}

interface Scaled {
  readonly cells: Float64Array;
  /** The matrix is cells * 2^exponent. */
  readonly exponent: number;
}

/** Durbin's matrix of one step: 1 / (i - j + 1)!, with first column and last row cut by the boundary at h. */
function stepMatrix(size: number, h: number): Scaled {
  const inverseFactorial = [1];
  for (let i = 1; i <= size; i += 1) inverseFactorial.push((inverseFactorial[i - 1] ?? 0) / i);
  const cut = (length: number): number => h ** length * (inverseFactorial[length] ?? 0);

  const cells = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= Math.min(i + 1, size - 1); j += 1) {
      let cell = inverseFactorial[i - j + 1] ?? 0;
      if (j === 0) cell -= cut(i + 1);
      if (i === size - 1) cell -= cut(size - j);
      if (j === 0 && i === size - 1 && 2 * h > 1) cell += (2 * h - 1) ** size * (inverseFactorial[size] ?? 0);
      cells[i * size + j] = cell;
    }
  }
  return { cells, exponent: 0 };
}

function power(base: Scaled, size: number, n: number): Scaled {
  if (n === 1) return base;
  const half = power(base, size, Math.floor(n / 2));
  const square = product(half, half, size);
  return n % 2 === 0 ? square : product(square, base, size);
}

function product(a: Scaled, b: Scaled, size: number): Scaled {
  const cells = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < size; k += 1) {
      const factor = a.cells[i * size + k] ?? 0;
      if (factor === 0) continue;
      for (let j = 0; j < size; j += 1) {
        cells[i * size + j] = (cells[i * size + j] ?? 0) + factor * (b.cells[k * size + j] ?? 0);
      }
    }
  }
  const exponent = a.exponent + b.exponent;
  const middle = cells[((size - 1) / 2) * (size + 1)] ?? 0;
  if (middle < 2 ** 400) return { cells, exponent };
  return { cells: cells.map((cell) => cell * 2 ** -400), exponent: exponent + 400 };
}
