import type { Estimate } from "../../../model/assessment.js";
import type { Cell, SubjectCell } from "../../../model/cell.js";
import type { StatedRate } from "../../../model/stated-rate.js";
import { metrics } from "../../../metrics/all.js";
import type { Confusion } from "../../../stats/types.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";
import type { ModelPlan } from "./count-comparison.js";
import type { JointGroup } from "./joint-counts.js";

/** What is measured of each model alone: shares of its decisions. */
const ofDecisions: ReadonlySet<string> = new Set([
  "recall",
  "false-alarms",
  "specificity",
  "precision",
  "precision-test",
  "npv",
  "npv-test",
  "flag-rate",
  "flag-rate-test",
  "accuracy",
  "accuracy-test",
  "f1",
  "f1-test",
]);

interface About {
  readonly place: EstimatePlace;
  readonly level: number;
  readonly baseRate: StatedRate | null;
  readonly bySubject: boolean;
}

/** The share of positives, once, and every share of decisions for each model. */
export function modelEstimates(
  models: readonly ModelPlan[],
  groups: readonly JointGroup[],
  { place, level, baseRate, bySubject }: About,
): Estimate[] {
  const context = { level, baseRate, probability: false, flag: "at-or-above" } as const;
  const at = { ...place, baseRate: baseRate?.value ?? null };
  const measured = metrics.filter(({ atBaseRate }) => !atBaseRate || baseRate !== null);
  const base = measured.filter(({ id }) => id === "base-rate");
  const shared = cellOf(groups, 0, bySubject);
  return [
    ...base.map((metric) => estimateOf(metric, metric.compute(shared, context), { ...at, threshold: null })),
    ...models.flatMap(({ id, threshold = null }, model) => {
      const cell = cellOf(groups, model, bySubject);
      return measured
        .filter((metric) => ofDecisions.has(metric.id))
        .map((metric) => estimateOf(metric, metric.compute(cell, context), { ...at, threshold, facet: id }));
    }),
  ];
}

function cellOf(groups: readonly JointGroup[], model: number, bySubject: boolean): Cell {
  const confusion = confusionOf(groups, model);
  const subjects = new Map<number, JointGroup[]>();
  for (const group of bySubject ? groups : []) {
    const known = subjects.get(group.subject);
    if (known === undefined) subjects.set(group.subject, [group]);
    else known.push(group);
  }
  const ofSubject = (own: readonly JointGroup[]): SubjectCell => {
    const counts = confusionOf(own, model);
    return {
      confusion: counts,
      scores: null,
      positives: counts.tp + counts.fn,
      negatives: counts.fp + counts.tn,
    };
  };
  return {
    n: confusion.tp + confusion.fn + confusion.fp + confusion.tn,
    positives: confusion.tp + confusion.fn,
    negatives: confusion.fp + confusion.tn,
    confusion,
    scores: null,
    expected: null,
    subjects: bySubject ? [...subjects.values()].map(ofSubject) : null,
    value: null,
  };
}

function confusionOf(groups: readonly JointGroup[], model: number): Confusion {
  const counts = { tp: 0, fn: 0, fp: 0, tn: 0 };
  for (const { positive, flagged, n } of groups) {
    if (positive) counts[flagged[model] === true ? "tp" : "fn"] += n;
    else counts[flagged[model] === true ? "fp" : "tn"] += n;
  }
  return counts;
}
