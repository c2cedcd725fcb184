import type { Distribution } from "../../../model/assessment.js";
import type { ScoreTable } from "../../../stats/types.js";

/**
 * Score histogram per class over steps of equal width; the last bin holds the highest possible score alone.
 *
 * A case lies in bin k exactly when edge k <= score < edge k + 1, so counts from any edge upward are exact.
 *
 * @param steps - number of steps the range is cut into; bins are steps + 1
 */
export function distributionOf(
  table: ScoreTable,
  range: readonly [number, number],
  steps: number,
): Pick<Distribution, "edges" | "positive" | "negative"> {
  const [low, high] = range;
  const edge = (index: number): number => low + ((high - low) * index) / steps;
  const positive = new Array<number>(steps + 1).fill(0);
  const negative = new Array<number>(steps + 1).fill(0);
  for (const { score, positives, negatives } of table) {
    let bin = Math.min(steps, Math.max(0, Math.floor(((score - low) / (high - low)) * steps)));
    if (bin < steps && score >= edge(bin + 1)) bin += 1; // Division may round across an edge; the edge decides.
    if (bin > 0 && score < edge(bin)) bin -= 1;
    positive[bin] = (positive[bin] ?? 0) + positives;
    negative[bin] = (negative[bin] ?? 0) + negatives;
  }
  return { edges: positive.map((_, index) => edge(index)), positive, negative };
}
