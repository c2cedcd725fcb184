import type { EvaluationFacts } from "../../../model/assessment.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import { columnsWithPositive, plannedFacts } from "../planned-facts.js";
import type { ModelPlan } from "./count-comparison.js";
import type { JointCounts } from "./joint-counts.js";
import { pairFacet, pairsOf } from "./pair-of.js";

/** Where a comparison comes from, how many rows every model decided, and what is left out. */
export function comparisonFacts(input: EvaluationInput, counts: JointCounts): EvaluationFacts {
  const used = counts.all.reduce((sum, { n }) => sum + n, 0);
  const positives = counts.all.reduce((sum, { n, positive }) => sum + (positive ? n : 0), 0);
  return plannedFacts(input, {
    rows: counts.rows,
    used,
    positives,
    negatives: used - positives,
    facet_names: facetNames(input.evaluation.models ?? []),
    excluded: {
      label_blank: counts.labelBlank,
      score_blank: counts.undecided,
      score_not_finite: counts.scoreNotFinite,
    },
    duplicates: counts.duplicates,
    subjects: counts.subjects,
    columns: columnsWithPositive(input),
  });
}

/** The author's names of the models, and of each two of them. */
function facetNames(models: readonly ModelPlan[]): Record<string, string> {
  const nameOf = (place: number): string => models[place]?.name ?? models[place]?.id ?? "";
  const both = pairsOf(models).map(([a, b]) => [pairFacet(models, [a, b]), `${nameOf(a)} / ${nameOf(b)}`]);
  return Object.fromEntries([...models.map(({ id }, place) => [id, nameOf(place)]), ...both]) as Record<
    string,
    string
  >;
}
