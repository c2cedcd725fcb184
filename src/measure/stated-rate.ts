import type { Plan } from "../model/plan.js";
import { sliceIdFromText } from "../model/slice-id.js";
import type { MetricContext } from "../metrics/metric.js";

/** Stated base rate of all cases, or of one slice; null when the plan gives none for it. */
export function statedRate(plan: Plan, slice: string): MetricContext["baseRate"] {
  const given = plan.deployment?.base_rate;
  if (given === undefined) return null;
  if (slice === "all")
    return typeof given === "number"
      ? { value: given, low: given, high: given }
      : { value: given.value, low: given.low ?? given.value, high: given.high ?? given.value };
  const own =
    typeof given === "number"
      ? undefined
      : Object.entries(given.slices ?? {}).find(([text]) => sliceIdFromText(text) === slice)?.[1];
  return own === undefined ? null : { value: own, low: own, high: own };
}
