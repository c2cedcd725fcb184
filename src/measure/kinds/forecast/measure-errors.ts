import type { Estimate, Slice } from "../../../model/assessment.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import { sliceId } from "../../../model/slice-id.js";
import type { ErrorCounts } from "../../../metrics/forecast/error-counts.js";
import type { MetricOf } from "../../../metrics/metric.js";
import { coverageOf } from "../../coverage-of.js";
import { estimateOf } from "../../estimate.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import { estimatePlace } from "../estimate-place.js";
import { nothingMeasured, type MeasuredEvaluation } from "../kind.js";
import { numberFacts } from "../number-facts.js";
import type { CountedErrors } from "./count-errors.js";
import type { ErrorGroup } from "./error-groups.js";

const level = 0.95;

export interface ErrorSettings {
  readonly unit: ErrorCounts["unit"];
  readonly draws: ErrorCounts["draws"];
  readonly scale: number | null;
  readonly metrics: readonly MetricOf<ErrorCounts>[];
}

/** Estimates, slices and coverage of counted errors: over all cases, by horizon and by slice. */
export function measureErrors(
  input: EvaluationInput,
  counted: CountedErrors,
  settings: ErrorSettings,
): MeasuredEvaluation {
  const { evaluation } = input;
  const { unit } = settings;
  const columns = [...new Set(counted.groups.flatMap(({ column }) => column ?? []))];
  const zeros = counted.groups[0]?.units.reduce((sum, one) => sum + one.zeroActuals, 0) ?? 0;
  const facts = numberFacts(input, {
    ...counted,
    slices: columns,
    subjects: unit === "subjects" ? counted.units : null,
    counts: {
      ...(unit === "periods" ? { periods: counted.units } : {}),
      ...(counted.gaps > 0 ? { "missing-periods": counted.gaps } : {}),
      ...(zeros > 0 ? { "zero-actuals": zeros } : {}),
    },
  });
  const slices = counted.groups.flatMap((group) => sliceOf(group, evaluation));
  const estimates = counted.groups.flatMap((group) => estimatesOf(input, group, settings));
  const coverage = coverageOf(evaluation, slices).map((cell) =>
    // A number has no classes: thirty cases show its error.
    cell.n !== null && cell.n >= cell.needed ? { ...cell, state: "measured" as const } : cell,
  );
  return {
    ...nothingMeasured(facts),
    slices,
    estimates,
    coverage,
  };
}

function sliceOf({ column, value, n }: ErrorGroup, { id, names = {} }: EvaluationPlan): Slice[] {
  if (column === null) return [];
  return [
    {
      id: sliceId(column, value),
      evaluation: id,
      column,
      value,
      negated: false,
      name: names[`${column}=${value ?? "(missing)"}`] ?? null,
      column_name: names[column] ?? null,
      n,
      positives: null,
      negatives: null,
    },
  ];
}

function estimatesOf(
  input: EvaluationInput,
  { column, value, units, rowSums }: ErrorGroup,
  { unit, draws, scale, metrics }: ErrorSettings,
): Estimate[] {
  const { interval, quantiles = {} } = input.evaluation;
  const place = {
    ...estimatePlace(input),
    threshold: null,
    baseRate: null,
    slice: column === null ? "all" : sliceId(column, value),
  };
  const counts: ErrorCounts = {
    units,
    unit,
    rowSums,
    draws,
    scale,
    nominal: interval?.level ?? null,
    quantile: null,
  };
  return metrics.flatMap((metric) => {
    if (metric.id !== "pinball-loss") return [estimateOf(metric, metric.compute(counts, level), place)];
    return Object.keys(quantiles).map((quantile) =>
      estimateOf(metric, metric.compute({ ...counts, quantile }, level), { ...place, facet: quantile }),
    );
  });
}
