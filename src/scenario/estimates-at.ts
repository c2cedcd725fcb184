import { movedToBaseRate } from "../metrics/at-base-rate.js";
import { falseAlarms } from "../metrics/false-alarms.js";
import { flagRate } from "../metrics/flag-rate.js";
import { missing, type Measured, type MetricDescription } from "../metrics/metric.js";
import { precision } from "../metrics/precision.js";
import { clusteredRate, type RateCounts } from "../metrics/rate.js";
import { recall } from "../metrics/recall.js";
import { specificity } from "../metrics/specificity.js";
import type { Cell } from "../model/cell.js";
import type { Estimate } from "../model/assessment.js";
import type {
  RangedNumber,
  ScenarioClusters,
  ScenarioCounts,
  ScenarioData,
  ScenarioMetric,
  Setting,
} from "../model/scenario-data.js";
import { designedProportion } from "../stats/designed-proportion.js";
import { flagRateAtBaseRate } from "../stats/flag-rate-at-base-rate.js";
import { ppvInterval } from "../stats/ppv-interval.js";
import { placeOf, testedAt } from "./prepare.js";
import { rangedAt } from "./setting-of.js";

const metrics = {
  recall,
  "false-alarms": falseAlarms,
  specificity,
  precision,
  "flag-rate": flagRate,
} as const satisfies Readonly<Record<ScenarioMetric, MetricDescription>>;

/** The numbers of a setting, each as the metric of that name gives it for the same counts. */
export function estimatesAt(data: ScenarioData, setting: Setting): Estimate[] {
  const rate = rangedAt(data.baseRate, setting.baseRate);
  const measured = (["recall", "false-alarms", "precision", "flag-rate"] as const).map((id) =>
    estimateOf(data, setting, metrics[id], measureAt(data, setting, id, 0.95)),
  );
  return rate === null ? measured.slice(0, 2) : [...measured, statedRate(data, setting, rate)];
}

/** One metric at a setting. @param level - coverage of the two-sided interval, a fraction in (0, 1) */
export function measureAt(data: ScenarioData, setting: Setting, id: ScenarioMetric, level: number): Measured {
  const counts = testedAt(data, setting.threshold);
  const clusters = clustersAt(data, setting.threshold);
  const { tp, fn, fp, tn } = counts;
  const baseRate = rangedAt(data.baseRate, setting.baseRate);
  const cell = cellOf(counts);
  const context = { level, baseRate, probability: false, flag: data.evaluation.flag };
  if (clusters === null) return metrics[id].compute(cell, context);
  const [positives, negatives] = [tp + fn, fp + tn];
  if (id === "recall")
    return clustered({ x: tp, n: positives }, clusters.positives, level) ?? missing("no-positives");
  if (id === "false-alarms")
    return clustered({ x: fp, n: negatives }, clusters.negatives, level) ?? missing("no-negatives");
  if (id === "specificity")
    return clustered({ x: tn, n: negatives }, clusters.negatives, level) ?? missing("no-negatives");
  // What is missing is missing with clusters as without them.
  if (baseRate === null || positives === 0 || negatives === 0) return metrics[id].compute(cell, context);
  const effective = effectiveCounts(counts, clusters, level);
  const [compute, none] =
    id === "precision"
      ? ([ppvInterval, "nothing-flagged"] as const)
      : ([flagRateAtBaseRate, "no-cases"] as const);
  return movedToBaseRate(effective, cell.n, { level, baseRate }, compute, none);
}

interface ClustersAt {
  readonly positives: { readonly subjects: number; readonly designEffect: number | null };
  readonly negatives: { readonly subjects: number; readonly designEffect: number | null };
}

function clustersAt(data: ScenarioData, threshold: number | null): ClustersAt | null {
  const { clusters } = data.histogram;
  if (clusters === null) return null;
  const of = ({ subjects, effects }: ScenarioClusters): ClustersAt["positives"] => ({
    subjects,
    designEffect: threshold === null ? null : (effects[placeOf(data, threshold)] ?? null),
  });
  return { positives: of(clusters.positives), negatives: of(clusters.negatives) };
}

function clustered({ x, n }: RateCounts, own: ClustersAt["positives"], level: number): Measured | null {
  if (n === 0) return null;
  return clusteredRate({ x, n }, designedProportion({ ...own, errors: x, trials: n }, level), level);
}

/** Counts shrunk by the design effect of each class, never stretched. */
function effectiveCounts(
  { tp, fn, fp, tn }: ScenarioCounts,
  { positives, negatives }: ClustersAt,
  level: number,
): ScenarioCounts {
  const shrink = (x: number, n: number, own: ClustersAt["positives"]): number =>
    Math.min(1, designedProportion({ ...own, errors: x, trials: n }, level).effectiveN / n);
  const caught = shrink(tp, tp + fn, positives);
  const alarms = shrink(fp, fp + tn, negatives);
  return { tp: tp * caught, fn: fn * caught, fp: fp * alarms, tn: tn * alarms };
}

function cellOf(confusion: ScenarioCounts): Cell {
  const { tp, fn, fp, tn } = confusion;
  return {
    n: tp + fn + fp + tn,
    positives: tp + fn,
    negatives: fp + tn,
    confusion,
    scores: null,
    expected: null,
    subjects: null,
    value: null,
  };
}

/** What a number traces to: of today's policy to the estimate of the document, of another setting to that setting. */
export function refOf(
  { prefix, slice, ...data }: ScenarioData,
  { threshold, baseRate }: Setting,
  metric: string,
): string {
  const isToday = threshold === data.threshold && baseRate === (data.baseRate?.value ?? null);
  return isToday ? `${prefix}${metric}@${slice?.id ?? "all"}` : `scenario:${threshold ?? ""}#${metric}`;
}

function estimateOf(
  data: ScenarioData,
  setting: Setting,
  metric: Pick<MetricDescription, "id" | "of" | "unit" | "origin"> & { readonly atBaseRate?: boolean },
  measured: Measured,
): Estimate {
  const { evaluation } = data;
  const { threshold, baseRate } = setting;
  const { nEffective, ...rest } = measured;
  return {
    ...rest,
    id: refOf(data, setting, metric.id),
    metric: metric.id,
    slice: data.slice?.id ?? "all",
    evaluation: evaluation.id,
    of: metric.of,
    n_effective: nEffective,
    threshold,
    unit: metric.unit,
    origin: metric.origin,
    base_rate: metric.atBaseRate === true ? baseRate : null,
    evidence: "scenario",
  };
}

/** The base rate of the setting: stated, and never measured. */
function statedRate(data: ScenarioData, setting: Setting, { value }: RangedNumber): Estimate {
  const metric = { id: "deployment-base-rate", of: "cases", unit: "share", origin: "measured" } as const;
  const measured = { ...missing("stated"), value };
  return {
    ...estimateOf(data, setting, metric, measured),
    origin: "reported",
    threshold: null,
    evidence: "plan",
  };
}
