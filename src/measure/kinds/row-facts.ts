import type { EvaluationFacts } from "../../model/assessment.js";
import type { EvaluationInput } from "../evaluation-input.js";
import { placeOf } from "../place-of.js";
import { thresholdOf } from "./binary/threshold-of.js";

/** What a kind of evidence counted before it measured anything. */
export type RowCounts = Pick<EvaluationFacts, "rows" | "used" | "positives" | "negatives" | "excluded">;

/** Facts of an evaluation with rows: what the plan says of it, and what was counted. */
export function rowFacts({ plan, evaluation, source }: EvaluationInput, counts: RowCounts): EvaluationFacts {
  const [low, high] = evaluation.score_range ?? [0, 1];
  const [first, last] = (evaluation.collected ?? "").split("/");
  return {
    id: evaluation.id,
    title: evaluation.title ?? null,
    task: evaluation.task,
    kind: evaluation.kind ?? null,
    basis: "rows",
    ...counts,
    duplicates: null,
    subjects: null,
    threshold: thresholdOf(evaluation, plan),
    threshold_source: evaluation.threshold_source ?? null,
    flag: evaluation.flag,
    score:
      evaluation.score === undefined ? null : { column: evaluation.score, low, high, probability: false },
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
