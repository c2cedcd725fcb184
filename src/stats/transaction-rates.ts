import { checkShare } from "./check-share.js";

/** What happens to a person rather than to a pair of samples. Fractions in [0, 1]. */
export interface TransactionRates {
  readonly far: number;
  readonly frr: number;
  readonly gfar: number;
  readonly gfrr: number;
}

/**
 * Rates of a single-attempt transaction from those of the comparison engine and of capture and enrolment.
 *
 * With retries they are measured, not derived: the tries of one person are correlated.
 *
 * @param rates - fmr, fnmr, fta (attempts without a usable sample) and fte (people who cannot enrol; defaults to 0),
 *   each a fraction in [0, 1]
 * @returns FAR = FMR (1 - FTA), FRR = FTA + FNMR (1 - FTA), GFAR = FAR (1 - FTE), GFRR = FTE + FRR (1 - FTE)
 * @throws RangeError `Unexpected fta 1.2, expected 0 <= fta <= 1`
 * @see ISO/IEC 19795-1 (from memory)
 * @example
 * transactionRates({ fmr: 0.001, fnmr: 0.02, fta: 0.01, fte: 0.03 }) // { far: 0.00099, frr: 0.0298, gfar: 0.0009603, gfrr: 0.058906 }
 */
export function transactionRates(rates: {
  readonly fmr: number;
  readonly fnmr: number;
  readonly fta: number;
  readonly fte?: number;
}): TransactionRates {
  const { fmr, fnmr, fta, fte = 0 } = rates;
  for (const [name, share] of Object.entries({ fmr, fnmr, fta, fte })) checkShare(name, share);
  const far = fmr * (1 - fta);
  const frr = fta + fnmr * (1 - fta);
  return { far, frr, gfar: far * (1 - fte), gfrr: fte + frr * (1 - fte) };
}
