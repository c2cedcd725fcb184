import type { EvaluationFacts } from "../../../model/assessment.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import { plannedFacts } from "../planned-facts.js";
import type { ClassCounts } from "./class-counts.js";

/** What is known of an evaluation with many classes before anything is measured. */
export function classFacts(input: EvaluationInput, counts: ClassCounts, used: number): EvaluationFacts {
  return plannedFacts(input, {
    rows: counts.rows,
    used,
    positives: null,
    negatives: null,
    counts: { classes: counts.classes.length },
    excluded: { label_blank: counts.labelBlank, score_blank: counts.predictionBlank, score_not_finite: 0 },
    duplicates: counts.duplicates,
    subjects: counts.subjects,
  });
}
