import type { Table } from "../../../model/assessment.js";
import { calibrationBins } from "../../../stats/calibration-bins.js";
import { equalWidthBin } from "../../../stats/equal-width-bin.js";
import type { ScoreTable } from "../../../stats/types.js";

const bands = 10;

/**
 * Ten score bands of equal width: cases, positives that occurred, positives the scores expected, and the variance of
 * that number if the scores were right, the sum of p (1 - p).
 */
export function calibrationTable(
  scores: ScoreTable,
  place: { id: string; evaluation: string; slice: string },
): Table {
  const variances = new Array<number>(bands).fill(0);
  for (const { score, positives, negatives } of scores) {
    const bin = equalWidthBin(score, bands);
    variances[bin] = (variances[bin] ?? 0) + (positives + negatives) * score * (1 - score);
  }
  return {
    ...place,
    columns: ["low", "high", "n", "positives", "expected", "variance"],
    rows: calibrationBins(scores, bands, "width").map((bin, index) => ({
      label: String(index + 1),
      cells: [bin.low, bin.high, bin.n, bin.positives, bin.n * (bin.meanScore ?? 0), variances[index] ?? 0],
    })),
  };
}
