import type { Cell } from "../../model/cell.js";
import type { EvaluationFacts } from "../../model/assessment.js";
import type { Evidence } from "../../model/evidence.js";
import { confusionAt } from "../../stats/confusion-at.js";
import type { Confusion, ScoreTable } from "../../stats/types.js";
import { fact, type Candidate, type Finder } from "../finder.js";

/** How far the threshold is moved: 2 % of the standard deviation of the scores, or one step of the score. */
const nudge = 0.02;
/** A step told in decimals may be off in the last digit of a double. */
const slack = 1 + 1e-9;
/** Change that counts as fragile: 5 of 100 of a class, or of all cases, judged otherwise. */
const fragile = 0.05;
/** Fewest cases of a class on which its change is judged. */
const smallestClass = 30;

export const thresholdFragility: Finder = {
  id: "threshold-fragility",
  summary:
    "A small move of the threshold changes a lot: how many positives are caught, how many negatives are flagged, or how many cases change sides.",
  find: (evidence) =>
    evidence.evaluations.flatMap((evaluation) => {
      const cell = evidence.cells[evaluation.id]?.all;
      const found = cell === undefined ? null : fragilityOf(evidence, evaluation, cell);
      return found === null ? [] : [found];
    }),
};

function fragilityOf(evidence: Evidence, evaluation: EvaluationFacts, cell: Cell): Candidate | null {
  const { id, threshold, flag } = evaluation;
  if (threshold === null || cell.scores === null) return null;
  const shift = Math.max(nudge * deviation(cell.scores), quantum(cell.scores)) * slack;
  const lower = confusionAt(cell.scores, threshold - shift, flag);
  const upper = confusionAt(cell.scores, threshold + shift, flag);
  const moved = (of: (counts: Confusion) => number): readonly [number, number] => {
    const [a, b] = [of(lower), of(upper)];
    return [Math.min(a, b), Math.max(a, b)];
  };
  const prefix = evidence.evaluations.length > 1 ? `${id}/` : "";
  const told = [
    { message: "", metric: "recall", n: cell.positives, ends: moved(({ tp }) => tp) },
    { message: "-alarms", metric: "false-alarms", n: cell.negatives, ends: moved(({ fp }) => fp) },
    { message: "-density", metric: null, n: cell.n, ends: moved(({ tp, fp }) => tp + fp) },
  ].find(({ n, ends: [least, most] }) => n >= smallestClass && (most - least) / n > fragile);
  if (told === undefined) return null;
  const [least, most] = told.ends;
  return fact("threshold-fragility", "THR", `finding.threshold-fragility${told.message}`, {
    id: `threshold-fragility@${id}`,
    evaluation: id,
    slots:
      told.metric === "recall"
        ? { shift, lower: least, upper: most, positives: told.n }
        : { shift, lower: least, upper: most, of: told.n },
    estimates: told.metric === null ? [] : [`${prefix}${told.metric}@all`],
  });
}

function deviation(scores: ScoreTable): number {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (const { score, positives, negatives } of scores) {
    n += positives + negatives;
    sum += score * (positives + negatives);
    squares += score * score * (positives + negatives);
  }
  return n === 0 ? 0 : Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2));
}

/** Smallest step between two scores that occur; 0 where fewer than three do and there is no other threshold to try. */
function quantum(scores: ScoreTable): number {
  if (scores.length < 3) return 0;
  let least = Infinity;
  let previous: number | null = null;
  for (const { score } of scores) {
    if (previous !== null && score - previous < least) least = score - previous;
    previous = score;
  }
  return least;
}
