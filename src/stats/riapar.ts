import { checkProportion } from "./check-proportion.js";
import { moverSum } from "./mover-sum.js";
import type { Bounds } from "./types.js";
import { wilsonInterval } from "./wilson-interval.js";

/**
 * Relative impostor attack presentation accept rate: 1 + (IAPAR - (1 - FRR)), which is IAPAR + FRR.
 *
 * A system that refuses everybody has an IAPAR of 0; this measure charges it for the rightful ones it refuses.
 *
 * @param accepted - attack presentations the whole system accepted, a count, of `attacks`
 * @param attacks - attack presentations that aimed at a match, a count
 * @param refused - rightful transactions the whole system refused, a count, of `rightful`
 * @param rightful - rightful transactions, a count
 * @param level - coverage of the interval, a fraction in (0, 1); defaults to 0.95
 * @returns a value in [0, 2], above 1 where attacks pass more often than rightful ones; bounds by MOVER over the
 *   Wilson intervals of the two rates; `null` without attacks or without rightful transactions
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see ISO/IEC 30107-3:2023 (definition from memory); Zou and Donner 2008, Statistics in Medicine 27:1693
 * @example
 * riapar(5, 60, 30, 1000) // { value: 0.11333, low: 0.06529, high: 0.21149 }
 */
export function riapar(
  accepted: number,
  attacks: number,
  refused: number,
  rightful: number,
  level = 0.95,
): (Bounds & { readonly value: number }) | null {
  const iapar = checkProportion(accepted, attacks);
  const frr = checkProportion(refused, rightful);
  const slip = wilsonInterval(accepted, attacks, level);
  const refusal = wilsonInterval(refused, rightful, level);
  if (iapar === null || frr === null || slip === null || refusal === null) return null;

  const { value, low, high } = moverSum([
    { weight: 1, value: iapar, ...slip },
    { weight: 1, value: frr, ...refusal },
  ]);
  return { value, low: Math.max(0, low), high: Math.min(2, high) };
}
