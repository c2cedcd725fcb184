import { UserError } from "../../../errors.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import type { ScoreTable } from "../../../stats/types.js";
import { thresholdAtFmr } from "../../../stats/threshold-at-fmr.js";
import { placeOf } from "../../place-of.js";
import type { Ask, ColumnUse, GroupAnswer, Key } from "../../query/count-query.js";
import { textReader } from "../../query/read-keys.js";
import { thresholdOf } from "../binary/threshold-of.js";
import { sliceColumns, sliceValues, type SliceColumn } from "../slice-columns.js";
import { genuineReader, scoreColumns, type VerificationQuestion } from "./ask-scores.js";
import { demographicParts, demographicsOf, type Demographic } from "./demographic-parts.js";
import { emptyPart, partsOf, type PartReader } from "./parts-of.js";
import type { SliceCounts, TargetCounts, VerificationCounts } from "./verification-counts.js";

type Decisions = Pick<VerificationCounts, "all" | "targets" | "slices" | "demographics">;

/**
 * Asks for every decision by pair of people, over all comparisons and per slice and group. Scores meet a threshold in
 * the engine, as doubles.
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
  const common = { ...pairKeys(evaluation), ...acceptedKeys(evaluation, [inUse]) };
  const { groups } = await ask({
    source,
    columns: columnsOf(evaluation, slices, demographics),
    groups: [
      { keys: { ...common, ...acceptedKeys(evaluation, wanted) } },
      ...slices.map((slice) => ({ keys: { slice: slice.key, ...common } })),
      ...demographics.map(({ probe, reference }) => ({
        keys: {
          probeGroup: { key: "text", column: probe } as const,
          referenceGroup: { key: "text", column: reference } as const,
          ...common,
        },
      })),
    ],
  });
  const people = evaluation.subjects === undefined ? null : new Map<string, number>();
  const readerOf = (answer: GroupAnswer, { name, threshold }: Threshold): Omit<PartReader, "partOf"> => ({
    isGenuine: genuineReader(answer, evaluation),
    accepted: threshold === null ? null : name,
    people,
  });
  const [base, ...others] = groups;
  if (base === undefined) throw new Error("An engine left a group unanswered");
  checkIds(base, question);
  const whole = (at: Threshold) => {
    const reader = readerOf(base, at);
    return partsOf(base, { ...reader, partOf: () => "all" }).get("all") ?? emptyPart(reader);
  };
  const sliced = others.slice(0, slices.length);
  const grouped = others.slice(slices.length);
  return {
    all: whole(inUse),
    targets: wanted.map(({ target, found, ...at }): TargetCounts => ({
      target,
      found,
      part: at.threshold === null ? null : whole(at),
    })),
    slices: sliced.flatMap((answer, index) =>
      sliceParts(answer, slices[index], question, readerOf(answer, inUse)),
    ),
    demographics: grouped.flatMap((answer, index) =>
      demographicParts(answer, demographics[index], readerOf(answer, inUse)),
    ),
  };
}

interface Threshold {
  readonly name: string;
  readonly threshold: number | null;
}

function pairKeys({ label = "", score = "", subjects }: EvaluationPlan): Record<string, Key> {
  return {
    label: { key: "text", column: label },
    status: { key: "status", column: score },
    ...(subjects === undefined
      ? {}
      : {
          probe: { key: "text", column: subjects.probe },
          reference: { key: "text", column: subjects.reference },
        }),
  };
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

/** Two ids that are equal are one person: a label that says otherwise makes every rate wrong. */
function checkIds(answer: GroupAnswer, { evaluation, source }: VerificationQuestion): void {
  const { subjects } = evaluation;
  if (subjects === undefined) return;
  const isGenuine = genuineReader(answer, evaluation);
  const [probeOf, referenceOf] = [textReader(answer, "probe"), textReader(answer, "reference")];
  let [mixed, same] = [0, 0];
  answer.n.forEach((n, row) => {
    const [genuine, probe, reference] = [isGenuine(row), probeOf(row), referenceOf(row)];
    if (genuine === null || probe === null || reference === null) return;
    if (genuine && probe !== reference) mixed += n;
    if (!genuine && probe === reference) same += n;
  });
  if (mixed + same === 0) return;
  throw new UserError("input", {
    code: "E-PAIRS",
    severity: "error",
    place: placeOf(source),
    text: `The label contradicts the ids: ${mixed} genuine comparisons of different ids in "${subjects.probe}" and "${subjects.reference}", ${same} impostor comparisons of equal ids.`,
    hint: "Name the columns that hold the id of the person of each sample, in one and the same numbering.",
  });
}

function sliceParts(
  answer: GroupAnswer,
  slice: SliceColumn | undefined,
  { source }: VerificationQuestion,
  reader: Omit<PartReader, "partOf">,
): SliceCounts[] {
  if (slice === undefined) return [];
  const rows = Array.from(answer.n, (_, row) => row);
  const { values, group } = sliceValues(slice, answer.keys.slice, rows, source);
  const parts = partsOf(answer, { ...reader, partOf: (row) => String(group[row] ?? 0) });
  return values.flatMap((value, index) => {
    const part = parts.get(String(index));
    return part === undefined ? [] : [{ column: slice.column, value, part }];
  });
}
