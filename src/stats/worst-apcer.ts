import { checkProportion } from "./check-proportion.js";
import { exactUpperBound } from "./exact-upper-bound.js";

/** Attack presentations of one species, as one decision treated them. */
export interface SpeciesCounts {
  readonly species: string;
  /** Presentations taken for bona fide, a count. */
  readonly accepted: number;
  /** Presentations that got a decision, a count. */
  readonly presentations: number;
}

/** The species an attack detector is worst at. */
export interface WorstSpecies extends SpeciesCounts {
  /** APCER of this species, a fraction in [0, 1]. */
  readonly apcer: number;
  /** One-sided exact upper bound of it, a fraction in [0, 1]. */
  readonly upper: number;
}

/**
 * Attack presentation classification error rate as it is reported: the highest of all species, never their mean.
 *
 * @param species - one entry per attack species; one without presentations is untested and cannot be the worst
 * @param confidence - of the one-sided bound, a fraction in (0, 1); defaults to 0.95
 * @returns the species with the highest rate, of equal ones that with the higher bound (the fewest presentations),
 *   then the first by name; `null` when no species was presented
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see ISO/IEC 30107-3 (definition from memory)
 * @example
 * worstApcer([{ species: "print", accepted: 0, presentations: 150 }, { species: "mask", accepted: 5, presentations: 60 }]) // { species: "mask", accepted: 5, presentations: 60, apcer: 0.0833, upper: 0.1673 }
 */
export function worstApcer(species: readonly SpeciesCounts[], confidence = 0.95): WorstSpecies | null {
  const rated = species.flatMap((one): WorstSpecies[] => {
    const apcer = checkProportion(one.accepted, one.presentations);
    const upper = exactUpperBound(one.accepted, one.presentations, confidence);
    return apcer === null || upper === null ? [] : [{ ...one, apcer, upper }];
  });
  rated.sort((a, b) => b.apcer - a.apcer || b.upper - a.upper || (a.species < b.species ? -1 : 1));
  return rated[0] ?? null;
}
