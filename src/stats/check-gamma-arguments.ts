/**
 * Throws unless shape and x are arguments of an incomplete gamma function.
 *
 * @param a - shape, a finite number above 0
 * @param x - a finite number >= 0
 * @throws RangeError `Unexpected shape 0 and x 3, expected 0 < shape < Infinity and 0 <= x < Infinity`
 * @example
 * checkGammaArguments(2, 1) // undefined
 */
export function checkGammaArguments(a: number, x: number): void {
  if (a > 0 && x >= 0 && Number.isFinite(a + x)) return;
  const expected = "0 < shape < Infinity and 0 <= x < Infinity";
  throw new RangeError(`Unexpected shape ${a} and x ${x}, expected ${expected}`);
}
