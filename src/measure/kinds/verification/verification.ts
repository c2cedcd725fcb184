import type { ComparisonPart } from "../../../metrics/verification/comparisons.js";
import { subjectsOf } from "../../../metrics/verification/comparisons.js";
import {
  effectiveCounts,
  groupRatio,
  type ErrorKind,
  type GroupRates,
} from "../../../metrics/verification/group-rates.js";
import type { EvaluationFacts, Slice, Table } from "../../../model/assessment.js";
import type { Cell } from "../../../model/cell.js";
import type { GroupContrast, VerificationDetails } from "../../../model/verification-details.js";
import { sliceId } from "../../../model/slice-id.js";
import { rateRatioP } from "../../../stats/rate-ratio-p.js";
import { coverageOf } from "../../coverage-of.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import { distributionOf } from "../binary/distribution-of.js";
import { factsOf as binaryFactsOf } from "../binary/facts-of.js";
import { estimatePlace } from "../estimate-place.js";
import { nothingMeasured, type EvidenceKind, type MeasuredEvaluation } from "../kind.js";
import { claimsTable } from "./claims-table.js";
import { countVerification } from "./count-verification.js";
import { detTable } from "./det-table.js";
import { targetsTable } from "./targets-table.js";
import type { VerificationCounts } from "./verification-counts.js";
import {
  demographicEstimates,
  errorRates,
  level,
  overallEstimates,
  rateEstimates,
  targetEstimates,
} from "./verification-estimates.js";

const scoreSteps = 1_000;

/** Nothing is counted yet where the common facts are asked for. */
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

/** Comparisons of two samples, said to be of one person. */
export const verification: EvidenceKind = {
  id: "verification",
  summary:
    "1:1 comparisons of biometric samples: genuine or impostor, with a score; accepted at or above a threshold.",
  measure: async (input) => {
    const { evaluation, source, plan, ask } = input;
    // The check of the plan lets no verification without rows through.
    if (source === null) throw new Error(`Evaluation ${evaluation.id} has no rows`);
    return measureVerification(input, await countVerification({ plan, evaluation, source }, ask));
  },
};

function measureVerification(input: EvaluationInput, counts: VerificationCounts): MeasuredEvaluation {
  const { evaluation } = input;
  const place = estimatePlace(input);
  const rates = errorRates(counts.all);
  const failures = failuresOf(input);
  const parts = counts.slices.map((slice) => ({ ...slice, rates: errorRates(slice.part) }));
  const demographics = counts.demographics.map((demographic) => ({
    ...demographic,
    groups: demographic.within.map(({ value, part }): GroupRates => ({ value, ...errorRates(part) })),
  }));
  const slices = [
    ...parts.map(({ column, value, part }) => sliceOf(input, column, value, part)),
    ...demographics.flatMap(({ name, within }) =>
      within.map(({ value, part }) => sliceOf(input, name, value, part)),
    ),
  ];
  return {
    ...nothingMeasured(factsOf(input, counts)),
    slices,
    estimates: [
      ...rateEstimates(rates, place),
      ...overallEstimates(counts, { ...rates, ...failures }, place),
      ...targetEstimates(counts.targets, place),
      ...parts.flatMap((part) =>
        rateEstimates(part.rates, { ...place, slice: sliceId(part.column, part.value) }),
      ),
      ...demographics.flatMap((demographic) => demographicEstimates(demographic, demographic.groups, place)),
    ],
    distributions: distributionsOf(counts, place),
    tables: tablesOf(counts, rates, place),
    coverage: coverageOf(evaluation, slices),
    details: { verification: detailsOf(demographics) },
  };
}

function failuresOf({ evaluation: { fta, fte } }: EvaluationInput) {
  return {
    fta: fta === undefined ? null : { failed: fta.failures, of: fta.attempts },
    fte: fte === undefined ? null : { failed: fte.failures, of: fte.subjects },
  };
}

function sliceOf(
  { evaluation }: EvaluationInput,
  column: string,
  value: string | null,
  part: ComparisonPart,
): Slice {
  const names = evaluation.names ?? {};
  const [positives, negatives] = [part.genuine.trials, part.impostor.trials];
  return {
    id: sliceId(column, value),
    evaluation: evaluation.id,
    column,
    value,
    negated: false,
    name: names[`${column}=${value ?? "(missing)"}`] ?? null,
    column_name: names[column] ?? null,
    n: positives + negatives,
    positives,
    negatives,
  };
}

interface Place {
  readonly evaluation: string;
  readonly prefix: string;
}

function distributionsOf({ scores, range }: VerificationCounts, { evaluation, prefix }: Place) {
  const [low, high] = range;
  if (!(high > low)) return [];
  return [
    { id: `${prefix}scores@all`, evaluation, slice: "all", ...distributionOf(scores, range, scoreSteps) },
  ];
}

function tablesOf(
  { scores, targets, all }: VerificationCounts,
  rates: ReturnType<typeof errorRates>,
  { evaluation, prefix }: Place,
): Table[] {
  const named = (name: string) => ({ id: `${prefix}${name}@all`, evaluation, slice: "all" });
  const claims = claimsTable(
    [
      { metric: "fmr", rate: rates.fmr, comparisons: all.impostor },
      { metric: "fnmr", rate: rates.fnmr, comparisons: all.genuine },
    ],
    named("claims"),
  );
  return [
    detTable(scores, named("det")),
    claims,
    targetsTable(targets, all.impostor.trials, named("fmr-targets")),
  ].filter((table) => table !== null);
}

type MeasuredGroups = readonly { readonly name: string; readonly groups: readonly GroupRates[] }[];

function detailsOf(demographics: MeasuredGroups): VerificationDetails {
  return {
    attributes: demographics.map(({ name }) => name),
    ratios: demographics.flatMap(({ name, groups }) =>
      (["fmr", "fnmr"] as const).flatMap((metric) => contrastOf(name, groups, metric) ?? []),
    ),
  };
}

function contrastOf(
  attribute: string,
  groups: readonly GroupRates[],
  metric: ErrorKind,
): GroupContrast | null {
  const ratio = groupRatio(groups, metric, level);
  const [worst, best] = [groups[ratio?.worst ?? -1], groups[ratio?.best ?? -1]];
  if (ratio === null || worst === undefined || best === undefined) return null;
  const [own, other] = [effectiveCounts(worst[metric]), effectiveCounts(best[metric])];
  const pairs = (groups.length * (groups.length - 1)) / 2;
  const p = Math.min(1, pairs * rateRatioP(own.errors, own.trials, other.errors, other.trials));
  return { attribute, metric, worst: worst.value, best: best.value, low: ratio.low, p };
}

function factsOf(input: EvaluationInput, counts: VerificationCounts): EvaluationFacts {
  const { evaluation } = input;
  const { genuine, impostor } = counts.all;
  const subjects = subjectsOf(genuine, impostor);
  const [low, high] = evaluation.score_range ?? counts.range;
  const { fta, fte } = failuresOf(input);
  return {
    ...commonFacts(input),
    rows: counts.rows,
    used: counts.used,
    positives: genuine.trials,
    negatives: impostor.trials,
    counts: {
      "genuine-comparisons": genuine.trials,
      "impostor-comparisons": impostor.trials,
      ...(fta === null ? {} : { attempts: fta.of }),
      ...(fte === null ? {} : { "enrolment-attempts": fte.of }),
    },
    excluded: {
      label_blank: counts.labelBlank,
      score_blank: counts.scoreBlank,
      score_not_finite: counts.scoreNotFinite,
    },
    duplicates: counts.duplicates,
    subjects,
    score: { column: evaluation.score ?? "", low, high, probability: false },
  };
}

/** What is known before anything is counted. */
function commonFacts(input: EvaluationInput): EvaluationFacts {
  const { evaluation } = input;
  const facts = binaryFactsOf(input, null, emptyCell);
  const slices = [...(evaluation.slices ?? []), ...Object.keys(evaluation.demographics ?? {})];
  return { ...facts, columns: { ...facts.columns, slices } };
}
