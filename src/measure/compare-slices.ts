import type { Measured } from "../metrics/metric.js";
import type { Estimate } from "../model/assessment.js";
import { moverDifference, type WithBounds } from "../stats/mover-difference.js";
import { moverSum } from "../stats/mover-sum.js";
import { estimateOf, type EstimatePlace } from "./estimate.js";

/** Rates whose difference between a slice and all other cases is an estimate of its own. */
const compared = ["recall", "false-alarms", "precision-test", "npv-test", "base-rate"];

/**
 * A slice beside its complement: the difference of each rate, and the wrong calls the slice adds.
 *
 * Differences take the interval of independent samples (Newcombe's method 10 where both are Wilson).
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
  const excess = excessErrors(own, rest, share, baseRate);
  return [
    ...estimates,
    estimateOf({ id: "excess-errors", of: "cases", unit: "share", origin: "derived" }, excess, place),
  ];
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
 * Wrong calls the slice adds to all cases, as a share of all cases: its share of the cases times how much
 * more often it is judged wrongly than the rest, both at one base rate.
 */
function excessErrors(
  own: readonly Estimate[],
  rest: readonly Estimate[],
  share: number,
  baseRate: number,
): Measured {
  const [a, b] = [wrongCalls(own, baseRate), wrongCalls(rest, baseRate)];
  const n = own.find(({ metric }) => metric === "base-rate")?.n ?? 0;
  const plain = { numerator: null, denominator: null, n, nEffective: null, baseline: null };
  if (a === null || b === null) return { ...plain, value: null, reason: "no-rates", interval: null };
  const { value, low, high } = moverDifference(a, b);
  return {
    ...plain,
    value: share * value,
    reason: null,
    interval: {
      low: share * low,
      high: share * high,
      level: 0.95,
      method: "MOVER on both error rates",
      side: "two-sided",
    },
  };
}

function wrongCalls(estimates: readonly Estimate[], baseRate: number): WithBounds | null {
  const recall = estimates.find(({ metric }) => metric === "recall");
  const alarms = estimates.find(({ metric }) => metric === "false-alarms");
  const [caught, bothered] = [recall && withBounds(recall), alarms && withBounds(alarms)];
  if (!caught || !bothered) return null;
  return moverSum([
    { weight: baseRate, value: 1 - caught.value, low: 1 - caught.high, high: 1 - caught.low },
    { weight: 1 - baseRate, ...bothered },
  ]);
}

function withBounds({ value, interval }: Estimate): WithBounds | null {
  return value === null || interval === null ? null : { value, low: interval.low, high: interval.high };
}

function methodOf(a: Estimate, b: Estimate): string {
  const wilson = a.interval?.method === "Wilson" && b.interval?.method === "Wilson";
  return wilson ? "Newcombe method 10" : "MOVER";
}
