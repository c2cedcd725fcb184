import type { Cell } from "../../../model/cell.js";

/**
 * Share of positives in a slice where the model is used: the odds of the evidence, moved as far as the stated
 * rate of all cases moves them.
 *
 * @param stated - share of positives among all cases in use, a fraction in (0, 1); null leaves the slice as tested
 * @returns a fraction in [0, 1]
 * @see Saerens, Latinne & Decaestecker 2002, Neural Computation 14:21 (prior shift by odds)
 */
export function sliceBaseRate(cell: Cell, all: Cell, stated: number | null): number {
  const own = cell.n === 0 ? 0 : cell.positives / cell.n;
  const tested = all.n === 0 ? 0 : all.positives / all.n;
  if (stated === null || [own, tested, stated].some((share) => share <= 0 || share >= 1)) return own;
  const odds = (oddsOf(own) * oddsOf(stated)) / oddsOf(tested);
  return odds / (1 + odds);
}

function oddsOf(share: number): number {
  return share / (1 - share);
}
