import type { EvaluationFacts } from "../../../model/assessment.js";
import type { Cell } from "../../../model/cell.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import { columnsWithPositive } from "../planned-facts.js";
import { rowFacts } from "../row-facts.js";
import type { BinaryCounts } from "./count-table.js";

/** What is known of an evaluation before anything is measured: where it comes from, how many, what is left out. */
export function factsOf(input: EvaluationInput, counts: BinaryCounts | null, all: Cell): EvaluationFacts {
  const { evaluation } = input;
  const facts = rowFacts(input, {
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
    columns: columnsWithPositive(input),
    reported_by: evaluation.reported_by ?? null,
    value_name: evaluation.value === undefined ? null : (evaluation.value_name ?? evaluation.value),
  });
  const { score, flag } = facts;
  if (score === null) return facts;
  return {
    ...facts,
    score: { ...score, probability: score.low === 0 && score.high === 1 && flag === "at-or-above" },
  };
}
