import { breakInterval } from "../../../stats/break-interval.js";
import { differenceScale } from "../../../stats/difference-scale.js";
import { lagOneCorrelation } from "../../../stats/lag-one-correlation.js";
import { olsCusum, type OlsCusum } from "../../../stats/ols-cusum.js";
import { optimalPartitioning } from "../../../stats/optimal-partitioning.js";
import { pettitt, type Pettitt } from "../../../stats/pettitt.js";
import { sampleQuantile } from "../../../stats/sample-quantile.js";
import { splitPermutationP, type SplitTest } from "../../../stats/split-permutation-p.js";
import type { Bounds } from "../../../stats/types.js";
import { welchDifference } from "../../../stats/welch-difference.js";

/** A change between two stretches of a series. */
export interface Change {
  readonly at: number;
  readonly interval: Bounds | null;
  readonly reason: string | null;
  readonly before: number;
  readonly after: number;
  readonly shift: number;
  readonly shiftInterval: Bounds | null;
}

/** What a series shows: where its level changes, and how sure that is. */
export interface SeriesAnalysis {
  /** The series without its season, where one was given and two of them were seen. */
  readonly adjusted: readonly number[];
  readonly seasonTaken: boolean;
  readonly scale: number | null;
  /** Correlation of neighbours around the levels; null where it cannot be computed. */
  readonly correlation: number | null;
  /** Long-run variance over variance: 1 unless neighbours clearly move together. */
  readonly inflation: number;
  readonly changes: readonly Change[];
  readonly split: SplitTest | null;
  readonly cusum: OlsCusum | null;
  readonly pettitt: Pettitt | null;
}

export interface SeriesToAnalyse {
  readonly values: readonly number[];
  readonly steps: readonly number[];
  readonly season: number | null;
}

const level = 0.95;
/** One outlier is no level. */
const shortest = 2;
export const permutations = 999;
export const seed = 1;

/** Change points with the penalty 2 ln n and the scale of differences, larger where neighbours move together. */
export function analyseSeries({ values, steps, season }: SeriesToAnalyse): SeriesAnalysis {
  const seasons = season === null || season < 2 ? 0 : ((steps.at(-1) ?? 0) + 1) / season;
  const seasonTaken = seasons >= 2;
  const adjusted = seasonTaken ? withoutSeason(values, steps, season ?? 1) : values;
  const scale = differenceScale(adjusted) ?? spread(adjusted);
  const found = scale === null ? null : changePoints(adjusted, scale);
  const { changes = [], inflation = 1, correlation = null } = found ?? {};
  const blockLength = inflation > 1 ? Math.max(2, Math.ceil(2 * Math.cbrt(values.length))) : 1;
  return {
    adjusted,
    seasonTaken,
    scale,
    correlation,
    inflation,
    changes: changeFacts(adjusted, changes, inflation),
    split: splitPermutationP(adjusted, { shortest, blockLength, permutations, seed }),
    cusum: olsCusum(adjusted),
    pettitt: pettitt(adjusted),
  };
}

/** Takes the median of each phase away and adds the mean of these medians, so that the level stays. */
function withoutSeason(values: readonly number[], steps: readonly number[], season: number): number[] {
  const phaseOf = (index: number): number => (steps[index] ?? 0) % season;
  const medians = Array.from({ length: season }, (_, phase) => {
    const own = values.filter((_, index) => phaseOf(index) === phase).sort((a, b) => a - b);
    return sampleQuantile(own, 0.5);
  });
  const known = medians.filter((median) => median !== null);
  const middle = known.reduce((sum, median) => sum + median / known.length, 0);
  return values.map((value, index) => value - (medians[phaseOf(index)] ?? middle) + middle);
}

/** Plain standard deviation, for a series most of whose differences are the same; null where nothing varies. */
function spread(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return variance > 1e-24 * mean * mean ? Math.sqrt(variance) : null;
}

/**
 * Neighbours that move together look like changes to a penalty for independent values. Where the correlation around
 * the levels is clearly above 0, penalty and interval grow by the long-run variance (1 + r) / (1 - r) of a first-order
 * process, until the changes stay the same.
 */
function changePoints(values: readonly number[], scale: number) {
  const n = values.length;
  let inflation = 1;
  for (let round = 0; ; round += 1) {
    const penalty = 2 * Math.log(Math.max(n, 2)) * scale ** 2 * inflation;
    const { changes, means } = optimalPartitioning(values, penalty, shortest) ?? { changes: [], means: [] };
    const correlation = lagOneCorrelation(residualsOf(values, changes, means));
    const clear = correlation !== null && correlation > 1.645 / Math.sqrt(n);
    const next = clear ? (1 + correlation) / (1 - correlation) : 1;
    // It only grows, so that it comes to rest.
    if (next <= inflation * 1.01 || round === 5) return { changes, inflation, correlation };
    inflation = next;
  }
}

function residualsOf(
  values: readonly number[],
  changes: readonly number[],
  means: readonly number[],
): number[] {
  let stretch = 0;
  return values.map((value, index) => {
    while (index >= (changes[stretch] ?? Infinity)) stretch += 1;
    return value - (means[stretch] ?? 0);
  });
}

function changeFacts(values: readonly number[], changes: readonly number[], inflation: number): Change[] {
  const edges = [0, ...changes, values.length];
  return changes.map((at, index) => {
    const start = edges[index] ?? 0;
    const before = values.slice(start, at);
    const after = values.slice(at, edges[index + 2]);
    const { interval, reason = null } = breakInterval(before, after, level, inflation);
    const difference = welchDifference(before, after, level);
    const shift = difference?.value ?? 0;
    const widen = (bound: number): number => shift + (bound - shift) * Math.sqrt(inflation);
    const bounds = difference?.interval ?? null;
    return {
      at,
      interval: interval === null ? null : { low: start + interval.low, high: start + interval.high },
      reason,
      before: mean(before),
      after: mean(after),
      shift,
      shiftInterval: bounds === null ? null : { low: widen(bounds.low), high: widen(bounds.high) },
    };
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
