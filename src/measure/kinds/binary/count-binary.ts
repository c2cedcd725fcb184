import { UserError } from "../../../errors.js";
import { isFile, type EvidenceSource } from "../../../model/project.js";
import type { EvaluationPlan, Plan } from "../../../model/plan.js";
import { placeOf } from "../../place-of.js";
import { printable } from "../../printable.js";
import type { Ask, ColumnUse, GroupAnswer, GroupQuery, Key, Sum } from "../../query/count-query.js";
import { isValue } from "../is-value.js";
import { sliceColumns, sliceValues, type SliceColumn } from "../slice-columns.js";
import type { BinaryCounts, CountTable } from "./count-table.js";
import { thresholdOf } from "./threshold-of.js";

/** Above this many rows, scores are counted in bins instead of one by one. */
const exactRows = 1_000_000;
/** So fine that scores of six decimals stay apart: ranks over all cases are exact for them. */
const fineBins = 2 ** 20;
const sliceBins = 1_000;
/** Score sums travel as whole 2^-30 of the score range: 10^9 rows still add below 2^62. */
const scoreBits = 30;

interface Question {
  readonly plan: Plan;
  readonly evaluation: EvaluationPlan;
  readonly source: EvidenceSource;
}

/**
 * Asks for the counts of a binary evaluation: over all cases and per slice value, by outcome, decision and score.
 *
 * @throws UserError for labels that are not two, no usable row, and whatever the engine refuses
 */
export async function countBinary(question: Question, ask: Ask): Promise<BinaryCounts> {
  const { evaluation, source } = question;
  const isLarge = (await mostRowsOf(source, ask)) > exactRows;
  const slices = sliceColumns(evaluation);
  const { rows, groups } = await ask({
    source,
    columns: columnsOf(evaluation, slices),
    groups: [
      { keys: factKeys(evaluation) },
      groupQuery(question, null, isLarge ? fineBins : null),
      ...slices.map((slice) => groupQuery(question, slice, isLarge ? sliceBins : null)),
    ],
  });
  const [facts, all, ...own] = groups;
  if (facts === undefined || all === undefined) throw new Error("An engine left a group unanswered");
  const left = factsOf(facts, question);
  const tables = [
    tableOf(all, question, null),
    ...slices.map((slice, index) => tableOf(own[index] ?? all, question, slice)),
  ];
  if (left.used === 0) {
    throw new UserError("input", {
      code: "E-NO-ROWS",
      severity: "error",
      place: placeOf(source),
      text: `No row has both a label and a ${evaluation.score === undefined ? "prediction" : "score"}: ${rows} rows, ${left.labelBlank} without a label.`,
    });
  }
  return {
    rows,
    ...left,
    duplicates: await duplicatesOf(question, ask),
    subjects: evaluation.subject === undefined ? null : new Set(tables[0]?.subject).size,
    tables,
  };
}

/** Rows of a source, or as many as there can be at most where that is few. */
export async function mostRowsOf(source: EvidenceSource, ask: Ask): Promise<number> {
  if (isFile(source) && source.rowsAtMost !== null) return source.rowsAtMost;
  return (await ask({ source, columns: [], groups: [] })).rows;
}

function columnsOf(evaluation: EvaluationPlan, slices: readonly SliceColumn[]): ColumnUse[] {
  const { label, score, prediction, subject, value } = evaluation;
  const text = (name: string | undefined): ColumnUse[] =>
    name === undefined ? [] : [{ name, as: "text", range: null }];
  const all: ColumnUse[] = [
    ...text(label),
    ...(score === undefined
      ? []
      : [{ name: score, as: "number", range: evaluation.score_range ?? [0, 1] } as const]),
    ...text(prediction),
    ...text(subject),
    ...(value === undefined ? [] : [{ name: value, as: "decimal", range: null } as const]),
    ...slices.map(({ use }) => use),
  ];
  return all.filter(
    (use, index) => all.findIndex(({ name, as }) => name === use.name && as === use.as) === index,
  );
}

/** What tells a row that counts from one that does not: its label, and whether it has a score or a decision. */
function factKeys({ label = "", score, prediction = "" }: EvaluationPlan): Record<string, Key> {
  return {
    label: { key: "text", column: label },
    ...(score === undefined
      ? { prediction: { key: "text", column: prediction } }
      : { status: { key: "status", column: score } }),
  };
}

function groupQuery(
  { evaluation, plan }: Question,
  slice: SliceColumn | null,
  bins: number | null,
): GroupQuery {
  const { label = "", score, prediction = "", subject, value } = evaluation;
  const [low, high] = evaluation.score_range ?? [0, 1];
  const threshold = thresholdOf(evaluation, plan);
  const scored: Record<string, Key> =
    score === undefined
      ? { prediction: { key: "text", column: prediction } }
      : {
          score:
            bins === null ? { key: "number", column: score } : { key: "bin", column: score, low, high, bins },
          ...(threshold === null
            ? {}
            : { flagged: { key: "flagged", column: score, threshold, flag: evaluation.flag } }),
        };
  const sums: Record<string, Sum> = {};
  if (score !== undefined && bins !== null) {
    const shifted = { minus: [{ column: score }, { constant: low }] } as const;
    sums.total = { of: { divide: [shifted, { constant: high - low }] }, bits: scoreBits };
  }
  if (value !== undefined) {
    sums.value = { of: { decimal: value }, bits: 0 };
    sums.squares = { of: { times: [{ decimal: value }, { decimal: value }] }, bits: 0 };
  }
  return {
    keys: {
      ...scored,
      ...(slice === null ? {} : { slice: slice.key }),
      ...(subject === undefined ? {} : { subject: { key: "text", column: subject } }),
      label: { key: "text", column: label },
    },
    sums,
  };
}

/** Rows that count and rows that do not, and why. */
function factsOf(group: GroupAnswer, question: Question) {
  const { positive } = question.evaluation;
  const left = {
    used: 0,
    labelBlank: 0,
    scoreBlank: 0,
    scoreNotFinite: 0,
    scoreMissing: { positives: 0, negatives: 0 },
  };
  const labelOf = textReader(group, "label");
  const predictionOf = textReader(group, "prediction");
  const status = numbersOf(group, "status");
  const sizes = new Map<string, number>();
  group.n.forEach((n, row) => {
    const label = labelOf(row);
    if (label === null) {
      left.labelBlank += n;
      return;
    }
    sizes.set(label, (sizes.get(label) ?? 0) + n);
    const missing = status === null ? Number(predictionOf(row) === null) : (status[row] ?? 0);
    if (missing === 0) left.used += n;
    if (missing === 1) left.scoreBlank += n;
    if (missing === 2) left.scoreNotFinite += n;
    if (missing > 0) left.scoreMissing[isValue(label, String(positive)) ? "positives" : "negatives"] += n;
  });
  checkLabels(sizes, question);
  return left;
}

/** Throws when the label column holds anything but the positive and one negative value. */
export function checkLabels(sizes: ReadonlyMap<string, number>, { evaluation, source }: Question): void {
  const positive = String(evaluation.positive);
  const negative = evaluation.negative === undefined ? null : String(evaluation.negative);
  const labels = [...sizes.keys()].sort(
    (a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  const others = labels.filter((label) => !isValue(label, positive));
  const strangers = negative === null ? others.slice(1) : others.filter((label) => !isValue(label, negative));
  const found = labels
    .slice(0, 6)
    .map((label) => `"${printable(label)}"`)
    .join(", ");
  const fault = (text: string, hint: string): UserError =>
    new UserError("input", { code: "E-LABEL", severity: "error", place: placeOf(source), text, hint });
  const column = evaluation.label ?? "";
  if (labels.length === others.length && others.length > 1)
    throw fault(
      `The positive value "${positive}" never occurs in column "${column}", which has ${found}.`,
      "Set `positive` to the value that means positive.",
    );
  if (strangers.length > 0)
    throw fault(
      `Unexpected value "${printable(strangers[0] ?? "")}" in column "${column}", expected "${positive}" and one other; it has ${found}.`,
      "Set `negative` and clean the rest, or leave the cell blank where the outcome is not known.",
    );
}

/** The groups of rows that count, as a table. */
function tableOf(
  answer: GroupAnswer,
  { evaluation, source }: Question,
  slice: SliceColumn | null,
): CountTable {
  const { score, prediction, positive, subject } = evaluation;
  const [low, high] = evaluation.score_range ?? [0, 1];
  const labelOf = textReader(answer, "label");
  const predictionOf = textReader(answer, "prediction");
  const scores = numbersOf(answer, "score");
  const rows: number[] = [];
  for (let row = 0; row < answer.n.length; row += 1) {
    const isDecided = score === undefined ? predictionOf(row) !== null : !Number.isNaN(scores?.[row]);
    if (labelOf(row) !== null && isDecided) rows.push(row);
  }
  const { values, group } =
    slice === null
      ? { values: [null], group: new Int32Array(rows.length) }
      : sliceValues(slice, answer.keys.slice, rows, source);
  const flagged = numbersOf(answer, "flagged");
  const subjects = answer.keys.subject?.kind === "text" ? answer.keys.subject.codes : null;
  const { total, value, squares } = answer.sums;
  const pick = (list: Float64Array | undefined): Float64Array =>
    list === undefined ? new Float64Array(0) : Float64Array.from(rows, (row) => list[row] ?? 0);
  const isFlagged = (row: number): boolean =>
    prediction === undefined ? flagged?.[row] === 1 : isValue(predictionOf(row) ?? "", String(positive));
  const scoreOf = (row: number): number =>
    total === undefined
      ? (scores?.[row] ?? Number.NaN)
      : low + ((high - low) * (total[row] ?? 0)) / 2 ** scoreBits / (answer.n[row] ?? 1);
  return {
    column: slice?.column ?? null,
    values,
    group,
    subject:
      subject === undefined ? new Int32Array(0) : Int32Array.from(rows, (row) => subjects?.[row] ?? -1),
    positive: Uint8Array.from(rows, (row) => Number(isValue(labelOf(row) ?? "", String(positive)))),
    flagged: Uint8Array.from(rows, (row) => Number(isFlagged(row))),
    score: Float64Array.from(rows, scoreOf),
    n: Int32Array.from(rows, (row) => answer.n[row] ?? 0),
    value: pick(value),
    valueSquared: pick(squares),
  };
}

export async function duplicatesOf({ evaluation, source }: Question, ask: Ask): Promise<number | null> {
  const { row_id: name } = evaluation;
  if (name === undefined) return null;
  const column: ColumnUse = { name, as: "text", range: null };
  const { groups, rows } = await ask({
    source,
    columns: [column],
    groups: [{ keys: {}, distinct: { ids: name } }, { keys: { isBlank: { key: "blank", column: name } } }],
  });
  const blank = groups[1] === undefined ? 0 : blankRows(groups[1]);
  return rows - blank - (groups[0]?.distinct.ids ?? 0);
}

function blankRows({ keys, n }: GroupAnswer): number {
  const column = keys.isBlank;
  if (column?.kind !== "number") return 0;
  return n.reduce((sum, count, row) => sum + (column.numbers[row] === 1 ? count : 0), 0);
}

/** The text of a key by row; null for a missing one, and where the key was not asked for. */
export function textReader({ keys }: GroupAnswer, name: string): (row: number) => string | null {
  const column = keys[name];
  if (column?.kind !== "text") return () => null;
  return (row) => column.values[column.codes[row] ?? -1] ?? null;
}

/** The numbers of a key by row, NaN for a missing one; null where the key was not asked for. */
export function numbersOf({ keys }: GroupAnswer, name: string): Float64Array | null {
  const column = keys[name];
  return column?.kind === "number" ? column.numbers : null;
}
