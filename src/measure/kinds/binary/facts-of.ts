import type { EvaluationFacts } from "../../../model/assessment.js";
import type { Cell } from "../../../model/cell.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import { placeOf } from "../../place-of.js";
import type { BinaryCounts } from "./count-table.js";
import { thresholdOf } from "./threshold-of.js";

/** What is known of an evaluation before anything is measured: where it comes from, how many, what is left out. */
export function factsOf(
  { plan, evaluation, source }: EvaluationInput,
  counts: BinaryCounts | null,
  all: Cell,
): EvaluationFacts {
  const [low, high] = evaluation.score_range ?? [0, 1];
  const [first, last] = (evaluation.collected ?? "").split("/");
  return {
    id: evaluation.id,
    title: evaluation.title ?? null,
    task: evaluation.task,
    kind: evaluation.kind ?? null,
    basis: evaluation.counts !== undefined ? "counts" : evaluation.rates !== undefined ? "rates" : "rows",
    rows: counts?.rows ?? null,
    used: all.n,
    positives: all.positives,
    negatives: all.negatives,
    excluded: {
      label_blank: counts?.labelBlank ?? 0,
      score_blank: counts?.scoreBlank ?? 0,
      score_not_finite: counts?.scoreNotFinite ?? 0,
    },
    duplicates: counts?.duplicates ?? null,
    subjects: counts?.subjects ?? null,
    threshold: thresholdOf(evaluation, plan),
    threshold_source: evaluation.threshold_source ?? null,
    flag: evaluation.flag,
    score:
      evaluation.score === undefined
        ? null
        : {
            column: evaluation.score,
            low,
            high,
            probability: low === 0 && high === 1 && evaluation.flag === "at-or-above",
          },
    columns: {
      label: evaluation.label ?? null,
      positive: evaluation.positive === undefined ? null : String(evaluation.positive),
      subject: evaluation.subject ?? null,
      slices: evaluation.slices ?? [],
    },
    collected: first === undefined || first === "" ? null : { first, last: last ?? first },
    matured: evaluation.matured ?? null,
    shelf_life: evaluation.shelf_life ?? null,
    model_version: evaluation.model_version ?? null,
    reported_by: evaluation.reported_by ?? null,
    value_name: evaluation.value === undefined ? null : (evaluation.value_name ?? evaluation.value),
    source: source === null ? null : placeOf(source).file,
  };
}
