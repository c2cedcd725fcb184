import type { Estimate, EvaluationFacts, Slice } from "../../../model/assessment.js";
import type { Cell } from "../../../model/cell.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import { sliceId } from "../../../model/slice-id.js";
import { statedRate } from "../../../model/stated-rate.js";
import { metrics } from "../../../metrics/all.js";
import type { MetricContext } from "../../../metrics/metric.js";
import { countBinary } from "./count-binary.js";
import type { BinaryCounts } from "./count-table.js";
import { nothingMeasured, type EvidenceKind, type MeasuredEvaluation } from "../kind.js";
import { estimatePlace } from "../estimate-place.js";
import { binaryDetails } from "./binary-details.js";
import { budgetFacts } from "./budget-facts.js";
import { buildCells } from "./build-cells.js";
import { calibrationTable } from "./calibration-table.js";
import { compareSlice } from "./compare-slices.js";
import { coverageOf } from "../../coverage-of.js";
import { designEffects } from "./design-effects.js";
import { distributionOf } from "./distribution-of.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import { decisionFacts } from "./decision-facts.js";
import { factsOf } from "./facts-of.js";
import { measureFairness } from "./fairness/measure-fairness.js";
import { overruledEstimate } from "./overruled-estimate.js";
import { measureBands } from "./measure-bands.js";
import { resampleScores } from "./resample-scores.js";
import { reportedEstimates } from "./reported-estimates.js";
import { statedBaseRate } from "../stated-base-rate.js";
import { sliceBaseRate } from "./slice-base-rate.js";
import { thresholdOf } from "./threshold-of.js";

const overallSteps = 1_000;
const sliceSteps = 100;
const level = 0.95;

/** Cases with a label of two values, and a score or a decision. */
export const binary: EvidenceKind = {
  id: "binary",
  summary: "Two classes: what should be flagged and what should not, with a score or a decision per case.",
  measure: async (input) => {
    const { evaluation, source, plan, ask } = input;
    const counts = source === null ? null : await countBinary({ plan, evaluation, source }, ask);
    const measured = measureBinary(input, counts);
    const drawn = { evaluation, facts: measured.facts, level };
    const estimates = await resampleScores(measured.estimates, measured.cells, drawn, input.resample);
    const whole = withBands({ ...measured, estimates }, await measureBands(input), plan);
    const details = await binaryDetails(input, whole);
    const bySubject = evaluation.subject !== undefined;
    const overruled = overruledEstimate(details.overrides ?? [], estimatePlace(input), bySubject);
    const detailed = {
      ...whole,
      estimates: [...whole.estimates, ...overruled],
      details: { ...whole.details, ...details },
    };
    return evaluation.fairness === undefined ? detailed : withFairness(detailed, input);
  },
};

/** The same with the differences between protected groups. */
async function withFairness(
  measured: MeasuredEvaluation,
  input: EvaluationInput,
): Promise<MeasuredEvaluation> {
  const { estimates, tables, slices, axes } = await measureFairness(input);
  const { fairness, subject } = input.evaluation;
  const audit = { axes, leaveOut: fairness?.leave_out ?? 0, bySubject: subject !== undefined };
  return {
    ...measured,
    slices: [...measured.slices, ...slices],
    estimates: [...measured.estimates, ...estimates],
    tables: [...measured.tables, ...tables],
    details: { ...measured.details, audit },
  };
}

/** Where decisions go three ways or more, a share of the flagged is no question: the bands answer it. */
function withBands(
  measured: MeasuredEvaluation,
  { estimates, tables }: Awaited<ReturnType<typeof measureBands>>,
  plan: EvaluationInput["plan"],
): MeasuredEvaluation {
  if (plan.deployment?.bands === undefined) return measured;
  const own = measured.estimates.map((estimate) =>
    estimate.reason === "no-threshold" ? { ...estimate, reason: "several-outcomes" } : estimate,
  );
  return {
    ...measured,
    estimates: [...own, ...estimates],
    tables: [...measured.tables, ...tables],
  };
}

function measureBinary(input: EvaluationInput, counts: BinaryCounts | null): MeasuredEvaluation {
  const { plan, evaluation } = input;
  const place = estimatePlace(input);
  const groups = groupsOf(input, counts);
  const cells = Object.fromEntries(groups.map(({ id, cell }) => [id, withDecisions(cell, id, counts)]));
  const facts = factsOf(input, counts, cells.all ?? emptyCell);
  const contextOf = (slice: string): MetricContext => ({
    level,
    baseRate: statedRate(plan, slice),
    probability: facts.score?.probability ?? false,
    flag: facts.flag,
  });
  const slices = groups.flatMap(({ slice }) => (slice === null ? [] : [slice]));
  const estimates =
    evaluation.rates === undefined
      ? estimatesOf(groups, contextOf, place)
      : reportedEstimates(evaluation.rates, place);
  const stated = groups.flatMap(({ id }) => {
    const rate = statedRate(plan, id);
    return rate === null ? [] : [statedBaseRate(rate.value, { ...place, slice: id })];
  });
  const told = [...estimates, ...stated];
  const pictures = picturesOf(groups, facts, place, thresholdsOf(plan, facts));
  const decision = decisionFacts(input, cells.all ?? emptyCell, facts, place);
  return {
    ...nothingMeasured(facts),
    slices,
    cells,
    scoreMissing: counts?.scoreMissing ?? null,
    estimates: [...told, ...decision.estimates, ...budgetFacts(input, told, place)],
    distributions: pictures.distributions,
    tables: [...pictures.tables, ...decision.tables],
    coverage: coverageOf(
      evaluation,
      slices.filter(({ negated }) => !negated),
    ),
  };
}

/** A cell with its counts at the thresholds of the options, where its scores alone would not give them exactly. */
function withDecisions(cell: Cell, slice: string, counts: BinaryCounts | null): Cell {
  const decisions = counts?.decisions.filter((decision) => decision.slice === slice) ?? [];
  return decisions.length === 0 ? cell : { ...cell, decisions };
}

interface Group {
  readonly id: string;
  readonly slice: Slice | null;
  readonly cell: Cell;
}

const emptyCell: Cell = {
  n: 0,
  positives: 0,
  negatives: 0,
  confusion: null,
  scores: null,
  expected: null,
  subjects: null,
  value: null,
};

/** All cases first, then each slice value followed by its complement. */
function groupsOf({ plan, evaluation }: EvaluationInput, counts: BinaryCounts | null): Group[] {
  if (evaluation.counts !== undefined) {
    const { tp, fn, fp, tn } = evaluation.counts;
    return [
      {
        id: "all",
        slice: null,
        cell: {
          ...emptyCell,
          n: tp + fn + fp + tn,
          positives: tp + fn,
          negatives: fp + tn,
          confusion: evaluation.counts,
        },
      },
    ];
  }
  if (counts === null) return [{ id: "all", slice: null, cell: emptyCell }];
  return counts.tables.flatMap((table) => {
    const pairs = buildCells({
      table,
      hasThreshold: evaluation.prediction !== undefined || thresholdOf(evaluation, plan) !== null,
      hasScore: evaluation.score !== undefined,
      hasSubject: evaluation.subject !== undefined,
      hasValue: evaluation.value !== undefined,
    });
    const { column } = table;
    if (column === null) return pairs.map(({ cell }): Group => ({ id: "all", slice: null, cell }));
    return pairs.flatMap(({ value, cell, complement }) => [
      groupOf(evaluation, column, value, false, cell),
      groupOf(evaluation, column, value, true, complement),
    ]);
  });
}

function groupOf(
  evaluation: EvaluationPlan,
  column: string,
  value: string | null,
  negated: boolean,
  cell: Cell,
): Group {
  const id = sliceId(column, value, negated);
  const { n, positives, negatives } = cell;
  const written = `${column}${negated ? "!=" : "="}${value ?? "(missing)"}`;
  const names = evaluation.names ?? {};
  const slice = {
    id,
    evaluation: evaluation.id,
    column,
    value,
    negated,
    name: names[written] ?? null,
    column_name: names[column] ?? null,
    n,
    positives,
    negatives,
  };
  return { id, slice, cell };
}

function estimatesOf(
  groups: readonly Group[],
  contextOf: (slice: string) => MetricContext,
  place: EstimatePlace,
): Estimate[] {
  const all = groups[0]?.cell ?? emptyCell;
  const of = ({ id, slice, cell }: Group): Estimate[] => {
    const context = contextOf(id);
    return metrics
      .filter(
        ({ scope, atBaseRate }) =>
          slice === null ||
          (atBaseRate && context.baseRate !== null) ||
          (slice.negated ? scope === "complements" : scope !== "all"),
      )
      .filter(({ atBaseRate }) => !atBaseRate || context.baseRate !== null)
      .filter(({ unit }) => unit !== "money" || cell.value !== null)
      .map((metric) =>
        estimateOf(metric, metric.compute(cell, context), {
          ...place,
          slice: id,
          baseRate: context.baseRate?.value ?? null,
        }),
      );
  };
  const byGroup = groups.map((group) => ({ group, estimates: of(group) }));
  const stated = contextOf("all").baseRate?.value ?? null;
  return byGroup.flatMap(({ group, estimates }, index) => {
    const next = byGroup[index + 1];
    const paired = group.slice !== null && !group.slice.negated && next !== undefined;
    if (!paired || next.group.cell.n === 0) return estimates;
    return [
      ...estimates,
      ...compareSlice(
        estimates,
        next.estimates,
        { ...place, slice: group.id },
        group.cell.n / all.n,
        contextOf(group.id).baseRate?.value ?? sliceBaseRate(group.cell, all, stated),
      ),
    ];
  });
}

/** Thresholds whose counts a page may tell exactly: the one in use first, then those of the options. */
function thresholdsOf(plan: EvaluationInput["plan"], { threshold }: EvaluationFacts): number[] {
  const asked = (plan.documents ?? []).flatMap(({ options }) => options ?? []);
  return [threshold, ...asked.map((option) => option.threshold)].filter((one) => typeof one === "number");
}

function picturesOf(
  groups: readonly Group[],
  facts: EvaluationFacts,
  place: EstimatePlace,
  thresholds: readonly number[],
) {
  const { score } = facts;
  const shown =
    score === null ? [] : groups.filter(({ slice, cell }) => slice?.negated !== true && cell.scores !== null);
  const range = [score?.low ?? 0, score?.high ?? 1] as const;
  const distributions = shown.map(({ id, slice, cell }) => {
    const steps = slice === null ? overallSteps : sliceSteps;
    const bins = distributionOf(cell.scores ?? [], range, steps, thresholds);
    const effects = designEffects(cell.subjects, bins.edges);
    return {
      id: `${place.prefix}scores@${id}`,
      evaluation: place.evaluation,
      slice: id,
      ...bins,
      ...(effects === null ? {} : { design_effect: effects }),
    };
  });
  const tables = shown
    .filter(({ slice }) => slice === null && score?.probability === true)
    .map(({ id, cell }) =>
      calibrationTable(cell.scores ?? [], {
        id: `${place.prefix}calibration@${id}`,
        evaluation: place.evaluation,
        slice: id,
      }),
    );
  return { distributions, tables };
}
