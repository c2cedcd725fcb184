import type { Assessment, Estimate, EvaluationFacts, Slice } from "../model/assessment.js";
import type { Cell } from "../model/cell.js";
import type { EvaluationPlan, Plan } from "../model/plan.js";
import type { EvidenceFile } from "../model/project.js";
import { sliceId, sliceIdFromText } from "../model/slice-id.js";
import { metrics } from "../metrics/all.js";
import type { MetricContext } from "../metrics/metric.js";
import { buildCells } from "./build-cells.js";
import { calibrationTable } from "./calibration-table.js";
import { compareSlice } from "./compare-slices.js";
import { coverageOf } from "./coverage-of.js";
import { distributionOf } from "./distribution-of.js";
import { estimateOf, type EstimatePlace } from "./estimate.js";
import type { EvidenceCounts } from "./evidence-job.js";
import { reportedEstimates } from "./reported-estimates.js";

/** Everything measured on one body of evidence. */
export interface MeasuredEvaluation {
  readonly facts: EvaluationFacts;
  readonly slices: readonly Slice[];
  readonly cells: Readonly<Record<string, Cell>>;
  readonly estimates: readonly Estimate[];
  readonly distributions: Assessment["distributions"];
  readonly tables: Assessment["tables"];
  readonly coverage: Assessment["coverage"];
}

export interface EvaluationInput {
  readonly plan: Plan;
  readonly evaluation: EvaluationPlan;
  /** Null for counts and rates, which need no file. */
  readonly file: EvidenceFile | null;
  readonly counts: EvidenceCounts | null;
}

const overallSteps = 1_000;
const sliceSteps = 100;
const level = 0.95;

export function measureEvaluation(input: EvaluationInput): MeasuredEvaluation {
  const { plan, evaluation, file } = input;
  const baseRate = statedRate(plan, "all");
  const place: EstimatePlace = {
    evaluation: evaluation.id,
    prefix: plan.evaluations.length > 1 ? `${evaluation.id}/` : "",
    slice: "all",
    threshold: thresholdOf(evaluation, plan),
    baseRate: baseRate?.value ?? null,
    evidence: file?.sha256.slice(0, 12) ?? "plan",
  };
  const groups = groupsOf(input);
  const cells = Object.fromEntries(groups.map(({ id, cell }) => [id, cell]));
  const facts = factsOf(input, cells.all ?? emptyCell);
  const contextOf = (slice: string): MetricContext => ({
    level,
    baseRate: statedRate(plan, slice),
    probability: facts.score?.probability ?? false,
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
  return {
    facts,
    slices,
    cells,
    estimates: [...estimates, ...stated],
    ...picturesOf(groups, facts, place),
    coverage: coverageOf(
      evaluation,
      slices.filter(({ negated }) => !negated),
    ),
  };
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
  subjects: null,
  value: null,
};

/** All cases first, then each slice value followed by its complement. */
function groupsOf({ plan, evaluation, counts }: EvaluationInput): Group[] {
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
  const baseRate = contextOf("all").baseRate?.value ?? (all.n === 0 ? 0 : all.positives / all.n);
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
        baseRate,
      ),
    ];
  });
}

/** The plan's own number as an estimate, so that sentences can point at it. It never gains an interval. */
function statedBaseRate(value: number, place: EstimatePlace): Estimate {
  const measured = {
    value,
    reason: "stated",
    numerator: null,
    denominator: null,
    n: 0,
    nEffective: null,
    interval: null,
    baseline: null,
  };
  return {
    ...estimateOf(
      { id: "deployment-base-rate", of: "cases", unit: "share", origin: "measured" },
      measured,
      place,
    ),
    origin: "reported",
    evidence: "plan",
    threshold: null,
  };
}

function picturesOf(groups: readonly Group[], facts: EvaluationFacts, place: EstimatePlace) {
  const { score } = facts;
  const shown =
    score === null ? [] : groups.filter(({ slice, cell }) => slice?.negated !== true && cell.scores !== null);
  const range = [score?.low ?? 0, score?.high ?? 1] as const;
  const distributions = shown.map(({ id, slice, cell }) => ({
    id: `${place.prefix}scores@${id}`,
    evaluation: place.evaluation,
    slice: id,
    ...distributionOf(cell.scores ?? [], range, slice === null ? overallSteps : sliceSteps),
  }));
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

function factsOf({ plan, evaluation, file, counts }: EvaluationInput, all: Cell): EvaluationFacts {
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
    source: file?.path ?? null,
  };
}

function thresholdOf(evaluation: EvaluationPlan, plan: Plan): number | null {
  if (evaluation.score === undefined && evaluation.data !== undefined) return null; // Hard decisions have none.
  return evaluation.threshold ?? plan.deployment?.threshold ?? null;
}

/** Stated base rate of all cases, or of one slice; null when the plan gives none for it. */
function statedRate(plan: Plan, slice: string): MetricContext["baseRate"] {
  const given = plan.deployment?.base_rate;
  if (given === undefined) return null;
  if (slice === "all")
    return typeof given === "number"
      ? { value: given, low: given, high: given }
      : { value: given.value, low: given.low ?? given.value, high: given.high ?? given.value };
  const own =
    typeof given === "number"
      ? undefined
      : Object.entries(given.slices ?? {}).find(([text]) => sliceIdFromText(text) === slice)?.[1];
  return own === undefined ? null : { value: own, low: own, high: own };
}
