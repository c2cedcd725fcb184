import { sliceId } from "../../../model/slice-id.js";
import type { Confusion } from "../../../stats/types.js";
import type { GroupAnswer, GroupQuery } from "../../query/count-query.js";
import { numbersOf, textReader } from "../../query/read-keys.js";
import { isValue } from "../is-value.js";
import { sliceValues, type SliceColumn } from "../slice-columns.js";
import type { BinaryQuestion, OptionDecisions } from "./count-table.js";
import { thresholdOf } from "./threshold-of.js";

/**
 * Groups that count decisions at the thresholds of the options, over all cases and per slice column.
 *
 * Scores meet a threshold as doubles, never through a bin: where scores are counted in bins, every threshold that
 * is asked about is a key of its own.
 */
export function decisionQueries(question: BinaryQuestion, slices: readonly SliceColumn[]): GroupQuery[] {
  const { label = "", score = "", flag } = question.evaluation;
  return placesOf(question, slices).map(({ threshold, slice }) => ({
    keys: {
      flagged: { key: "flagged", column: score, threshold, flag },
      ...(slice === null ? {} : { slice: slice.key }),
      label: { key: "text", column: label },
    },
  }));
}

/** The answers to `decisionQueries`, by slice id and threshold. */
export function readDecisions(
  question: BinaryQuestion,
  slices: readonly SliceColumn[],
  answers: readonly GroupAnswer[],
): OptionDecisions[] {
  return placesOf(question, slices).flatMap(({ threshold, slice }, index) => {
    const answer = answers[index];
    if (answer === undefined) throw new Error("An engine left a group unanswered");
    return confusionsOf(answer, question, slice).map((one) => ({ ...one, threshold }));
  });
}

function placesOf({ plan, evaluation }: BinaryQuestion, slices: readonly SliceColumn[]) {
  const inUse = thresholdOf(evaluation, plan);
  const options = (plan.documents ?? []).flatMap((document) => document.options ?? []);
  const thresholds = [...new Set(options.flatMap(({ threshold }) => threshold ?? []))];
  return thresholds
    .filter((threshold) => threshold !== inUse)
    .flatMap((threshold) => [null, ...slices].map((slice) => ({ threshold, slice })));
}

/** Counts by outcome and decision; with a slice column for each value and for all other cases. */
function confusionsOf(
  answer: GroupAnswer,
  { evaluation, source }: BinaryQuestion,
  slice: SliceColumn | null,
): { slice: string; confusion: Confusion }[] {
  const labelOf = textReader(answer, "label");
  const flagged = numbersOf(answer, "flagged");
  const rows = [...answer.n.keys()].filter((row) => labelOf(row) !== null && !Number.isNaN(flagged?.[row]));
  const add = (kept: (place: number) => boolean): Confusion => {
    const counts = { tp: 0, fn: 0, fp: 0, tn: 0 };
    rows.forEach((row, place) => {
      if (!kept(place)) return;
      const isPositive = isValue(labelOf(row) ?? "", String(evaluation.positive));
      const isFlagged = flagged?.[row] === 1;
      counts[isPositive ? (isFlagged ? "tp" : "fn") : isFlagged ? "fp" : "tn"] += answer.n[row] ?? 0;
    });
    return counts;
  };
  if (slice === null) return [{ slice: "all", confusion: add(() => true) }];
  const { values, group } = sliceValues(slice, answer.keys.slice, rows, source);
  return values.flatMap((value, code) => [
    { slice: sliceId(slice.column, value), confusion: add((place) => group[place] === code) },
    { slice: sliceId(slice.column, value, true), confusion: add((place) => group[place] !== code) },
  ]);
}
