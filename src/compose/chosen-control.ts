import type { Assessment } from "../model/assessment.js";
import type { ConditionFacts } from "./analogy-condition.js";

/** The control a picture of controls is told of: the first whose effect was measured, else the first; null for none. */
export function chosenControl({ assessment }: ConditionFacts): Assessment["controls"][number] | null {
  const { controls } = assessment;
  return controls.find(({ effect }) => effect !== undefined) ?? controls[0] ?? null;
}
