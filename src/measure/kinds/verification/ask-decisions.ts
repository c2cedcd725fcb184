import type { EvaluationPlan } from "../../../model/plan.js";
import type { ComparisonPart } from "../../../metrics/verification/comparisons.js";
import { classCounts } from "../../../stats/class-counts.js";
import type { ScoreTable } from "../../../stats/types.js";
import { thresholdAtFmr } from "../../../stats/threshold-at-fmr.js";
import type { Ask, ColumnUse, GroupAnswer, Key } from "../../query/count-query.js";
import { thresholdOf } from "../binary/threshold-of.js";
import { sliceColumns, sliceValues, type SliceColumn } from "../slice-columns.js";
import { genuineReader, scoreColumns, type VerificationQuestion } from "./ask-scores.js";
import { checkIds } from "./check-ids.js";
import { demographicParts, demographicsOf, type Demographic } from "./demographic-parts.js";
import { emptyPart, partsOf, type PartReader } from "./parts-of.js";
import type { SliceCounts, TargetCounts, VerificationCounts } from "./verification-counts.js";

type Decisions = Pick<VerificationCounts, "all" | "targets" | "slices" | "demographics">;

/** Above this many rows, people are counted on either side by themselves instead of pair by pair. */
const mostPairs = 250_000;

/**
 * Asks for every decision by the people compared, over all comparisons and per slice and group. Scores meet a
 * threshold in the engine, as doubles.
 *
 * @param scores - from the first question: the threshold of an FMR target is one of them
 * @throws UserError where label and ids contradict each other
 */
export async function askDecisions(
  question: VerificationQuestion,
  scores: ScoreTable,
  ask: Ask,
): Promise<Decisions> {
  const { evaluation, plan, source } = question;
  const wanted = (evaluation.fmr_targets ?? []).map((target, index) => {
    const found = thresholdAtFmr(scores, target);
    return { target, found, name: `target${index}`, threshold: found?.point?.threshold ?? null };
  });
  const inUse = { name: "accepted", threshold: thresholdOf(evaluation, plan) };
  const slices = sliceColumns(evaluation);
  const demographics = demographicsOf(evaluation);
  const sides = sidesOf(evaluation, classCounts(scores).n);
  const own: Record<string, Key>[] = [
    acceptedKeys(evaluation, wanted),
    ...slices.map((slice) => ({ slice: slice.key })),
    ...demographics.map(groupKeys),
  ];
  const common = { ...rowKeys(evaluation), ...acceptedKeys(evaluation, [inUse]) };
  const { groups } = await ask({
    source,
    columns: columnsOf(evaluation, slices, demographics),
    groups: own.flatMap((keys) => sides.map((side) => ({ keys: { ...keys, ...side, ...common } }))),
  });
  const answersOf = (index: number): GroupAnswer[] =>
    groups.slice(index * sides.length, (index + 1) * sides.length);
  checkIds(answersOf(0), question);
  const people = evaluation.subjects === undefined ? null : new Map<string, number>();
  const readerAt =
    ({ name, threshold }: Threshold) =>
    (answer: GroupAnswer): Omit<PartReader, "partOf"> => ({
      isGenuine: genuineReader(answer, evaluation),
      accepted: threshold === null ? null : name,
      people,
    });
  const whole = (at: Threshold): ComparisonPart => {
    const parts = partsOf(answersOf(0), (answer) => ({ ...readerAt(at)(answer), partOf: () => "all" }));
    return parts.get("all") ?? emptyPart({ people, accepted: at.threshold === null ? null : at.name });
  };
  return {
    all: whole(inUse),
    targets: wanted.map(({ target, found, ...at }): TargetCounts => ({
      target,
      found,
      part: at.threshold === null ? null : whole(at),
    })),
    slices: slices.flatMap((slice, index) =>
      sliceParts(answersOf(1 + index), slice, question, readerAt(inUse)),
    ),
    demographics: demographics.map((demographic, index) =>
      demographicParts(answersOf(1 + slices.length + index), demographic, readerAt(inUse)),
    ),
  };
}

/** Keys that tell people apart: of both sides together, or of one side after the other where pairs are too many. */
function sidesOf({ subjects }: EvaluationPlan, rows: number): Record<string, Key>[] {
  if (subjects === undefined) return [{}];
  const probe: Record<string, Key> = { probe: { key: "text", column: subjects.probe } };
  const reference: Record<string, Key> = { reference: { key: "text", column: subjects.reference } };
  return rows > mostPairs ? [probe, reference] : [{ ...probe, ...reference }];
}

function groupKeys({ probe, reference }: Demographic): Record<string, Key> {
  return {
    probeGroup: { key: "text", column: probe },
    referenceGroup: { key: "text", column: reference },
  };
}

interface Threshold {
  readonly name: string;
  readonly threshold: number | null;
}

function rowKeys({ label = "", score = "" }: EvaluationPlan): Record<string, Key> {
  return { label: { key: "text", column: label }, status: { key: "status", column: score } };
}

function acceptedKeys({ score = "" }: EvaluationPlan, thresholds: readonly Threshold[]): Record<string, Key> {
  return Object.fromEntries(
    thresholds.flatMap(({ name, threshold }): [string, Key][] =>
      threshold === null ? [] : [[name, { key: "flagged", column: score, threshold, flag: "at-or-above" }]],
    ),
  );
}

function columnsOf(
  evaluation: EvaluationPlan,
  slices: readonly SliceColumn[],
  demographics: readonly Demographic[],
): ColumnUse[] {
  const { subjects } = evaluation;
  const texts = [
    ...(subjects === undefined ? [] : [subjects.probe, subjects.reference]),
    ...demographics.flatMap(({ probe, reference }) => [probe, reference]),
  ];
  const all: ColumnUse[] = [
    ...scoreColumns(evaluation),
    ...texts.map((name): ColumnUse => ({ name, as: "text", range: null })),
    ...slices.map(({ use }) => use),
  ];
  return all.filter(
    (use, index) => all.findIndex(({ name, as }) => name === use.name && as === use.as) === index,
  );
}

function sliceParts(
  answers: readonly GroupAnswer[],
  slice: SliceColumn,
  { source }: VerificationQuestion,
  readerOf: (answer: GroupAnswer) => Omit<PartReader, "partOf">,
): SliceCounts[] {
  const found = new Map<string, string | null>();
  const parts = partsOf(answers, (answer) => {
    const rows = Array.from(answer.n, (_, row) => row);
    const { values, group } = sliceValues(slice, answer.keys.slice, rows, source);
    const nameAt = (place: number): string => (values[place] == null ? "?" : `=${values[place]}`);
    values.forEach((value, place) => found.set(nameAt(place), value));
    return { ...readerOf(answer), partOf: (row) => nameAt(group[row] ?? 0) };
  });
  return [...found].flatMap(([name, value]) => {
    const part = parts.get(name);
    return part === undefined ? [] : [{ column: slice.column, value, part }];
  });
}
