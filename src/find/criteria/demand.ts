import type { CriterionPlan } from "../../model/plan.js";
import type { Demand } from "../../model/verdict-of.js";

/** Reads the one demand of a criterion; `checkPlan` has made sure that there is one. */
export function demandOf(plan: CriterionPlan): Demand {
  const { at_least: least = null, at_most: most = null } = plan;
  const nothing = { bound: null, upper: null, against: null, least: null, most: null };
  if (plan.exists === true) return { ...nothing, operator: "exists" };
  if (plan.all_measured === true) return { ...nothing, operator: "all-measured" };
  if (plan.non_inferior !== undefined) {
    const { margin, better } = plan.non_inferior;
    // The difference is new less old: a loss of what is better higher lies below zero.
    return better === "higher"
      ? { ...nothing, operator: "non-inferior", bound: -margin, least: -margin }
      : { ...nothing, operator: "non-inferior", bound: margin, most: margin };
  }
  const ratio = plan.relative_to?.at_most ?? plan.relative_to_overall;
  if (ratio !== undefined)
    return {
      ...nothing,
      operator: "relative",
      bound: ratio,
      most: ratio,
      against: plan.relative_to?.slice ?? "all",
    };
  if (least !== null && most !== null)
    return { ...nothing, operator: "between", bound: least, upper: most, least, most };
  return least === null
    ? { ...nothing, operator: "at-most", bound: most, most }
    : { ...nothing, operator: "at-least", bound: least, least };
}
