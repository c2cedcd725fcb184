import type { Measured } from "../../../metrics/metric.js";
import type { Estimate } from "../../../model/assessment.js";
import { moverDifference, type WithBounds } from "../../../stats/mover-difference.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";

/** Rates whose difference between a slice and all other cases is an estimate of its own. */
const compared = ["recall", "false-alarms", "precision-test", "npv-test", "base-rate"];

/**
 * A slice beside its complement: the difference of each rate, and the wrong decisions of either kind the slice
 * has beyond what the rates of all others would give it.
 *
 * Differences take the interval of independent samples (Newcombe's method 10 where both are Wilson).
 *
 * @param share - share of all cases that lie in the slice, a fraction in [0, 1]
 * @param baseRate - share of positives in the slice where the model is used, a fraction in [0, 1]
 */
export function compareSlice(
  own: readonly Estimate[],
  rest: readonly Estimate[],
  place: EstimatePlace,
  share: number,
  baseRate: number,
): Estimate[] {
  const estimates: Estimate[] = [];
  for (const metric of compared) {
    const a = own.find((estimate) => estimate.metric === metric);
    const b = rest.find((estimate) => estimate.metric === metric);
    if (a === undefined || b === undefined) continue;
    estimates.push(
      estimateOf(
        { id: `${metric}-difference`, of: a.of, unit: "share", origin: "derived" },
        difference(a, b),
        place,
      ),
    );
  }
  const kinds = [
    ["excess-misses", "recall", share * baseRate],
    ["excess-false-alarms", "false-alarms", share * (1 - baseRate)],
  ] as const;
  const excess = kinds.map(([id, metric, weight]) =>
    estimateOf(
      { id, of: "cases", unit: "share", origin: "derived" },
      excessOf(own, rest, metric, weight),
      place,
    ),
  );
  return [...estimates, ...excess];
}

function difference(a: Estimate, b: Estimate): Measured {
  const [first, second] = [withBounds(a), withBounds(b)];
  const plain = { numerator: null, denominator: null, n: a.n + b.n, nEffective: null, baseline: null };
  if (first === null || second === null)
    return { ...plain, value: null, reason: a.reason ?? b.reason ?? "no-interval", interval: null };
  const { value, low, high } = moverDifference(first, second);
  return {
    ...plain,
    value,
    reason: null,
    interval: { low, high, level: 0.95, method: methodOf(a, b), side: "two-sided" },
  };
}

/**
 * Wrong decisions of one kind beyond those of all others, as a share of all cases. The two kinds are never netted:
 * a miss and a false alarm cost different people different things.
 *
 * @param weight - share of all cases that lie in the slice and are of the class that can be judged so wrongly
 */
function excessOf(
  own: readonly Estimate[],
  rest: readonly Estimate[],
  metric: "recall" | "false-alarms",
  weight: number,
): Measured {
  const n = own.find(({ metric: id }) => id === "base-rate")?.n ?? 0;
  const plain = { numerator: null, denominator: null, n, nEffective: null, baseline: null };
  const [a, b] = [wrongRate(own, metric), wrongRate(rest, metric)];
  if (a === null || b === null) return { ...plain, value: null, reason: "no-rates", interval: null };
  const { value, low, high } = moverDifference(a, b);
  const interval = { level: 0.95, method: "MOVER, times the group's share", side: "two-sided" } as const;
  return {
    ...plain,
    value: weight * value,
    reason: null,
    interval: { ...interval, low: weight * low, high: weight * high },
  };
}

function wrongRate(estimates: readonly Estimate[], metric: "recall" | "false-alarms"): WithBounds | null {
  const found = estimates.find(({ metric: id }) => id === metric);
  const rate = found === undefined ? null : withBounds(found);
  return rate === null || metric === "false-alarms"
    ? rate
    : { value: 1 - rate.value, low: 1 - rate.high, high: 1 - rate.low };
}

function withBounds({ value, interval }: Estimate): WithBounds | null {
  return value === null || interval === null ? null : { value, low: interval.low, high: interval.high };
}

function methodOf(a: Estimate, b: Estimate): string {
  const wilson = a.interval?.method === "Wilson" && b.interval?.method === "Wilson";
  return wilson ? "Newcombe method 10" : "MOVER";
}
