import type { EvaluationFacts } from "../../../model/assessment.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import { placeOf } from "../../place-of.js";
import type { ModelPlan } from "./count-comparison.js";
import type { JointCounts } from "./joint-counts.js";
import { pairFacet, pairsOf } from "./pair-of.js";

/** Where a comparison comes from, how many rows every model decided, and what is left out. */
export function comparisonFacts(
  { evaluation, source }: EvaluationInput,
  counts: JointCounts,
): EvaluationFacts {
  const [first, last] = (evaluation.collected ?? "").split("/");
  const used = counts.all.reduce((sum, { n }) => sum + n, 0);
  const positives = counts.all.reduce((sum, { n, positive }) => sum + (positive ? n : 0), 0);
  return {
    id: evaluation.id,
    title: evaluation.title ?? null,
    task: evaluation.task,
    kind: evaluation.kind ?? null,
    basis: "rows",
    rows: counts.rows,
    used,
    positives,
    negatives: used - positives,
    facet_names: facetNames(evaluation.models ?? []),
    excluded: {
      label_blank: counts.labelBlank,
      score_blank: counts.undecided,
      score_not_finite: counts.scoreNotFinite,
    },
    duplicates: counts.duplicates,
    subjects: counts.subjects,
    threshold: null,
    threshold_source: null,
    flag: evaluation.flag,
    score: null,
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
    reported_by: null,
    value_name: null,
    source: source === null ? null : placeOf(source).file,
  };
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
