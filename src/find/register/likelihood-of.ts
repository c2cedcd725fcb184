import type { Limitation } from "../../model/assessment.js";
import { likelihoodSteps, type LikelihoodBasis, type Risk } from "../../model/risk.js";

/** Least likelihood of what nobody has measured: absence of tests never lowers a risk. */
const untestedAtLeast = 3;

/**
 * Likelihood from 1 to 5 of so many wrong decisions a month.
 *
 * @example
 * likelihoodLevel(9.9) // 3
 */
export function likelihoodLevel(events: number, steps: readonly number[] = likelihoodSteps): number {
  return 1 + steps.filter((step) => events >= step).length;
}

/**
 * How often a limitation strikes, from the wrong decisions a month that the evidence leaves possible.
 *
 * What the author set takes the place of a computed level. Where nothing was measured it counts only upwards.
 */
export function likelihoodOf(
  { likelihood }: Pick<Limitation, "likelihood">,
  basis: LikelihoodBasis,
  events: Risk["events"],
  steps: readonly number[],
): Risk["likelihood"] {
  const level = (count: number | null | undefined): number | null =>
    count == null ? null : likelihoodLevel(count, steps);
  const computed = level(events?.upper);
  const given = likelihood === undefined ? null : { ...likelihood, computed };
  if (basis === "untested")
    return { point: null, upper: Math.max(untestedAtLeast, given?.level ?? 0), basis, given };
  if (given !== null) return { point: given.level, upper: given.level, basis, given };
  return { point: level(events?.point), upper: computed, basis, given };
}
