import { maxMinRatio, type MaxMinRatio } from "../../stats/max-min-ratio.js";
import { missing, type Measured } from "../metric.js";

/** Error rates of one group among pairs within it, at the threshold in use. */
export interface GroupRates {
  readonly value: string;
  readonly fmr: Measured;
  readonly fnmr: Measured;
}

export type ErrorKind = "fmr" | "fnmr";

/** Rates of the groups that have one. */
export function ratesOf(groups: readonly GroupRates[], kind: ErrorKind): number[] {
  return groups.flatMap((group) => group[kind].value ?? []);
}

/** Comparisons a differential rests on. */
export function comparisonsOf(groups: readonly GroupRates[], kinds: readonly ErrorKind[]): number {
  return groups.reduce((sum, group) => sum + kinds.reduce((own, kind) => own + group[kind].n, 0), 0);
}

/**
 * Errors and trials as so many independent comparisons are worth: who comes often counts for less. More than were
 * made are not believed.
 */
export function effectiveCounts({ numerator, denominator, nEffective }: Measured): {
  readonly errors: number;
  readonly trials: number;
} {
  const [x, n] = [numerator ?? 0, denominator ?? 0];
  const worth = n === 0 ? 0 : Math.min(1, (nEffective ?? n) / n);
  return { errors: x * worth, trials: n * worth };
}

/** The worst group against the best one; null with fewer than two groups or without any error. */
export function groupRatio(
  groups: readonly GroupRates[],
  kind: ErrorKind,
  level: number,
): MaxMinRatio | null {
  return maxMinRatio(
    groups.map((group) => effectiveCounts(group[kind])),
    level,
  );
}

/** A differential as a measured value; null says why there is none. */
export function differential(
  groups: readonly GroupRates[],
  kinds: readonly ErrorKind[],
  compute: () => number | null,
  none: string,
): Measured {
  const n = comparisonsOf(groups, kinds);
  if (kinds.some((kind) => ratesOf(groups, kind).length < 2)) {
    const undecided = groups.find((group) => kinds.some((kind) => group[kind].reason === "no-threshold"));
    return missing(undecided === undefined ? "one-group" : "no-threshold", n);
  }
  const value = compute();
  return value === null ? missing(none, n) : { ...missing("", n), reason: "no-interval", value };
}

/** The ratio of the worst group to the best with its exact interval. */
export function maxMinMeasure(groups: readonly GroupRates[], kind: ErrorKind, level: number): Measured {
  const ratio = groupRatio(groups, kind, level);
  const none = ratio === null ? "no-errors" : "zero-in-a-group";
  const plain = differential(groups, [kind], () => ratio?.ratio ?? null, none);
  if (plain.value === null || ratio?.high == null) return plain;
  const method = "exact conditional, over all pairs of groups (Bonferroni)";
  const interval = { low: ratio.low, high: ratio.high, level, method, side: "two-sided" as const };
  return { ...plain, reason: null, interval };
}
