import { missing, type Measured } from "../metric.js";
import { clusteredProportion } from "../../stats/clustered-proportion.js";
import { twoWayBootstrap, type SubjectPair } from "../../stats/two-way-bootstrap.js";
import { wilsonIntervalFromShare } from "../../stats/wilson-interval-from-share.js";
import { subjectsOf, type Comparisons } from "./comparisons.js";

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
  const { errors, trials, pairs } = comparisons;
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
  if (pairs === null) return { ...plain, nEffective: null, ...wilson(share, trials, level, "Wilson") };
  const subjects = subjectsOf(comparisons) ?? 0;
  const isWithin = pairs.every(({ probe, reference }) => probe === reference);
  if (isWithin) return { ...plain, ...clustered(pairs, level) };
  if (errors === 0 || errors === trials || subjects < fewestSubjects) {
    const worth = Math.min(subjects, trials);
    return {
      ...plain,
      nEffective: worth,
      ...wilson(share, worth, level, "Wilson, one comparison per subject"),
    };
  }
  const draws = Math.max(fewestDraws, Math.min(mostDraws, Math.floor(mostSteps / pairs.length)));
  const drawn = twoWayBootstrap(pairs, { level, draws, seed });
  if (drawn?.interval == null || drawn.designEffect === null) {
    const worth = Math.min(subjects, trials);
    return {
      ...plain,
      nEffective: worth,
      ...wilson(share, worth, level, "Wilson, one comparison per subject"),
    };
  }
  const nEffective = trials / drawn.designEffect;
  if (errors < fewestErrors) {
    const worth = Math.min(trials, nEffective);
    return { ...plain, nEffective: worth, ...wilson(share, worth, level, `Wilson, ${methodOf(draws)}`) };
  }
  return {
    ...plain,
    nEffective,
    interval: { ...drawn.interval, level, method: methodOf(draws), side: "two-sided" },
  };
}

function methodOf(draws: number): string {
  return `two-way bootstrap by subject, ${draws} draws, seed ${seed}`;
}

function wilson(share: number, n: number, level: number, method: string): Pick<Measured, "interval"> {
  const bounds = wilsonIntervalFromShare(share, n, level);
  return { interval: bounds === null ? null : { ...bounds, level, method, side: "two-sided" } };
}

/** Several comparisons of the same person count as one cluster. */
function clustered(pairs: readonly SubjectPair[], level: number): Pick<Measured, "nEffective" | "interval"> {
  const bySubject = new Map<number, { k: number; m: number }>();
  for (const { probe, errors, trials } of pairs) {
    const { k, m } = bySubject.get(probe) ?? { k: 0, m: 0 };
    bySubject.set(probe, { k: k + errors, m: m + trials });
  }
  const people = [...bySubject.values()].filter(({ m }) => m > 0);
  const sum = (of: (person: { k: number; m: number }) => number): number =>
    people.reduce((total, person) => total + of(person), 0);
  const result = clusteredProportion(
    {
      subjects: people.length,
      errors: sum(({ k }) => k),
      trials: sum(({ m }) => m),
      sumK2: sum(({ k }) => k * k),
      sumKM: sum(({ k, m }) => k * m),
      sumM2: sum(({ m }) => m * m),
    },
    level,
  );
  if (result === null) return { nEffective: null, interval: null };
  const method =
    result.method === "cluster-logit-t" ? "logit t, clustered by subject" : "Wilson, one case per subject";
  return {
    nEffective: result.effectiveN,
    interval: { ...result.interval, level, method, side: "two-sided" },
  };
}
