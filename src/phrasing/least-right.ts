/** Up to here a break-even told in whole cases would be off by a tenth of itself or more. */
const tooCoarse = 5;
/** Ten times finer totals are tried up to here. */
const finest = 1_000_000;

/**
 * The break-even precision as whole cases: of `of`, or of a total finer by tens where it takes one to be exact.
 *
 * 0.0076 is told as 8 of 1,000, never as 1 of 100, which would promise a loss where there is a gain; and never as
 * "between 0 and 1 of 100", which reads as its range and is none.
 *
 * @param value - share of the flagged that must be right, 0 to 1
 * @example leastRight(0.0145, 100) // { count: 15, of: 1_000 }
 * @example leastRight(8 / 60, 100) // { count: 13, of: 100 }
 */
export function leastRight(value: number, of: number): { readonly count: number; readonly of: number } {
  const isCoarse = (total: number): boolean => {
    const exact = value * total;
    return exact < tooCoarse && Math.abs(exact - Math.round(exact)) >= 0.05 * exact;
  };
  let total = of;
  while (value > 0 && total < finest && isCoarse(total)) total *= 10;
  return { count: Math.round(value * total), of: total };
}
