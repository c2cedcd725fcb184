/** Up to here a break-even told in whole cases would be off by a tenth of itself or more. */
const tooCoarse = 5;

/**
 * The break-even precision as whole cases of `of`: the nearest one, or, of few cases, the two it lies between.
 *
 * 1.45 of 100 is told as "between 1 and 2": rounded to 1 it would promise a gain where there is a loss.
 *
 * @param value - share of the flagged that must be right, 0 to 1
 * @example leastRight(0.0145, 100) // { below: 1, above: 2 }
 * @example leastRight(8 / 60, 100) // { below: 13, above: 13 }
 */
export function leastRight(value: number, of: number): { readonly below: number; readonly above: number } {
  const exact = value * of;
  const nearest = Math.round(exact);
  if (exact >= tooCoarse || Math.abs(exact - nearest) < 0.05 * exact)
    return { below: nearest, above: nearest };
  return { below: Math.floor(exact), above: Math.ceil(exact) };
}
