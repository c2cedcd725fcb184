import type { Cell } from "../../model/cell.js";
import { confusionAt } from "../../stats/confusion-at.js";
import type { ScoreTable } from "../../stats/types.js";
import { fact, type Finder } from "../finder.js";

/** How far the threshold is moved: 2 % of the standard deviation of the scores, or one distinct score. */
const nudge = 0.02;
/** Change that counts as fragile: 5 of 100 positives caught more or less. */
const fragile = 0.05;

export const thresholdFragility: Finder = {
  id: "threshold-fragility",
  summary: "A small move of the threshold changes who is caught a lot.",
  find: (evidence) =>
    evidence.evaluations.flatMap(({ id, threshold, flag }) => {
      const cell = evidence.cells[id]?.all;
      if (threshold === null || cell?.scores == null || cell.positives < 30) return [];
      const shift = Math.max(nudge * deviation(cell.scores), nextScore(cell.scores, threshold));
      const [lower, upper] = [threshold - shift, threshold + shift].map((moved) =>
        caughtAt(cell, moved, flag),
      );
      if (lower === undefined || upper === undefined) return [];
      if (Math.abs(upper - lower) / cell.positives <= fragile) return [];
      return [
        fact("threshold-fragility", "THR", "finding.threshold-fragility", {
          id: `threshold-fragility@${id}`,
          evaluation: id,
          slots: {
            shift,
            lower: Math.min(lower, upper),
            upper: Math.max(lower, upper),
            positives: cell.positives,
          },
          estimates: [evidence.evaluations.length > 1 ? `${id}/recall@all` : "recall@all"],
        }),
      ];
    }),
};

function caughtAt(cell: Cell, threshold: number, flag: "at-or-above" | "below"): number {
  return confusionAt(cell.scores ?? [], threshold, flag).tp;
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

/** Distance from the threshold to the nearest other score that occurs. */
function nextScore(scores: ScoreTable, threshold: number): number {
  const gaps = scores.map(({ score }) => Math.abs(score - threshold)).filter((gap) => gap > 0);
  return gaps.length === 0 ? 0 : Math.min(...gaps.slice(0, 100_000));
}
