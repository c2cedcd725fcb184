import type { Distribution } from "../../../model/assessment.js";
import type { ScoreTable } from "../../../stats/types.js";

/**
 * Score histogram per class over steps of equal width; the last bin holds the highest possible score alone.
 *
 * A case lies in bin k exactly when edge k <= score < edge k + 1, so counts from any edge upward are exact.
 *
 * @param steps - number of steps the range is cut into; bins are steps + 1
 * @param also - further edges within the range: thresholds that are in use or asked about, which few steps meet
 */
export function distributionOf(
  table: ScoreTable,
  range: readonly [number, number],
  steps: number,
  also: readonly number[] = [],
): Pick<Distribution, "edges" | "positive" | "negative"> {
  const [low, high] = range;
  const edge = (index: number): number => low + ((high - low) * index) / steps;
  const even = Array.from({ length: steps + 1 }, (_, index) => edge(index));
  const edges = [...new Set([...even, ...also.filter((cut) => cut > low && cut < high)])].sort(
    (a, b) => a - b,
  );
  const positive = new Array<number>(edges.length).fill(0);
  const negative = new Array<number>(edges.length).fill(0);
  const between = edges.length > even.length ? placesOf(edges, even) : null;
  for (const { score, positives, negatives } of table) {
    let bin = Math.min(steps, Math.max(0, Math.floor(((score - low) / (high - low)) * steps)));
    if (bin < steps && score >= edge(bin + 1)) bin += 1; // Division may round across an edge; the edge decides.
    if (bin > 0 && score < edge(bin)) bin -= 1;
    if (between !== null) {
      bin = between[bin] ?? bin;
      while (bin + 1 < edges.length && score >= (edges[bin + 1] ?? Infinity)) bin += 1;
    }
    positive[bin] = (positive[bin] ?? 0) + positives;
    negative[bin] = (negative[bin] ?? 0) + negatives;
  }
  return { edges, positive, negative };
}

/** Place of each even edge among all of them. */
function placesOf(edges: readonly number[], even: readonly number[]): number[] {
  let place = 0;
  return even.map((edge) => {
    while (edges[place] !== edge) place += 1;
    return place;
  });
}
