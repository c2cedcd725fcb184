import type { EvaluationPlan } from "../../../model/plan.js";
import type { ScoreTable } from "../../../stats/types.js";
import type { GroupAnswer } from "../../query/count-query.js";
import { numbersOf } from "../../query/read-keys.js";
import type { ClassScores } from "./class-counts.js";
import type { ClassReader } from "./class-reader.js";

/** The groups of one class by its score. */
export interface ScoreAnswer {
  /** Place of the class. */
  readonly own: number;
  readonly answer: GroupAnswer;
}

/**
 * Score tables of every class, and how sure the model was of what it predicted.
 *
 * @param bins - equal parts of the score range the scores were counted in; null for the scores themselves
 */
export function classScores(
  answers: readonly ScoreAnswer[],
  classes: number,
  read: ClassReader,
  evaluation: EvaluationPlan,
  bins: number | null,
): ClassScores {
  const [low, high] = evaluation.score_range ?? [0, 1];
  const tables = Array.from({ length: classes }, (): Counter => new Map());
  const subjects = Array.from({ length: classes }, () => new Map<number, Counter>());
  const sure: Counter = new Map();
  for (const { own, answer } of answers) {
    const [actual, predicted] = [read.actual(answer), read.predicted(answer)];
    const scores = numbersOf(answer, "score");
    const codes = answer.keys.subject?.kind === "text" ? answer.keys.subject.codes : null;
    answer.n.forEach((n, row) => {
      const key = scores?.[row] ?? Number.NaN;
      const label = actual(row);
      if (Number.isNaN(key) || label < 0 || predicted(row) < 0) return;
      // A bin stands for its lower end; the last one holds the highest score alone.
      const score = bins === null ? key : low + ((high - low) * key) / bins;
      const isOwn = label === own;
      count(tables[own], score, isOwn, n);
      if (codes !== null) count(ofSubject(subjects[own], codes[row] ?? -1), score, isOwn, n);
      if (predicted(row) === own) count(sure, score, isOwn, n);
    });
  }
  return {
    tables: tables.map(rising),
    bySubject:
      evaluation.subject === undefined
        ? null
        : subjects.map((own) => new Map([...own].map(([id, counter]) => [id, rising(counter)]))),
    confidence: rising(sure),
    probability: low === 0 && high === 1,
  };
}

/** Cases of a class and of all others, per score. */
type Counter = Map<number, { positives: number; negatives: number }>;

function count(counter: Counter | undefined, score: number, positive: boolean, n: number): void {
  if (counter === undefined) return;
  const group = counter.get(score) ?? { positives: 0, negatives: 0 };
  group[positive ? "positives" : "negatives"] += n;
  counter.set(score, group);
}

function ofSubject(subjects: Map<number, Counter> | undefined, subject: number): Counter {
  const counter: Counter =
    subjects?.get(subject) ?? new Map<number, { positives: number; negatives: number }>();
  subjects?.set(subject, counter);
  return counter;
}

function rising(counter: Counter): ScoreTable {
  return [...counter]
    .sort(([a], [b]) => a - b)
    .map(([score, { positives, negatives }]) => ({ score, positives, negatives }));
}
