import { seeded, type Seeded } from "../measure/seeded.js";
import type { SimulatedCase } from "./find-in-memory.js";

export interface Simulation {
  readonly n: number;
  /** Values per slice column. */
  readonly columns: readonly number[];
  /** Larger pushes scores to both ends; the middle of the scores. */
  readonly spread: number;
  readonly centre: number;
  /** What is wrong with a case: its score as it should be, its groups, and random numbers. */
  readonly fault?: (truth: number, groups: Readonly<Record<string, string>>, random: Seeded) => number;
}

/**
 * Cases whose scores are right: each is positive with exactly the chance its score says, whatever its group.
 * A fault replaces the score that is told while the outcome keeps following the true one.
 */
export function simulateCases(
  seed: number,
  { n, columns, spread, centre, fault }: Simulation,
): SimulatedCase[] {
  const random = seeded(seed);
  return Array.from({ length: n }, () => {
    const groups = Object.fromEntries(
      columns.map((values, index) => [`column${index + 1}`, `v${random.whole(1, values)}`]),
    );
    const truth = logistic(centre + spread * normal(random));
    const positive = random.chance(truth);
    return { positive, groups, score: fault === undefined ? truth : fault(truth, groups, random) };
  });
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

export function logit(p: number): number {
  return Math.log(p / (1 - p));
}

/** A standard normal number, by Box and Muller. */
function normal(random: Seeded): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
