import { UserError } from "../../../errors.js";
import type { EvidenceSource } from "../../../model/project.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import { placeOf } from "../../place-of.js";
import type { Ask, ColumnUse, GroupAnswer, GroupQuery, Key } from "../../query/count-query.js";
import { mostRowsOf } from "../binary/count-binary.js";
import { duplicatesOf } from "../duplicates.js";
import { isValue } from "../is-value.js";
import { sliceColumns, sliceValues, type SliceColumn } from "../slice-columns.js";
import type { ClassCounts, ClassTable } from "./class-counts.js";
import { classNames } from "./class-names.js";
import { classReader, type ClassReader } from "./class-reader.js";
import { classScores, type ScoreAnswer } from "./class-scores.js";

/** Above this many rows, scores are counted in bins instead of one by one. */
const exactRows = 1_000_000;
/** So fine that scores of six decimals stay apart: ranks over all cases are exact for them. */
const fineBins = 2 ** 20;

interface Question {
  readonly evaluation: EvaluationPlan;
  readonly source: EvidenceSource;
}

/**
 * Asks for the counts of an evaluation with many classes: by actual and predicted class, per slice value and score.
 *
 * Without a prediction column the class of the highest score is the prediction, the first named one where two tie.
 *
 * @throws UserError for classes the plan does not list, no usable row, and whatever the engine refuses
 */
export async function countClasses(question: Question, ask: Ask): Promise<ClassCounts> {
  const { evaluation, source } = question;
  const scored = Object.entries(evaluation.scores ?? {});
  const isLarge = scored.length > 0 && (await mostRowsOf(source, ask)) > exactRows;
  const bins = isLarge ? fineBins : null;
  const slices = sliceColumns(evaluation);
  const { rows, groups } = await ask({
    source,
    columns: columnsOf(evaluation, slices),
    groups: [
      { keys: decisionKeys(evaluation) },
      ...slices.map((slice) => ({ keys: { slice: slice.key, ...decisionKeys(evaluation) } })),
      ...scored.map(([, column]) => scoreQuery(evaluation, column, bins)),
    ],
  });
  const [all, ...rest] = groups;
  if (all === undefined) throw new Error("An engine left a group unanswered");
  const classes = classNames(evaluation, cellsOf(all), source);
  const read = classReader(evaluation, classes);
  const left = leftOut(all, read);
  if (left.used === 0) {
    throw new UserError("input", {
      code: "E-NO-ROWS",
      severity: "error",
      place: placeOf(source),
      text: `No row has both a label and a prediction: ${rows} rows, ${left.labelBlank} without a label.`,
    });
  }
  const tables = [
    tableOf(all, read, source, null),
    ...slices.map((slice, index) => tableOf(rest[index] ?? all, read, source, slice)),
  ];
  const answers = scored.map(([name], index): ScoreAnswer => ({
    own: classes.findIndex((known) => isValue(name, known)),
    answer: rest[slices.length + index] ?? all,
  }));
  return {
    rows,
    labelBlank: left.labelBlank,
    predictionBlank: left.predictionBlank,
    duplicates: await duplicatesOf(question, ask),
    subjects: evaluation.subject === undefined ? null : new Set(tables[0]?.subject).size,
    classes,
    tables,
    scores: answers.length === 0 ? null : classScores(answers, classes.length, read, evaluation, bins),
  };
}

function columnsOf(evaluation: EvaluationPlan, slices: readonly SliceColumn[]): ColumnUse[] {
  const { label, prediction, subject, scores } = evaluation;
  const range = evaluation.score_range ?? [0, 1];
  const all: ColumnUse[] = [
    ...[label, prediction, subject].flatMap((name): ColumnUse[] =>
      name === undefined ? [] : [{ name, as: "text", range: null }],
    ),
    ...Object.values(scores ?? {}).map((name): ColumnUse => ({ name, as: "number", range })),
    ...slices.map(({ use }) => use),
  ];
  return all.filter(
    (use, index) => all.findIndex(({ name, as }) => name === use.name && as === use.as) === index,
  );
}

/** What decides where a case is counted: its prediction, or the highest of its scores, its subject and its label. */
function decisionKeys({ label = "", prediction, subject, scores }: EvaluationPlan): Record<string, Key> {
  return {
    predicted:
      prediction === undefined
        ? { key: "highest", columns: Object.values(scores ?? {}) }
        : { key: "text", column: prediction },
    ...(subject === undefined ? {} : { subject: { key: "text", column: subject } }),
    label: { key: "text", column: label },
  };
}

function scoreQuery(evaluation: EvaluationPlan, column: string, bins: number | null): GroupQuery {
  const [low, high] = evaluation.score_range ?? [0, 1];
  return {
    keys: {
      score: bins === null ? { key: "number", column } : { key: "bin", column, low, high, bins },
      ...decisionKeys(evaluation),
    },
  };
}

/** Every label and prediction that occurs. */
function cellsOf({ keys }: GroupAnswer): string[] {
  return [keys.label, keys.predicted].flatMap((column) => (column?.kind === "text" ? column.values : []));
}

/** Rows that count and rows that do not, and why. */
function leftOut(answer: GroupAnswer, read: ClassReader) {
  const [actual, predicted] = [read.actual(answer), read.predicted(answer)];
  const left = { used: 0, labelBlank: 0, predictionBlank: 0 };
  answer.n.forEach((n, row) => {
    if (actual(row) < 0) left.labelBlank += n;
    else if (predicted(row) < 0) left.predictionBlank += n;
    else left.used += n;
  });
  return left;
}

function tableOf(
  answer: GroupAnswer,
  read: ClassReader,
  source: EvidenceSource,
  slice: SliceColumn | null,
): ClassTable {
  const [actual, predicted] = [read.actual(answer), read.predicted(answer)];
  const rows = Array.from(answer.n, (_, row) => row).filter((row) => actual(row) >= 0 && predicted(row) >= 0);
  const { values, group } =
    slice === null
      ? { values: [null], group: new Int32Array(rows.length) }
      : sliceValues(slice, answer.keys.slice, rows, source);
  const subjects = answer.keys.subject;
  return {
    column: slice?.column ?? null,
    values,
    group,
    actual: Int32Array.from(rows, actual),
    predicted: Int32Array.from(rows, predicted),
    subject:
      subjects?.kind === "text"
        ? Int32Array.from(rows, (row) => subjects.codes[row] ?? -1)
        : new Int32Array(0),
    n: Float64Array.from(rows, (row) => answer.n[row] ?? 0),
  };
}
