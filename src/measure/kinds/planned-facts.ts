import type { EvaluationFacts } from "../../model/assessment.js";
import type { EvaluationInput } from "../evaluation-input.js";
import { placeOf } from "../place-of.js";

/** What only a kind of evidence can say of an evaluation. */
export type Counted = Pick<EvaluationFacts, "rows" | "used" | "positives" | "negatives" | "excluded"> &
  Partial<EvaluationFacts>;

/**
 * Facts of an evaluation: what the plan says of it, and what its kind counted.
 *
 * A kind that knows more (a threshold, a score, subjects, a basis other than rows) says so in `counted`.
 */
export function plannedFacts({ evaluation, source }: EvaluationInput, counted: Counted): EvaluationFacts {
  const [first, last] = (evaluation.collected ?? "").split("/");
  return {
    id: evaluation.id,
    title: evaluation.title ?? null,
    task: evaluation.task,
    kind: evaluation.kind ?? null,
    basis: "rows",
    duplicates: null,
    subjects: null,
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
    ...counted,
  };
}

/** The columns of the plan with the value of the label that is flagged. */
export function columnsWithPositive({ evaluation }: EvaluationInput): EvaluationFacts["columns"] {
  const { label, positive, subject, slices } = evaluation;
  return {
    label: label ?? null,
    positive: positive === undefined ? null : String(positive),
    subject: subject ?? null,
    slices: slices ?? [],
  };
}
