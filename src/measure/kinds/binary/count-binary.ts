import { UserError } from "../../../errors.js";
import { isFile, type EvidenceSource } from "../../../model/project.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import { placeOf } from "../../place-of.js";
import type {
  Ask,
  ColumnUse,
  CountAnswer,
  GroupAnswer,
  GroupQuery,
  Key,
  Sum,
} from "../../query/count-query.js";
import { numbersOf, textReader } from "../../query/read-keys.js";
import { duplicatesIn, idColumns, idGroups } from "../duplicates.js";
import { isValue } from "../is-value.js";
import { sliceColumns, sliceValues, type SliceColumn } from "../slice-columns.js";
import type { BinaryCounts, BinaryQuestion as Question, CountTable } from "./count-table.js";
import { decisionQueries, readDecisions } from "./option-decisions.js";
import { usableRows } from "./usable-rows.js";
import { thresholdOf } from "./threshold-of.js";

/** Above this many rows, scores over all cases are counted in fine bins instead of one by one. */
const exactRows = 250_000;
/** So fine that scores of five decimals stay apart: for them every rank stays exact. */
const fineBins = 2 ** 17;
/** Above this many rows, scores within slices are counted in bins. */
const exactSliceRows = 100_000;
const sliceBins = 1_000;
/** Score sums travel as whole 2^-27 of the score range: sixty million rows of one bin still add below 2^53. */
const scoreBits = 27;

/**
 * Asks for the counts of a binary evaluation: over all cases and per slice value, by outcome, decision and score.
 *
 * @throws UserError for labels that are not two, no usable row, and whatever the engine refuses
 */
export async function countBinary(question: Question, ask: Ask): Promise<BinaryCounts> {
  const { evaluation, source } = question;
  const slices = sliceColumns(evaluation);
  const { answer, bins } = await askInBins(question, slices, ask);
  const ids = idGroups(evaluation).length;
  const [facts, all, ...own] = answer.groups.slice(ids);
  if (facts === undefined || all === undefined) throw new Error("An engine left a group unanswered");
  const left = usableRows(facts, question);
  const { rows } = answer;
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
    duplicates: duplicatesIn(answer.groups.slice(0, ids)),
    subjects: evaluation.subject === undefined ? null : new Set(tables[0]?.subject).size,
    tables,
    decisions: bins.slices === null ? [] : readDecisions(question, slices, own.slice(slices.length)),
  };
}

/** How finely scores are told apart; null keeps every distinct score. */
interface Bins {
  readonly all: number | null;
  readonly slices: number | null;
}

function binsFor(rows: number, { score }: EvaluationPlan): Bins {
  if (score === undefined) return { all: null, slices: null };
  return { all: rows > exactRows ? fineBins : null, slices: rows > exactSliceRows ? sliceBins : null };
}

/** Asks with the bins that the number of rows calls for; that number decides, whichever engine answers. */
async function askInBins(question: Question, slices: readonly SliceColumn[], ask: Ask) {
  const { evaluation, source } = question;
  const columns = columnsOf(evaluation, slices);
  const askWith = (bins: Bins): Promise<CountAnswer> => {
    const groups = [
      ...idGroups(evaluation),
      { keys: factKeys(evaluation) },
      groupQuery(question, null, bins.all),
      ...slices.map((slice) => groupQuery(question, slice, bins.slices)),
      ...(bins.slices === null ? [] : decisionQueries(question, slices)),
    ];
    return ask({ source, columns, groups });
  };
  const guessed = binsFor(await mostRowsOf(source, ask), evaluation);
  const answer = await askWith(guessed);
  const bins = binsFor(answer.rows, evaluation);
  // A file may have more lines than rows: blank ones, or cells of several lines.
  if (bins.all === guessed.all && bins.slices === guessed.slices) return { answer, bins };
  return { answer: await askWith(bins), bins };
}

/** Rows of a source, or as many as there can be at most where a file has told it. */
export async function mostRowsOf(source: EvidenceSource, ask: Ask): Promise<number> {
  if (isFile(source) && source.format === "csv") return source.rowsAtMost ?? Number.POSITIVE_INFINITY;
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
    ...idColumns(evaluation),
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
  // Over all cases the lowest score of a fine bin stands for it: a score of five decimals is there to the last bit.
  const isFine = score !== undefined && bins !== null && slice === null;
  if (score !== undefined && bins !== null && !isFine) {
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
    ...(isFine ? { lowest: { lowest: { column: score } } } : {}),
  };
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
  const lowest = answer.lowest.lowest;
  const pick = (list: Float64Array | undefined): Float64Array =>
    list === undefined ? new Float64Array(0) : Float64Array.from(rows, (row) => list[row] ?? 0);
  const isFlagged = (row: number): boolean =>
    prediction === undefined ? flagged?.[row] === 1 : isValue(predictionOf(row) ?? "", String(positive));
  // The mean of a bin, rounded down when summed, but never below where the bin begins.
  const meanOf = (row: number): number =>
    Math.max(
      low + ((high - low) * (scores?.[row] ?? 0)) / sliceBins,
      low + ((high - low) * (total?.[row] ?? 0)) / 2 ** scoreBits / (answer.n[row] ?? 1),
    );
  const scoreOf = (row: number): number =>
    total === undefined ? (lowest?.[row] ?? scores?.[row] ?? Number.NaN) : meanOf(row);
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
