import type { EvaluationFacts } from "../../../model/assessment.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import { placeOf } from "../../place-of.js";
import type { ClassCounts } from "./class-counts.js";

/** What is known of an evaluation with many classes before anything is measured. */
export function classFacts(
  { evaluation, source }: EvaluationInput,
  counts: ClassCounts,
  used: number,
): EvaluationFacts {
  const [first, last] = (evaluation.collected ?? "").split("/");
  return {
    id: evaluation.id,
    title: evaluation.title ?? null,
    task: evaluation.task,
    kind: evaluation.kind ?? null,
    basis: "rows",
    rows: counts.rows,
    used,
    positives: null,
    negatives: null,
    counts: { classes: counts.classes.length },
    excluded: { label_blank: counts.labelBlank, score_blank: counts.predictionBlank, score_not_finite: 0 },
    duplicates: counts.duplicates,
    subjects: counts.subjects,
    threshold: null,
    threshold_source: null,
    flag: evaluation.flag,
    score: null,
    columns: {
      label: evaluation.label ?? null,
      positive: null,
      subject: evaluation.subject ?? null,
      slices: evaluation.slices ?? [],
    },
    collected: first === undefined || first === "" ? null : { first, last: last ?? first },
    matured: evaluation.matured ?? null,
    shelf_life: evaluation.shelf_life ?? null,
    model_version: evaluation.model_version ?? null,
    reported_by: null,
    value_name: null,
    source: source === null ? null : placeOf(source).file,
  };
}
