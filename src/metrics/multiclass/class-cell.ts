import type { Cell, SubjectCell } from "../../model/cell.js";
import { checkConfusionMatrix } from "../../stats/check-confusion-matrix.js";
import { oneVsRest } from "../../stats/one-vs-rest.js";
import type { Confusion, ConfusionMatrix, ScoreTable } from "../../stats/types.js";

/** Everything counted about one group of cases with many classes: the food of every metric of this folder. */
export interface ClassCell {
  /** Cases by actual class (row) and predicted class (column). */
  readonly matrix: ConfusionMatrix;
  /** One entry per subject when rows share subjects; null when every row stands alone. */
  readonly subjects: readonly SubjectCases[] | null;
  /** Per class its scores against all others; null without scores. */
  readonly scores: readonly ScoreTable[] | null;
  /** The same per class, one table per subject; null without scores or subjects. */
  readonly subjectScores: readonly (readonly ScoreTable[])[] | null;
  /** True when every score may be read as a probability. */
  readonly probability: boolean;
}

/** Cases of one subject: places of actual and predicted class, and how many there are. */
export type SubjectCases = readonly {
  readonly actual: number;
  readonly predicted: number;
  readonly n: number;
}[];

/** What every average over classes is made of. Counts per class. */
export interface ClassMargins {
  readonly actual: readonly number[];
  readonly predicted: readonly number[];
  readonly both: readonly number[];
}

export function marginsOf(matrix: ConfusionMatrix): ClassMargins {
  const { rows, columns } = checkConfusionMatrix(matrix);
  return { actual: rows, predicted: columns, both: matrix.map((row, k) => row[k] ?? 0) };
}

const empty = { expected: null, value: null };

/** One class against all others, as a cell of binary evidence. */
export function ownCell(cell: ClassCell, own: number): Cell {
  const confusion = oneVsRest(cell.matrix)[own] ?? { tp: 0, fn: 0, fp: 0, tn: 0 };
  const scores = cell.subjectScores?.[own];
  return {
    ...empty,
    ...sizesOf(confusion),
    confusion,
    scores: cell.scores?.[own] ?? null,
    subjects:
      cell.subjects?.map((cases, index) => subjectCell(ownConfusion(cases, own), scores?.[index] ?? null)) ??
      null,
  };
}

/** All cases as one question, was the prediction right: `tp` the right ones, `fn` the wrong ones. */
export function wholeCell({ matrix, subjects }: ClassCell): Cell {
  const { agreed, n } = checkConfusionMatrix(matrix);
  const confusion = { tp: agreed, fn: n - agreed, fp: 0, tn: 0 };
  return {
    ...empty,
    ...sizesOf(confusion),
    confusion,
    scores: null,
    subjects: subjects?.map((cases) => subjectCell(wholeConfusion(cases), null)) ?? null,
  };
}

/** Of one class the cases taken for another: `tp` those, `fn` every other case of the class. */
export function takenCell({ matrix, subjects }: ClassCell, own: number, other: number): Cell {
  const row = matrix[own] ?? [];
  const tp = row[other] ?? 0;
  const of = (cases: SubjectCases): Confusion => {
    const actual = cases.filter((entry) => entry.actual === own);
    const taken = sum(actual.filter((entry) => entry.predicted === other));
    return { tp: taken, fn: sum(actual) - taken, fp: 0, tn: 0 };
  };
  const confusion = { tp, fn: row.reduce((total, n) => total + n, 0) - tp, fp: 0, tn: 0 };
  return {
    ...empty,
    ...sizesOf(confusion),
    confusion,
    scores: null,
    subjects: subjects?.map((cases) => subjectCell(of(cases), null)) ?? null,
  };
}

function subjectCell(confusion: Confusion, scores: ScoreTable | null): SubjectCell {
  const { positives, negatives } = sizesOf(confusion);
  return { confusion, scores, positives, negatives };
}

function sizesOf({ tp, fn, fp, tn }: Confusion) {
  return { n: tp + fn + fp + tn, positives: tp + fn, negatives: fp + tn };
}

function ownConfusion(cases: SubjectCases, own: number): Confusion {
  const counts = { tp: 0, fn: 0, fp: 0, tn: 0 };
  for (const { actual, predicted, n } of cases)
    counts[actual === own ? (predicted === own ? "tp" : "fn") : predicted === own ? "fp" : "tn"] += n;
  return counts;
}

function wholeConfusion(cases: SubjectCases): Confusion {
  const right = sum(cases.filter(({ actual, predicted }) => actual === predicted));
  return { tp: right, fn: sum(cases) - right, fp: 0, tn: 0 };
}

function sum(cases: SubjectCases): number {
  return cases.reduce((total, { n }) => total + n, 0);
}
