import type { Estimate } from "../../../model/assessment.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import { missing, type Measured } from "../../../metrics/metric.js";
import { npvAtBaseRate } from "../../../stats/npv-at-base-rate.js";
import { ppvAtBaseRate } from "../../../stats/ppv-at-base-rate.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";

/**
 * Rates somebody reported without counts: kept as written, never given an interval.
 *
 * With sensitivity, specificity and a deployment base rate the precision follows by Bayes' rule.
 */
export function reportedEstimates(
  rates: NonNullable<EvaluationPlan["rates"]>,
  place: EstimatePlace,
): Estimate[] {
  const { sensitivity, specificity, precision, prevalence } = rates;
  const reported: Estimate[] = [];
  const add = (id: string, of: Estimate["of"], value: number | undefined): void => {
    if (value !== undefined)
      reported.push({
        ...estimateOf({ id, of, unit: "share", origin: "measured" }, said(value), place),
        origin: "reported",
      });
  };
  add("base-rate", "cases", prevalence);
  add("recall", "positives", sensitivity);
  add("false-alarms", "negatives", specificity === undefined ? undefined : 1 - specificity);
  add("specificity", "negatives", specificity);
  add("precision-test", "flagged", precision);
  if (sensitivity === undefined || specificity === undefined || place.baseRate === null) return reported;
  const derive = (id: string, of: Estimate["of"], value: number | null): Estimate =>
    estimateOf(
      { id, of, unit: "share", origin: "derived", atBaseRate: true },
      value === null ? missing("nothing-flagged") : said(value),
      place,
    );
  return [
    ...reported,
    derive("precision", "flagged", ppvAtBaseRate(sensitivity, specificity, place.baseRate)),
    derive("npv", "unflagged", npvAtBaseRate(sensitivity, specificity, place.baseRate)),
    derive("flag-rate", "cases", place.baseRate * sensitivity + (1 - place.baseRate) * (1 - specificity)),
  ];
}

function said(value: number): Measured {
  return { ...missing("reported-without-counts"), value };
}
