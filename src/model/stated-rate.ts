import type { Plan } from "./plan.js";
import { sliceIdFromText } from "./slice-id.js";

/** Share of positives where the model is used; both ends are the value itself where no range is stated. */
export interface StatedRate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Stated base rate of all cases, or of one slice; null when the plan gives none for it. */
export function statedRate(plan: Plan, slice: string): StatedRate | null {
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
