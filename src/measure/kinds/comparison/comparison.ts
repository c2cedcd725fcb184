import type { Estimate, Slice } from "../../../model/assessment.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import { sliceId } from "../../../model/slice-id.js";
import { statedRate } from "../../../model/stated-rate.js";
import { pairMetrics } from "../../../metrics/comparison/all.js";
import { coverageOf } from "../../coverage-of.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import { estimatePlace } from "../estimate-place.js";
import { nothingMeasured, type EvidenceKind, type MeasuredEvaluation } from "../kind.js";
import { comparisonFacts } from "./comparison-facts.js";
import { countComparison, type ModelPlan } from "./count-comparison.js";
import { discordanceTable } from "./discordance-table.js";
import type { JointCounts, JointGroup } from "./joint-counts.js";
import { modelEstimates } from "./model-estimates.js";
import { pairFacet, pairOf, pairsOf } from "./pair-of.js";
import { rankingEstimates } from "./ranking-estimates.js";

const level = 0.95;

/** Two or more models that judged the same rows. */
export const comparison: EvidenceKind = {
  id: "comparison",
  summary:
    "Two or more models that judged the same rows: which is right more often, and whether it is clear.",
  measure: async (input) => {
    const { evaluation, source, ask } = input;
    const { models } = evaluation;
    if (source === null || models === undefined) throw new Error("The plan was not checked");
    const question = { evaluation, models, source };
    const counts = await countComparison(question, ask);
    const ranking = await rankingEstimates(question, estimatePlace(input), ask);
    return measureComparison(input, models, counts, ranking);
  },
};

/** All cases, or those of one slice value. */
interface Part {
  readonly id: string;
  readonly slice: Slice | null;
  readonly groups: readonly JointGroup[];
}

function measureComparison(
  input: EvaluationInput,
  models: readonly ModelPlan[],
  counts: JointCounts,
  ranking: readonly Estimate[],
): MeasuredEvaluation {
  const { evaluation, plan } = input;
  const place = estimatePlace(input);
  const bySubject = evaluation.subject !== undefined;
  const parts = partsOf(evaluation, counts);
  const slices = parts.flatMap(({ slice }) => (slice === null ? [] : [slice]));
  const pairs = pairsOf(models);
  // The interval that gives a verdict holds for all pairs together, and in the slices for all slices, too.
  const overall = 1 - (1 - level) / pairs.length;
  const inSlices = 1 - (1 - overall) / Math.max(1, slices.length);
  const measured = parts.map(({ id, slice, groups }) => {
    const own = { ...place, slice: id };
    return {
      estimates: [
        ...modelEstimates(models, groups, { place: own, level, baseRate: statedRate(plan, id), bySubject }),
        ...pairs.flatMap(([a, b]) =>
          pairEstimates(groups, [a, b], models, own, slice === null ? overall : inSlices, bySubject),
        ),
      ],
      tables: pairs.map((pair) =>
        discordanceTable(pairOf(groups, pair, bySubject), pairFacet(models, pair), own),
      ),
    };
  });
  return {
    ...nothingMeasured(comparisonFacts(input, counts)),
    slices,
    estimates: [...measured.flatMap(({ estimates }) => estimates), ...ranking, ...statedCosts(models, place)],
    tables: measured.flatMap(({ tables }) => tables),
    coverage: coverageOf(evaluation, slices),
  };
}

function partsOf(evaluation: EvaluationPlan, counts: JointCounts): Part[] {
  const names = evaluation.names ?? {};
  const ofSlices = counts.slices
    .filter(({ groups }) => groups.length > 0)
    .map(({ column, value, groups }): Part => {
      const id = sliceId(column, value);
      const positives = groups.reduce((sum, { positive, n }) => sum + (positive ? n : 0), 0);
      const n = groups.reduce((sum, group) => sum + group.n, 0);
      const slice = {
        id,
        evaluation: evaluation.id,
        column,
        value,
        negated: false,
        name: names[`${column}=${value ?? "(missing)"}`] ?? null,
        column_name: names[column] ?? null,
        n,
        positives,
        negatives: n - positives,
      };
      return { id, slice, groups };
    });
  return [{ id: "all", slice: null, groups: counts.all }, ...ofSlices];
}

function pairEstimates(
  groups: readonly JointGroup[],
  pair: readonly [number, number],
  models: readonly ModelPlan[],
  place: EstimatePlace,
  confidence: number,
  bySubject: boolean,
): Estimate[] {
  const counted = pairOf(groups, pair, bySubject);
  const facet = pairFacet(models, pair);
  return (
    pairMetrics
      // Two thousand draws for every slice would say little that Newcombe's interval does not.
      .filter(({ id }) => place.slice === "all" || !id.startsWith("bootstrap-"))
      .map((metric) => estimateOf(metric, metric.compute(counted, confidence), { ...place, facet }))
  );
}

/** What the author says a model costs: nobody measured it here. */
function statedCosts(models: readonly ModelPlan[], place: EstimatePlace): Estimate[] {
  return models.flatMap(({ id, cost_per_1000: cost }) =>
    cost === undefined
      ? []
      : [
          {
            ...estimateOf(
              { id: "cost-per-1000", of: "cases", unit: "money", origin: "measured" },
              {
                value: cost,
                reason: "stated",
                numerator: null,
                denominator: null,
                n: 0,
                nEffective: null,
                interval: null,
                baseline: null,
              },
              { ...place, facet: id },
            ),
            origin: "reported" as const,
            evidence: "plan",
          },
        ],
  );
}
