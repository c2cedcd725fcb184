import type { Estimate } from "../../model/assessment.js";
import { estimateOf, type EstimatePlace } from "../estimate.js";

/** The plan's own number as an estimate, so that sentences can point at it. It never gains an interval. */
export function statedBaseRate(value: number, place: EstimatePlace): Estimate {
  const measured = {
    value,
    reason: "stated",
    numerator: null,
    denominator: null,
    n: 0,
    nEffective: null,
    interval: null,
    baseline: null,
  };
  return {
    ...estimateOf(
      { id: "deployment-base-rate", of: "cases", unit: "share", origin: "measured" },
      measured,
      place,
    ),
    origin: "reported",
    evidence: "plan",
    threshold: null,
  };
}
