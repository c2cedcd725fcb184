import { checkLevel } from "./check-level.js";

/** Whether impostor comparisons carry a statement at a target FMR. Both numbers of comparisons are integers. */
export interface FmrTargetSupport {
  readonly verdict: "refused" | "caution" | "enough";
  readonly expectedErrors: number;
  readonly neededToState: number;
  readonly neededToTrust: number;
}

/**
 * Says whether there are enough impostor comparisons to set a threshold at a target false match rate.
 *
 * @param impostors - impostor comparisons, a count
 * @param target - the false match rate aimed at, a fraction in (0, 1)
 * @returns "refused" where fewer than 10 false matches are expected at the target, "caution" below 30, else
 *   "enough"; with the comparisons that 10 and 30 would take
 * @throws RangeError `Unexpected target 0, expected 0 < target < 1`
 * @see Doddington et al. 2000 for the 30
 * @example
 * fmrTargetSupport(5000, 0.001) // { verdict: "refused", expectedErrors: 5, neededToState: 10000, neededToTrust: 30000 }
 */
export function fmrTargetSupport(impostors: number, target: number): FmrTargetSupport {
  checkLevel(target, "target");
  if (!Number.isInteger(impostors) || impostors < 0) {
    throw new RangeError(`Unexpected impostors ${impostors}, expected an integer >= 0`);
  }
  const neededToState = comparisonsFor(10, target);
  const neededToTrust = comparisonsFor(30, target);
  return {
    verdict: impostors < neededToState ? "refused" : impostors < neededToTrust ? "caution" : "enough",
    expectedErrors: impostors * target,
    neededToState,
    neededToTrust,
  };
}

/** Smallest whole n with n target >= errors; 10 / 0.001 must not become 10,001 by rounding. */
function comparisonsFor(errors: number, target: number): number {
  const exact = errors / target;
  const nearest = Math.round(exact);
  return Math.abs(exact - nearest) <= 1e-12 * nearest ? nearest : Math.ceil(exact);
}
