import type { Estimate, Slice, Table } from "../../../model/assessment.js";
import { sliceId } from "../../../model/slice-id.js";
import { averages, classMetrics } from "../../../metrics/multiclass/all.js";
import { accuracyOfClasses } from "../../../metrics/multiclass/accuracy.js";
import type { ClassCell } from "../../../metrics/multiclass/class-cell.js";
import { confused } from "../../../metrics/multiclass/confused.js";
import { f1Macro } from "../../../metrics/multiclass/f1-macro.js";
import { precisionMacroZeros } from "../../../metrics/multiclass/precision-macro-zeros.js";
import { missing } from "../../../metrics/metric.js";
import { recallMacro } from "../../../metrics/multiclass/recall-macro.js";
import { recallOfClass } from "../../../metrics/multiclass/recall.js";
import { moverDifference } from "../../../stats/mover-difference.js";
import { topConfusions } from "../../../stats/top-confusions.js";
import type { ScoreTable } from "../../../stats/types.js";
import { coverageOf } from "../../coverage-of.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import { calibrationTable } from "../binary/calibration-table.js";
import { estimatePlace } from "../estimate-place.js";
import { nothingMeasured, type EvidenceKind, type MeasuredEvaluation } from "../kind.js";
import type { ClassCounts } from "./class-counts.js";
import { classFacts } from "./class-facts.js";
import { classGroups, type CountedClasses } from "./class-groups.js";
import { confusionTable, rejectOptionTable } from "./class-tables.js";
import { countClasses } from "./count-classes.js";

const level = 0.95;
/** Most ways to be wrong that are told one by one. */
const mostConfusions = 10;

/** Cases with one of several classes, and the class a model gave them. */
export const multiclass: EvidenceKind = {
  id: "multiclass",
  summary: "Many classes: the actual and the predicted one per case, or a score for each.",
  measure: async (input) => {
    const { evaluation, source, ask } = input;
    if (source === null) throw new Error(`Evaluation "${evaluation.id}" has no rows`);
    return measureClasses(input, await countClasses({ evaluation, source }, ask));
  },
};

function measureClasses(input: EvaluationInput, counts: ClassCounts): MeasuredEvaluation {
  const { evaluation } = input;
  const { classes, scores } = counts;
  const place: EstimatePlace = { ...estimatePlace(input), threshold: null, baseRate: null };
  const [all, ...bySlice] = counts.tables;
  const [whole] = all === undefined ? [] : classGroups(all, classes.length);
  if (whole === undefined) throw new Error("There is no table over all cases");
  const slices: Slice[] = [];
  const ofSlices: Estimate[] = [];
  for (const table of bySlice) {
    for (const { value, own, rest } of classGroups(table, classes.length)) {
      const sliced = { ...place, slice: sliceId(table.column ?? "", value, false) };
      for (const [part, negated] of [
        [own, false],
        [rest, true],
      ] as const) {
        const slice = sliceOf(input, table.column ?? "", value, negated, part.n);
        slices.push(slice);
        ofSlices.push(...sliceEstimates(cellOf(part, null), classes, { ...place, slice: slice.id }, negated));
      }
      ofSlices.push(excessWrong(cellOf(own, null), cellOf(rest, null), own.n / whole.own.n, sliced));
    }
  }
  return {
    ...nothingMeasured(classFacts(input, counts, whole.own.n)),
    slices,
    estimates: [...overallEstimates(cellOf(whole.own, counts), classes, place), ...ofSlices],
    tables: [
      confusionTable(whole.own.matrix, classes, place),
      ...(scores === null ? [] : [rejectOptionTable(scores.confidence, place)]),
      ...(scores?.probability === true ? [topLabelTable(scores.confidence, place)] : []),
    ],
    details: { classes },
    coverage: coverageOf(
      evaluation,
      slices.filter(({ negated }) => !negated),
    ),
  };
}

/** @param counts - where the scores are; null for a part of the cases, whose scores are not counted */
function cellOf({ matrix, subjects }: CountedClasses, counts: ClassCounts | null): ClassCell {
  const scores = counts?.scores ?? null;
  return {
    matrix,
    subjects: subjects === null ? null : [...subjects.values()],
    scores: scores?.tables ?? null,
    subjectScores:
      subjects === null || scores?.bySubject == null
        ? null
        : scores.bySubject.map((own) => [...subjects.keys()].map((subject) => own.get(subject) ?? [])),
    probability: scores?.probability ?? false,
  };
}

function overallEstimates(cell: ClassCell, classes: readonly string[], place: EstimatePlace): Estimate[] {
  const isUndefined = cell.matrix.some((_, k) => cell.matrix.every((row) => row[k] === 0));
  const whole = [...averages, ...(isUndefined ? [precisionMacroZeros] : [])]
    .filter(({ id }) => cell.scores !== null || !ofScores.has(id))
    .map((metric) => estimateOf(metric, metric.compute(cell, level), place));
  const byClass = classes.flatMap((facet, own) =>
    classMetrics
      .filter(({ id }) => cell.scores !== null || !ofScores.has(id))
      .map((metric) => estimateOf(metric, metric.compute({ cell, own }, level), { ...place, facet })),
  );
  const wrong = topConfusions(cell.matrix, mostConfusions).map(({ actual, predicted }) =>
    estimateOf(confused, confused.compute({ cell, own: actual, other: predicted }, level), {
      ...place,
      facet: `${classes[actual] ?? ""}=${classes[predicted] ?? ""}`,
    }),
  );
  return [...whole, ...byClass, ...wrong];
}

/** Bands of the score of the predicted class, and how many of these predictions were right (Guo et al. 2017). */
function topLabelTable(confidence: ScoreTable, { prefix, evaluation }: EstimatePlace): Table {
  return calibrationTable(confidence, {
    id: `${prefix}top-label-calibration@all`,
    evaluation,
    slice: "all",
  });
}

/** Metrics that only a model with a score per class has. */
const ofScores = new Set([
  "roc-auc",
  "roc-auc-macro",
  "roc-auc-weighted",
  "brier-score-classes",
  "log-loss-classes",
]);

/** Of a slice the averages and the recall of each class; of its complement what the slice is held against. */
function sliceEstimates(
  cell: ClassCell,
  classes: readonly string[],
  place: EstimatePlace,
  negated: boolean,
): Estimate[] {
  const whole = negated ? [accuracyOfClasses] : [accuracyOfClasses, recallMacro, f1Macro];
  return [
    ...whole.map((metric) => estimateOf(metric, metric.compute(cell, level), place)),
    ...classes.map((facet, own) =>
      estimateOf(recallOfClass, recallOfClass.compute({ cell, own }, level), { ...place, facet }),
    ),
  ];
}

/** Cases of a slice judged wrongly beyond the share of all others, as a share of all cases: the size of a weakness. */
function excessWrong(own: ClassCell, rest: ClassCell, share: number, place: EstimatePlace): Estimate {
  const [a, b] = [own, rest].map((cell) => accuracyOfClasses.compute(cell, level));
  const description = { id: "excess-wrong", of: "cases", unit: "share", origin: "derived" } as const;
  if (a?.value == null || b?.value == null || a.interval === null || b.interval === null)
    return estimateOf(description, missing("no-rates", a?.n ?? 0), place);
  const wrong = ({ value, interval }: typeof a) => ({
    value: 1 - (value ?? 0),
    low: 1 - (interval?.high ?? 1),
    high: 1 - (interval?.low ?? 0),
  });
  const { value, low, high } = moverDifference(wrong(a), wrong(b));
  const interval = { low: share * low, high: share * high, level, side: "two-sided" } as const;
  const method = "MOVER, times the group's share";
  return estimateOf(
    description,
    { ...missing("", a.n), value: share * value, reason: null, interval: { ...interval, method } },
    place,
  );
}

function sliceOf(
  { evaluation }: EvaluationInput,
  column: string,
  value: string | null,
  negated: boolean,
  n: number,
): Slice {
  const names = evaluation.names ?? {};
  return {
    id: sliceId(column, value, negated),
    evaluation: evaluation.id,
    column,
    value,
    negated,
    name: names[`${column}${negated ? "!=" : "="}${value ?? "(missing)"}`] ?? null,
    column_name: names[column] ?? null,
    n,
    positives: null,
    negatives: null,
  };
}
