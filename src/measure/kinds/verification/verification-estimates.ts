import { missing, type Measured, type MetricDescription, type MetricOf } from "../../../metrics/metric.js";
import { comparisonRate } from "../../../metrics/verification/comparison-rate.js";
import type { ComparisonPart } from "../../../metrics/verification/comparisons.js";
import { eer } from "../../../metrics/verification/eer.js";
import { fairnessDiscrepancy } from "../../../metrics/verification/fairness-discrepancy.js";
import { far } from "../../../metrics/verification/far.js";
import { fmrGini } from "../../../metrics/verification/fmr-gini.js";
import { fmrMaxGeomean } from "../../../metrics/verification/fmr-max-geomean.js";
import { fmrMaxMin } from "../../../metrics/verification/fmr-max-min.js";
import { fmr } from "../../../metrics/verification/fmr.js";
import { fnmrGini } from "../../../metrics/verification/fnmr-gini.js";
import { fnmrMaxGeomean } from "../../../metrics/verification/fnmr-max-geomean.js";
import { fnmrMaxMin } from "../../../metrics/verification/fnmr-max-min.js";
import { fnmr } from "../../../metrics/verification/fnmr.js";
import { frr } from "../../../metrics/verification/frr.js";
import { fta } from "../../../metrics/verification/fta.js";
import { fte } from "../../../metrics/verification/fte.js";
import { garbe } from "../../../metrics/verification/garbe.js";
import { gfar } from "../../../metrics/verification/gfar.js";
import { gfrr } from "../../../metrics/verification/gfrr.js";
import type { GroupRates } from "../../../metrics/verification/group-rates.js";
import { inequity } from "../../../metrics/verification/inequity.js";
import type { TransactionParts } from "../../../metrics/verification/transaction.js";
import type { Estimate } from "../../../model/assessment.js";
import { sliceId } from "../../../model/slice-id.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";
import type { DemographicCounts, TargetCounts, VerificationCounts } from "./verification-counts.js";

export const level = 0.95;

const differentials: readonly MetricOf<readonly GroupRates[]>[] = [
  fmrMaxMin,
  fnmrMaxMin,
  fmrMaxGeomean,
  fnmrMaxGeomean,
  fmrGini,
  fnmrGini,
  garbe,
  inequity,
  fairnessDiscrepancy,
];

/** Both errors of a part, computed once: the draws behind them take time. */
export interface ErrorRates {
  readonly fmr: Measured;
  readonly fnmr: Measured;
}

export function errorRates(part: ComparisonPart): ErrorRates {
  return { fmr: fmr.compute(part, level), fnmr: fnmr.compute(part, level) };
}

export function rateEstimates(rates: ErrorRates, place: EstimatePlace): Estimate[] {
  return [estimateOf(fmr, rates.fmr, place), estimateOf(fnmr, rates.fnmr, place)];
}

/** Where both errors are equal, and what happens to a person: the latter only where failures were counted. */
export function overallEstimates(
  { scores }: Pick<VerificationCounts, "scores">,
  parts: TransactionParts,
  place: EstimatePlace,
): Estimate[] {
  const unthresholded = { ...place, threshold: null };
  const of = (metric: MetricOf<TransactionParts>, where: EstimatePlace): Estimate =>
    estimateOf(metric, metric.compute(parts, level), where);
  return [
    estimateOf(eer, eer.compute(scores, level), unthresholded),
    ...(parts.fta === null ? [] : [of(fta, unthresholded), of(far, place), of(frr, place)]),
    ...(parts.fte === null ? [] : [of(fte, unthresholded)]),
    ...(parts.fta === null || parts.fte === null ? [] : [of(gfar, place), of(gfrr, place)]),
  ];
}

/** Both errors at the threshold that keeps a false match rate; no value where the data do not carry one. */
export function targetEstimates(targets: readonly TargetCounts[], place: EstimatePlace): Estimate[] {
  return targets.flatMap(({ target, found, part }) => {
    const where = { ...place, facet: `fmr=${target}`, threshold: found?.point?.threshold ?? null };
    const none = missing(found?.reason ?? "one-class");
    return rateEstimates(part === null ? { fmr: none, fnmr: none } : errorRates(part), where);
  });
}

/** Errors within each group and across groups, and how unevenly they fall. */
export function demographicEstimates(
  { name, across }: DemographicCounts,
  groups: readonly GroupRates[],
  place: EstimatePlace,
): Estimate[] {
  const apart = across.decided
    ? comparisonRate(across.impostor, "no-pairs-across", level)
    : missing("no-threshold", across.impostor.trials);
  const narrowed = (metric: MetricDescription, measured: Measured, facet: string): Estimate =>
    estimateOf(metric, measured, { ...place, facet });
  return [
    ...groups.flatMap(({ value, ...rates }) =>
      rateEstimates(rates, { ...place, slice: sliceId(name, value) }),
    ),
    narrowed(fmr, apart, `across=${name}`),
    ...differentials.map((metric) => narrowed(metric, metric.compute(groups, level), name)),
  ];
}
