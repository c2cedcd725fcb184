import type { Estimate, Interval, ReferenceClass } from "../model/assessment.js";
import type { Cell } from "../model/cell.js";
import type { StatedRate } from "../model/stated-rate.js";

/** What a metric may know beside the counts. */
export interface MetricContext {
  /** Coverage of two-sided intervals, a fraction in (0, 1). */
  readonly level: number;
  /** Share of positives where the model is used; null when the plan gives none. */
  readonly baseRate: StatedRate | null;
  /** True when scores lie in [0, 1] and may be judged as probabilities. */
  readonly probability: boolean;
  /** Which side of the threshold is flagged. */
  readonly flag: "at-or-above" | "below";
}

/** The result of one metric on one cell. */
export interface Measured {
  /** Null when undefined for these counts; `reason` then says why. */
  readonly value: number | null;
  /** Phrase id under `reason.`: why there is no value, or no interval. */
  readonly reason: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Cases it rests on. */
  readonly n: number;
  readonly nEffective: number | null;
  readonly interval: Interval | null;
  readonly baseline: number | null;
}

/**
 * One way to measure a model. A file of this folder exports one, named as the file.
 *
 * A metric computes from a cell alone: it runs no query, reads no file and knows no other metric's result.
 */
export interface Metric extends MetricDescription {
  /** Where it is measured: over all cases only, also per slice, or per slice and its complement. */
  readonly scope: "all" | "slices" | "complements";
  /** True when it stands on a deployment base rate and is absent without one. */
  readonly atBaseRate: boolean;
  readonly compute: (cell: Cell, context: MetricContext) => Measured;
}

/**
 * One way to measure another kind of evidence, from the counts of that kind. A file of a subfolder exports one.
 */
export interface MetricOf<Counts> extends MetricDescription {
  /** @param level - coverage of two-sided intervals, a fraction in (0, 1) */
  readonly compute: (counts: Counts, level: number) => Measured;
}

/** What every metric says of itself, whatever it computes from. */
export interface MetricDescription {
  readonly id: string;
  /** What it is, in a sentence, with its formula where it has one. */
  readonly summary: string;
  /** Which cases the denominator counts. */
  readonly of: ReferenceClass;
  readonly unit: Estimate["unit"];
  readonly origin: "measured" | "derived";
  /** Which direction is better for the people affected; null for a plain description. */
  readonly better: "higher" | "lower" | null;
}

/** A metric that has no value here, and why. */
export function missing(reason: string, n = 0): Measured {
  return {
    value: null,
    reason,
    numerator: null,
    denominator: null,
    n,
    nEffective: null,
    interval: null,
    baseline: null,
  };
}
