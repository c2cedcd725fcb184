import type { CostsPlan } from "../../../model/plan.js";
import type { OutcomeCosts } from "../../../stats/expected-cost.js";

type Ranged =
  | number
  | { readonly value: number; readonly low?: number | undefined; readonly high?: number | undefined }
  | undefined;

export type End = "value" | "low" | "high";

/** The stated costs of acting and of not acting, at one end of their ranges. */
export interface StatedCosts {
  readonly action: number;
  readonly falseAlarm: number;
  readonly miss: number;
  /** Share of the loss that acting prevents. */
  readonly effect: number;
}

/**
 * The costs of the plan, all of them cheap for `low` and dear for `high`; null where missing a positive, or flagging
 * anything, has no price, so that there is nothing to weigh.
 */
export function statedCosts(costs: CostsPlan | undefined, end: End): StatedCosts | null {
  if (costs?.miss === undefined) return null;
  if (costs.action === undefined && costs.false_alarm === undefined) return null;
  // The dearer end is the one at which acting prevents less.
  const other = end === "low" ? "high" : end === "high" ? "low" : "value";
  return {
    action: at(costs.action, end, 0),
    falseAlarm: at(costs.false_alarm, end, 0),
    miss: at(costs.miss, end, 0),
    effect: at(costs.effect, other, 1),
  };
}

/** What each outcome of one case costs. */
export function outcomeCosts({ action, falseAlarm, miss, effect }: StatedCosts): OutcomeCosts {
  return { tp: action + (1 - effect) * miss, fn: miss, fp: action + falseAlarm, tn: 0 };
}

/** One end of a stated amount. */
export function at(range: Ranged, end: End, otherwise: number): number {
  if (range === undefined) return otherwise;
  if (typeof range === "number") return range;
  return range[end] ?? range.value;
}
