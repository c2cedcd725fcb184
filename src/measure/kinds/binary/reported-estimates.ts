import type { Estimate } from "../../../model/assessment.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import { missing, type Measured } from "../../../metrics/metric.js";
import { falseAlarmsFromPrecision } from "../../../stats/false-alarms-from-precision.js";
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
  const { sensitivity, precision, prevalence } = rates;
  const alarms = falseAlarmsOf(rates);
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
  add("false-alarms", "negatives", alarms);
  add("specificity", "negatives", rates.specificity);
  add("precision-test", "flagged", precision);
  if (sensitivity === undefined || alarms === undefined || place.baseRate === null) return reported;
  const specificity = 1 - alarms;
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
    derive("flag-rate", "cases", place.baseRate * sensitivity + (1 - place.baseRate) * alarms),
  ];
}

/**
 * Share of the negatives that is flagged: one less the specificity, or what precision, sensitivity and prevalence of one
 * test leave for it, so that the rates can be moved to another base rate. Undefined where no share fits.
 */
function falseAlarmsOf({
  sensitivity,
  specificity,
  precision,
  prevalence,
}: NonNullable<EvaluationPlan["rates"]>): number | undefined {
  if (specificity !== undefined) return 1 - specificity;
  if (sensitivity === undefined || precision === undefined || prevalence === undefined) return undefined;
  return falseAlarmsFromPrecision(sensitivity, precision, prevalence) ?? undefined;
}

function said(value: number): Measured {
  return { ...missing("reported-without-counts"), value };
}
