import type { Estimate } from "../../../model/assessment.js";
import type { Cell } from "../../../model/cell.js";
import { pairedRocAucDifference } from "../../../metrics/comparison/paired-roc-auc-difference.js";
import { rocAuc } from "../../../metrics/roc-auc.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";
import type { Ask, ColumnUse, Key } from "../../query/count-query.js";
import { numbersOf, textReader } from "../../query/read-keys.js";
import { mostRowsOf } from "../binary/count-binary.js";
import { isValue } from "../is-value.js";
import type { ModelPlan, Question } from "./count-comparison.js";
import { pairFacet } from "./pair-of.js";

const level = 0.95;
/** Above this many rows, scores are ranked in bins: so fine that scores of six decimals stay apart. */
const exactRows = 1_000_000;
const bins = 2 ** 20;
/** Most cases whose pairs of scores are held in memory. */
const mostPaired = 2_000_000;

interface ScoredModel extends ModelPlan {
  readonly score: string;
  /** Place among the models of the plan. */
  readonly place: number;
}

/** A case by what every model with a score gave it, higher nearer the flagged side. */
interface ScoredCase {
  readonly scores: readonly number[];
  readonly positive: boolean;
  readonly subject: number;
  readonly n: number;
}

/** Ranking of each model that has a score, and of each two of them, over the cases that every model decided. */
export async function rankingEstimates(
  question: Question,
  place: EstimatePlace,
  ask: Ask,
): Promise<Estimate[]> {
  const models = question.models.flatMap((model, own): ScoredModel[] =>
    model.score === undefined ? [] : [{ ...model, score: model.score, place: own }],
  );
  if (models.length === 0) return [];
  const cases = await scoredCases(question, models, ask);
  const bySubject = question.evaluation.subject !== undefined;
  const context = { level, baseRate: null, probability: false, flag: "at-or-above" } as const;
  const alone = models.map(({ id }, own) =>
    estimateOf(rocAuc, rocAuc.compute(cellOf(cases, own, bySubject), context), {
      ...place,
      threshold: null,
      facet: id,
    }),
  );
  if (cases.reduce((sum, { n }) => sum + n, 0) > mostPaired) return alone;
  const paired = models.flatMap((first, a) =>
    models.slice(a + 1).map((second, next) => {
      const b = a + 1 + next;
      const rows = cases.flatMap(({ scores, positive, n }) => {
        const row = { a: scores[a] ?? 0, b: scores[b] ?? 0, positive };
        return Array.from({ length: n }, () => row);
      });
      const facet = pairFacet(question.models, [first.place, second.place]);
      return estimateOf(pairedRocAucDifference, pairedRocAucDifference.compute({ rows, bySubject }, level), {
        ...place,
        threshold: null,
        facet,
      });
    }),
  );
  return [...alone, ...paired];
}

async function scoredCases(
  { evaluation, models: all, source }: Question,
  models: readonly ScoredModel[],
  ask: Ask,
): Promise<ScoredCase[]> {
  const { label = "", subject, flag } = evaluation;
  const isLarge = (await mostRowsOf(source, ask)) > exactRows;
  const predictions = all.flatMap(({ prediction }) => prediction ?? []);
  const texts = [label, ...predictions, ...(subject === undefined ? [] : [subject])];
  const columns = [
    ...texts.map((name): ColumnUse => ({ name, as: "text", range: null })),
    ...models.map(({ score, score_range: range = [0, 1] }): ColumnUse => ({
      name: score,
      as: "number",
      range,
    })),
  ];
  const scoreKey = ({ score, score_range: [low, high] = [0, 1] }: ScoredModel): Key =>
    isLarge ? { key: "bin", column: score, low, high, bins } : { key: "number", column: score };
  const keys: Record<string, Key> = {
    label: { key: "text", column: label },
    ...Object.fromEntries(models.map((model, own): [string, Key] => [`score${own}`, scoreKey(model)])),
    ...Object.fromEntries(
      predictions.map((column, own): [string, Key] => [`blank${own}`, { key: "blank", column }]),
    ),
    ...(subject === undefined ? {} : { subject: { key: "text", column: subject } as const }),
  };
  const { groups } = await ask({
    source,
    columns: columns.filter(
      (use, index) => columns.findIndex(({ name, as }) => name === use.name && as === use.as) === index,
    ),
    groups: [{ keys }],
  });
  const [answer] = groups;
  if (answer === undefined) throw new Error("An engine left a group unanswered");
  const labelOf = textReader(answer, "label");
  const scores = models.map((_, own) => numbersOf(answer, `score${own}`));
  const blanks = predictions.map((_, own) => numbersOf(answer, `blank${own}`));
  const subjects = answer.keys.subject?.kind === "text" ? answer.keys.subject.codes : null;
  const side = flag === "below" ? -1 : 1;
  return Array.from(answer.n, (n, row) => ({
    label: labelOf(row),
    isDecided: blanks.every((blank) => blank?.[row] !== 1),
    scores: scores.map((own) => side * (own?.[row] ?? Number.NaN)),
    subject: subjects?.[row] ?? -1,
    n,
  })).flatMap(({ label: own, isDecided, ...rest }): ScoredCase[] =>
    own === null || !isDecided || rest.scores.some(Number.isNaN)
      ? []
      : [{ ...rest, positive: isValue(own, String(evaluation.positive)) }],
  );
}

function cellOf(cases: readonly ScoredCase[], model: number, bySubject: boolean): Cell {
  const tableOf = (own: readonly ScoredCase[]) => {
    const groups = new Map<number, { score: number; positives: number; negatives: number }>();
    for (const { scores, positive, n } of own) {
      const score = scores[model] ?? 0;
      const group = groups.get(score) ?? { score, positives: 0, negatives: 0 };
      groups.set(score, group);
      group[positive ? "positives" : "negatives"] += n;
    }
    return [...groups.values()].sort((a, b) => a.score - b.score);
  };
  const count = (own: readonly ScoredCase[], positive: boolean): number =>
    own.reduce((sum, one) => sum + (one.positive === positive ? one.n : 0), 0);
  const subjects = new Map<number, ScoredCase[]>();
  for (const one of bySubject ? cases : []) {
    const known = subjects.get(one.subject);
    if (known === undefined) subjects.set(one.subject, [one]);
    else known.push(one);
  }
  const positives = count(cases, true);
  const negatives = count(cases, false);
  return {
    n: positives + negatives,
    positives,
    negatives,
    confusion: null,
    scores: tableOf(cases),
    expected: null,
    subjects: bySubject
      ? [...subjects.values()].map((own) => ({
          confusion: null,
          scores: tableOf(own),
          positives: count(own, true),
          negatives: count(own, false),
        }))
      : null,
    value: null,
  };
}
