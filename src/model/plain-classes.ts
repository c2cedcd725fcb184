import type { EvaluationPlan } from "./plan.js";

type Classes = NonNullable<EvaluationPlan["classes"]>;

/** Names of classes as the rows hold them; the lines of a report, which have no rows, are left out. */
export function plainClasses(classes: Classes): string[] {
  return classes.flatMap((one) => (typeof one === "object" ? [] : [String(one)]));
}
