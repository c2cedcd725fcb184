import { bcaInterval } from "./bca-interval.js";
import { bootstrapReplicates, type BootstrapPlan } from "./bootstrap-replicates.js";
import { checkLevel } from "./check-level.js";
import { jackknifeAcceleration } from "./jackknife-acceleration.js";
import { jackknifeValues } from "./jackknife-values.js";
import { percentileInterval } from "./percentile-interval.js";
import type { Bounds } from "./types.js";

/** A statistic with its bootstrap interval, and everything needed to draw it again. */
export interface BootstrapEstimate {
  readonly value: number | null;
  readonly interval: Bounds | null;
  readonly method: "bootstrap-bca" | "bootstrap-percentile";
  /** Why there is no interval; null where there is one. */
  readonly reason: "undefined" | "too-few-units" | "replicates-undefined" | "replicates-equal" | null;
  readonly undefinedDraws: number;
  readonly draws: number;
  readonly seed: number;
}

/**
 * Bootstrap interval of any statistic, resampling cases, or subjects with all their rows.
 *
 * @param units - units to resample, a count: cases, or subjects where rows of one subject are not independent
 * @param statistic - gives the value from how often each unit was drawn, or `null` where it has none
 * @param plan - as bootstrapReplicates, with `level`, a fraction in (0, 1), defaults to 0.95, and `method`, "bca" or
 *   "percentile", defaults to "percentile"; "bca" costs one more evaluation per unit
 * @returns value on the data themselves and its interval. No interval where the value is undefined, with fewer than two
 *   units, where more than 5 % of the draws had no value, or where all of them gave the same one
 * @throws RangeError for a level, draws or seed out of range
 * @see Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 13 and 14
 * @example
 * bootstrapInterval(2, (times) => times[0] / 2, { draws: 200, seed: 1 }) // { value: 0.5, interval: { low: 0, high: 1 }, method: "bootstrap-percentile", reason: null, undefinedDraws: 0, draws: 200, seed: 1 }
 */
export function bootstrapInterval(
  units: number,
  statistic: (times: Uint32Array) => number | null,
  plan: BootstrapPlan & { readonly level?: number; readonly method?: "bca" | "percentile" } = {},
): BootstrapEstimate {
  const { level = 0.95, method = "percentile" } = plan;
  checkLevel(level);
  const { draws = 2000, seed = 1 } = plan;
  const whole = statistic(new Uint32Array(units).fill(1));
  const value = whole !== null && Number.isFinite(whole) ? whole : null;
  const none = { value, interval: null, method: "bootstrap-percentile", draws, seed } as const;
  if (value === null) return { ...none, reason: "undefined", undefinedDraws: 0 };
  if (units < 2) return { ...none, reason: "too-few-units", undefinedDraws: 0 };

  const { values, undefinedDraws } = bootstrapReplicates(units, statistic, plan);
  if (undefinedDraws > 0.05 * draws) return { ...none, reason: "replicates-undefined", undefinedDraws };

  const drawn = { undefinedDraws, draws, seed };
  const percentile = percentileInterval(values, level);
  if (percentile === null) return { ...none, ...drawn, reason: "replicates-equal" };
  if (method === "percentile") {
    return { value, interval: percentile, method: "bootstrap-percentile", reason: null, ...drawn };
  }
  const bca = bcaInterval(value, values, accelerationOf(units, statistic), level);
  const interval = bca === null ? percentile : { low: bca.low, high: bca.high };
  return { value, interval, method: bca?.method ?? "bootstrap-percentile", reason: null, ...drawn };
}

/** Acceleration, or null where leaving a unit out leaves no value. */
function accelerationOf(units: number, statistic: (times: Uint32Array) => number | null): number | null {
  const leftOut = jackknifeValues(units, statistic);
  const finite = leftOut.filter((value) => value !== null && Number.isFinite(value));
  return finite.length < units ? null : jackknifeAcceleration(finite as number[]);
}
