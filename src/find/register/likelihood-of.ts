import type { Limitation } from "../../model/assessment.js";
import type { LikelihoodBasis, Risk } from "../../model/risk.js";

/** Wrong decisions expected in a month from which a likelihood is 2, 3, 4 and 5. */
export const likelihoodSteps = [0.1, 1, 10, 100] as const;

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
  const given = likelihood ?? null;
  if (basis === "untested")
    return { point: null, upper: Math.max(untestedAtLeast, given?.level ?? 0), basis, given };
  if (given !== null) return { point: given.level, upper: given.level, basis, given };
  const level = (count: number | null | undefined): number | null =>
    count == null ? null : likelihoodLevel(count, steps);
  return { point: level(events?.point), upper: level(events?.upper), basis, given };
}
