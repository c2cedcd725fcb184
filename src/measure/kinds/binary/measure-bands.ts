import type { Estimate, Table } from "../../../model/assessment.js";
import type { Cell, SubjectCell } from "../../../model/cell.js";
import { sliceId } from "../../../model/slice-id.js";
import { statedRate } from "../../../model/stated-rate.js";
import { bandedMetrics, outcomeMetrics } from "../../../metrics/bands/all.js";
import type { Banded, BandOutcome } from "../../../metrics/bands/banded.js";
import { missing } from "../../../metrics/metric.js";
import type { Confusion } from "../../../stats/types.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import type { ColumnUse, GroupAnswer, Key } from "../../query/count-query.js";
import { estimatePlace } from "../estimate-place.js";
import { isValue } from "../is-value.js";
import { sliceColumns, sliceValues } from "../slice-columns.js";
import { numbersOf, textReader } from "../../query/read-keys.js";

const level = 0.95;

/** Cases of one band, outcome class and subject. */
interface BandRow {
  readonly band: number;
  readonly positive: boolean;
  readonly subject: number;
  readonly n: number;
}

interface Part {
  readonly id: string;
  readonly rows: readonly BandRow[];
}

/**
 * Decisions in more than two ways: what every outcome holds, over all cases and per slice value.
 *
 * Asked apart from the scores: a score meets a cut as it stands in the file, never through a bin.
 */
export async function measureBands(
  input: EvaluationInput,
): Promise<{ readonly estimates: Estimate[]; readonly tables: Table[] }> {
  const { plan, evaluation } = input;
  const bands = plan.deployment?.bands;
  if (bands === undefined) return { estimates: [], tables: [] };
  const place = { ...estimatePlace(input), threshold: null };
  if (input.source === null || evaluation.score === undefined) {
    const none = [...outcomeMetrics, ...bandedMetrics];
    return { estimates: none.map((metric) => estimateOf(metric, missing("no-scores"), place)), tables: [] };
  }
  const parts = await countBands(input);
  const measured = parts.map((part) => measurePart(input, part, { ...place, slice: part.id }));
  return {
    estimates: measured.flatMap(({ estimates }) => estimates),
    tables: measured.map(({ table }) => table),
  };
}

async function countBands({ plan, evaluation, source, ask }: EvaluationInput): Promise<Part[]> {
  const { label = "", score = "", subject } = evaluation;
  if (source === null) return [];
  const cuts = (plan.deployment?.bands ?? []).flatMap(({ below }) => below ?? []);
  const slices = sliceColumns(evaluation);
  const text = (name: string): ColumnUse => ({ name, as: "text", range: null });
  const columns: ColumnUse[] = [
    text(label),
    { name: score, as: "number", range: evaluation.score_range ?? [0, 1] },
    ...(subject === undefined ? [] : [text(subject)]),
    ...slices.map(({ use }) => use),
  ];
  const keys: Record<string, Key> = {
    label: { key: "text", column: label },
    band: { key: "band", column: score, cuts },
    ...(subject === undefined ? {} : { subject: { key: "text", column: subject } as const }),
  };
  const { groups } = await ask({
    source,
    columns: columns.filter(
      (use, index) => columns.findIndex(({ name, as }) => name === use.name && as === use.as) === index,
    ),
    groups: [{ keys }, ...slices.map(({ key }) => ({ keys: { ...keys, slice: key } }))],
  });
  const [all, ...own] = groups;
  if (all === undefined) throw new Error("An engine left a group unanswered");
  const positive = String(evaluation.positive);
  const rowsOf = (answer: GroupAnswer) => usedRows(answer, positive);
  return [
    { id: "all", rows: rowsOf(all).map(({ row }) => row) },
    ...slices.flatMap((slice, index): Part[] => {
      const answer = own[index] ?? all;
      const used = rowsOf(answer);
      const places = used.map(({ at }) => at);
      const { values, group } = sliceValues(slice, answer.keys.slice, places, source);
      const parts = values.map((value): { id: string; rows: BandRow[] } => ({
        id: sliceId(slice.column, value),
        rows: [],
      }));
      for (const [place, { row }] of used.entries()) parts[group[place] ?? 0]?.rows.push(row);
      return parts;
    }),
  ];
}

/** Groups with a label and a usable score, and their places in the answer. */
function usedRows(answer: GroupAnswer, positive: string): { at: number; row: BandRow }[] {
  const labelOf = textReader(answer, "label");
  const band = numbersOf(answer, "band");
  const subjects = answer.keys.subject?.kind === "text" ? answer.keys.subject.codes : null;
  return Array.from(answer.n, (n, at) => ({ n, at })).flatMap(({ n, at }) => {
    const label = labelOf(at);
    const own = band?.[at] ?? Number.NaN;
    if (label === null || Number.isNaN(own)) return [];
    const row = { band: own, positive: isValue(label, positive), subject: subjects?.[at] ?? -1, n };
    return [{ at, row }];
  });
}

function measurePart(
  { plan, evaluation }: EvaluationInput,
  { id, rows }: Part,
  place: EstimatePlace,
): { estimates: Estimate[]; table: Table } {
  const { bands = [], volume, reviewers } = plan.deployment ?? {};
  const last = bands.length - 1;
  const turned = evaluation.flag === "below";
  const outcomes = bands.map(({ do: name }, band): BandOutcome => {
    const isLowest = band === 0;
    const role = !isLowest && band !== last ? "review" : isLowest === turned ? "stop" : "pass";
    return { name, role, cell: cellOf(rows, band, evaluation.subject !== undefined) };
  });
  const baseRate = statedRate(plan, id);
  const banded: Banded = {
    outcomes,
    baseRate,
    volume: id === "all" ? (volume?.cases ?? null) : null,
    reviewers: { misses: reviewers?.misses ?? null, falseAlarms: reviewers?.false_alarms ?? null },
  };
  const at = { ...place, baseRate: baseRate?.value ?? null };
  // At the stated base rate, and by volume, only where both are stated: over all cases, and slices that have a rate.
  const isAsked = (metric: string): boolean =>
    id === "all" || !(metric === "review-workload" || (baseRate === null && derived.has(metric)));
  const estimates = [
    ...outcomes.flatMap(({ name, cell }) =>
      outcomeMetrics
        .filter((metric) => isAsked(metric.id))
        .map((metric) =>
          estimateOf(
            { ...metric, atBaseRate: derived.has(metric.id) },
            metric.compute({ cell, baseRate }, level),
            { ...at, facet: name },
          ),
        ),
    ),
    ...bandedMetrics
      .filter((metric) => isAsked(metric.id))
      .map((metric) =>
        estimateOf({ ...metric, atBaseRate: derived.has(metric.id) }, metric.compute(banded, level), at),
      ),
  ];
  const table = {
    id: `${place.prefix}bands@${id}`,
    kind: "bands",
    evaluation: place.evaluation,
    slice: id,
    columns: ["positives", "negatives"],
    rows: outcomes.map(({ name, cell }) => ({
      label: name,
      cells: [cell.confusion?.tp ?? 0, cell.confusion?.fp ?? 0],
    })),
  };
  return { estimates, table };
}

/** Metrics that stand on the deployment base rate. */
const derived: ReadonlySet<string> = new Set(["outcome-rate", "straight-through-share", "review-workload"]);

/** Cases of a part; flagged are those in the band. */
function cellOf(rows: readonly BandRow[], band: number, hasSubject: boolean): Cell {
  const confusion = countsOf(rows, band);
  const subjects = new Map<number, BandRow[]>();
  for (const row of hasSubject ? rows : []) {
    const known = subjects.get(row.subject);
    if (known === undefined) subjects.set(row.subject, [row]);
    else known.push(row);
  }
  const ofSubject = (own: readonly BandRow[]): SubjectCell => {
    const counts = countsOf(own, band);
    return { confusion: counts, scores: null, ...sizesOf(counts) };
  };
  const sizes = sizesOf(confusion);
  return {
    n: sizes.positives + sizes.negatives,
    ...sizes,
    confusion,
    scores: null,
    expected: null,
    subjects: hasSubject ? [...subjects.values()].map(ofSubject) : null,
    value: null,
  };
}

function sizesOf({ tp, fn, fp, tn }: Confusion): { positives: number; negatives: number } {
  return { positives: tp + fn, negatives: fp + tn };
}

function countsOf(rows: readonly BandRow[], band: number): Confusion {
  const counts = { tp: 0, fn: 0, fp: 0, tn: 0 };
  for (const row of rows) {
    if (row.positive) counts[row.band === band ? "tp" : "fn"] += row.n;
    else counts[row.band === band ? "fp" : "tn"] += row.n;
  }
  return counts;
}
