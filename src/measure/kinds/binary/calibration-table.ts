import type { Table } from "../../../model/assessment.js";
import { calibrationBins } from "../../../stats/calibration-bins.js";
import type { ScoreTable } from "../../../stats/types.js";

/** Ten score bands of equal width: cases, positives that occurred, positives the scores expected. */
export function calibrationTable(
  scores: ScoreTable,
  place: { id: string; evaluation: string; slice: string },
): Table {
  return {
    ...place,
    columns: ["low", "high", "n", "positives", "expected"],
    rows: calibrationBins(scores, 10, "width").map((bin, index) => ({
      label: String(index + 1),
      cells: [bin.low, bin.high, bin.n, bin.positives, bin.n * (bin.meanScore ?? 0)],
    })),
  };
}
