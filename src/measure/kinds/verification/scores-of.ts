import type { ScoreTable } from "../../../stats/types.js";
import type { GroupAnswer } from "../../query/count-query.js";
import { numbersOf } from "../../query/read-keys.js";

/**
 * Distinct scores with their counts, rising; of scores counted in bins, the lowest of each bin stands for all: that
 * is a score somebody had, so that a threshold there decides as it says.
 *
 * @param isGenuine - true, false, or null for a row without a label
 */
export function scoresOf(answer: GroupAnswer, isGenuine: (row: number) => boolean | null): ScoreTable {
  const lowest = answer.extremes.score?.low ?? numbersOf(answer, "score") ?? new Float64Array(0);
  const bins = numbersOf(answer, "score") ?? lowest;
  const groups = new Map<number, { score: number; positives: number; negatives: number }>();
  answer.n.forEach((n, row) => {
    const [bin, genuine] = [bins[row] ?? Number.NaN, isGenuine(row)];
    if (Number.isNaN(bin) || genuine === null) return;
    const score = lowest[row] ?? bin;
    const group = groups.get(bin) ?? { score, positives: 0, negatives: 0 };
    group.score = Math.min(group.score, score);
    if (genuine) group.positives += n;
    else group.negatives += n;
    groups.set(bin, group);
  });
  return [...groups.values()].sort((a, b) => a.score - b.score);
}
