import { missing, type Measured } from "../metric.js";
import { clusteredProportion, type ClusterSums } from "../../stats/clustered-proportion.js";
import { dyadicProportion } from "../../stats/dyadic-proportion.js";
import { twoWayBootstrap, type SubjectPair } from "../../stats/two-way-bootstrap.js";
import { wilsonIntervalFromShare } from "../../stats/wilson-interval-from-share.js";
import type { Comparisons, PersonCounts } from "./comparisons.js";

/** Printed in the name of the method, so that anyone can draw again. */
export const seed = 1;
/** Fewer subjects, or fewer errors, and the draws say little: the normal approximation steps in. */
const fewestSubjects = 10;
const fewestErrors = 30;
const mostDraws = 1_000;
const fewestDraws = 200;
/** Pairs times draws that take about a second. */
const mostSteps = 2e8;

/**
 * Share of comparisons that were decided wrongly, with an interval that knows that people come more than once.
 *
 * Comparisons of people with themselves are clustered by person (exact as in a survey); those of two people are
 * resampled on both sides.
 *
 * @param none - reason id when there is no comparison
 * @param level - coverage, a fraction in (0, 1)
 */
export function comparisonRate(comparisons: Comparisons, none: string, level: number): Measured {
  const { errors, trials, pairs, people } = comparisons;
  if (trials === 0) return missing(none);
  const share = errors / trials;
  const plain = {
    value: share,
    reason: null,
    numerator: errors,
    denominator: trials,
    n: trials,
    baseline: null,
  };
  if (pairs === null && people === null)
    return { ...plain, nEffective: null, ...wilson(share, trials, level, "Wilson") };
  const own = people ?? peopleOf(pairs ?? []);
  const sums = sumsOf(comparisons, own);
  // A comparison of two people is counted at both of them, one of a person with themselves once.
  if (own.reduce((sum, person) => sum + person.trials, 0) === trials)
    return { ...plain, ...clustered(sums, level) };
  const worthOfPeople = Math.min(sums.subjects, trials);
  const few = {
    ...plain,
    nEffective: worthOfPeople,
    ...wilson(share, worthOfPeople, level, "Wilson, one comparison per subject"),
  };
  if (errors === 0 || errors === trials || sums.subjects < fewestSubjects) return few;
  const found = pairs === null ? dyadic(sums, level) : drawn(pairs, errors, level);
  return found === null ? few : { ...plain, ...found };
}

type Spread = Pick<Measured, "nEffective" | "interval">;

/** By resampling people on both sides; null where the draws carry nothing. */
function drawn(pairs: readonly SubjectPair[], errors: number, level: number): Spread | null {
  const draws = Math.max(fewestDraws, Math.min(mostDraws, Math.floor(mostSteps / pairs.length)));
  const method = `two-way bootstrap by subject, ${draws} draws, seed ${seed}`;
  const result = twoWayBootstrap(pairs, { level, draws, seed });
  if (result?.interval == null || result.effectiveN === null) return null;
  if (errors >= fewestErrors) {
    const interval = { ...result.interval, level, method, side: "two-sided" as const };
    return { nEffective: result.effectiveN, interval };
  }
  const trials = pairs.reduce((sum, pair) => sum + pair.trials, 0);
  const worth = Math.min(trials, result.effectiveN);
  return { nEffective: worth, ...wilson(result.rate, worth, level, `Wilson, ${method}`) };
}

/** By the counts of people alone, where there are too many pairs to resample. */
function dyadic(sums: ClusterSums, level: number): Spread | null {
  const result = dyadicProportion(sums, level);
  if (result === null) return null;
  const method = "Wilson, two subjects per comparison (Aronow and others 2015)";
  return {
    nEffective: result.effectiveN,
    interval: { ...result.interval, level, method, side: "two-sided" },
  };
}

function wilson(share: number, n: number, level: number, method: string): Pick<Measured, "interval"> {
  const bounds = wilsonIntervalFromShare(share, n, level);
  return { interval: bounds === null ? null : { ...bounds, level, method, side: "two-sided" } };
}

/** Several comparisons of the same person count as one cluster. */
function clustered(sums: ClusterSums, level: number): Spread {
  const result = clusteredProportion(sums, level);
  if (result === null) return { nEffective: null, interval: null };
  const method =
    result.method === "cluster-logit-t" ? "logit t, clustered by subject" : "Wilson, one case per subject";
  return {
    nEffective: result.effectiveN,
    interval: { ...result.interval, level, method, side: "two-sided" },
  };
}

function peopleOf(pairs: readonly SubjectPair[]): PersonCounts[] {
  const counts = new Map<number, { person: number; errors: number; trials: number }>();
  for (const { probe, reference, errors, trials } of pairs) {
    for (const person of new Set([probe, reference])) {
      const own = counts.get(person) ?? { person, errors: 0, trials: 0 };
      own.errors += errors;
      own.trials += trials;
      counts.set(person, own);
    }
  }
  return [...counts.values()];
}

function sumsOf({ errors, trials }: Comparisons, people: readonly PersonCounts[]): ClusterSums {
  const own = people.filter((person) => person.trials > 0);
  const sum = (of: (person: PersonCounts) => number): number =>
    own.reduce((total, person) => total + of(person), 0);
  return {
    subjects: own.length,
    errors,
    trials,
    sumK2: sum((person) => person.errors ** 2),
    sumKM: sum((person) => person.errors * person.trials),
    sumM2: sum((person) => person.trials ** 2),
  };
}
