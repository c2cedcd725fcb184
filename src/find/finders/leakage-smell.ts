import type { EvaluationFacts } from "../../model/assessment.js";
import type { Evidence } from "../../model/evidence.js";
import { rocAuc } from "../../stats/roc-auc.js";
import { estimatesOf } from "../estimates-of.js";
import { fact, type Candidate, type Finder } from "../finder.js";

/** Cases from which a near perfect ranking is no accident. */
const enoughCases = 1_000;
const perfectScore = 0.995;
const perfectColumn = 0.98;
/** Values with fewer cases rank themselves: a column of row numbers would part any classes. */
const enoughPerValue = 30;
/** Share of the cases that must lie in values with enough cases. */
const enoughCovered = 0.9;

export const leakageSmell: Finder = {
  id: "leakage-smell",
  summary:
    "A score, or one column alone, that parts the classes almost perfectly: it may know the outcome beforehand.",
  find: (evidence) =>
    evidence.evaluations
      .filter(({ used }) => used > enoughCases)
      .flatMap((evaluation) => [...scoreSmell(evidence, evaluation), ...columnSmells(evidence, evaluation)]),
};

function scoreSmell(evidence: Evidence, { id }: EvaluationFacts): Candidate[] {
  const auc = estimatesOf(evidence, id)("roc-auc", "all");
  if (auc?.value == null || auc.value <= perfectScore) return [];
  return [
    fact("leakage-smell", "LEK", "finding.leakage-smell.score", {
      id: `leakage-smell@${id}`,
      evaluation: id,
      estimates: [auc.id],
    }),
  ];
}

/** Columns whose values, put in the order of their shares of positives, rank the cases almost perfectly. */
function columnSmells(evidence: Evidence, { id, used }: EvaluationFacts): Candidate[] {
  const own = evidence.slices.filter(({ evaluation, negated }) => evaluation === id && !negated);
  return [...new Set(own.map(({ column }) => column))].flatMap((column) => {
    const values = own
      .filter((slice) => slice.column === column && (slice.n ?? 0) >= enoughPerValue)
      .map(({ positives, negatives }) => ({ positives: positives ?? 0, negatives: negatives ?? 0 }))
      .sort((a, b) => shareOf(a) - shareOf(b));
    const covered = values.reduce((sum, { positives, negatives }) => sum + positives + negatives, 0);
    if (covered < enoughCovered * used) return [];
    const auc = rocAuc(values.map((value, rank) => ({ score: rank, ...value })));
    if (auc === null || auc <= perfectColumn) return [];
    return [
      fact("leakage-smell", "LEK", "finding.leakage-smell.column", {
        id: `leakage-smell@${id}#${column}`,
        evaluation: id,
        slots: { column: own.find((slice) => slice.column === column)?.column_name ?? column },
      }),
    ];
  });
}

function shareOf({ positives, negatives }: { positives: number; negatives: number }): number {
  return positives / (positives + negatives);
}
