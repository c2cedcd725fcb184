import { checkBinCount } from "./check-bin-count.js";
import { classCounts } from "./class-counts.js";
import { compensatedSum } from "./compensated-sum.js";
import { equalWidthBin } from "./equal-width-bin.js";
import { probabilityGroups } from "./probability-groups.js";
import { splitByMass } from "./split-by-mass.js";
import type { ScoreGroup, ScoreTable } from "./types.js";

/** Cases whose scores fall together: the bars of a reliability diagram. */
export interface CalibrationBin {
  /** Lower edge of an equal-width bin (excluded, but for 0), or the lowest score of an equal-mass bin. */
  readonly low: number;
  /** Upper edge of an equal-width bin (included), or the highest score of an equal-mass bin. */
  readonly high: number;
  /** Cases in the bin, a count. */
  readonly n: number;
  /** Positives in the bin, a count. */
  readonly positives: number;
  /** Mean score in the bin, a fraction in [0, 1]; `null` in a bin without cases. */
  readonly meanScore: number | null;
}

/**
 * Bins of predicted probabilities with what was observed in each.
 *
 * @param table - distinct scores in [0, 1] ascending with counts
 * @param bins - number of bins, an integer of at least 1
 * @param mode - "width": equal-width bins (low, high], a score of 0 in the first; "mass": equal numbers of cases, as
 *   numpy.array_split of the sorted rows, ties cut as in splitByMass; defaults to "width"
 * @returns bins by ascending score: all of them for "width", those with cases for "mass"
 * @throws RangeError `Unexpected bins 0, expected an integer >= 1`
 * @see Naeini, Cooper & Hauskrecht 2015, AAAI 29:2901; Nguyen & O'Connor 2015, EMNLP 1587 (equal mass)
 * @example
 * calibrationBins([{ score: 0.2, positives: 1, negatives: 3 }, { score: 0.9, positives: 4, negatives: 0 }], 2) // [{ low: 0, high: 0.5, n: 4, positives: 1, meanScore: 0.2 }, { low: 0.5, high: 1, n: 4, positives: 4, meanScore: 0.9 }]
 */
export function calibrationBins(
  table: ScoreTable,
  bins: number,
  mode: "width" | "mass" = "width",
): readonly CalibrationBin[] {
  checkBinCount("bins", bins);
  const groups = probabilityGroups(table);
  if (mode === "width") {
    return splitByWidth(groups, bins).map((part, i) => summary(part, i / bins, (i + 1) / bins));
  }
  return splitByMass(groups, bins)
    .filter((part) => part.length > 0)
    .map((part) => summary(part, part[0]?.score ?? 0, part.at(-1)?.score ?? 1));
}

function splitByWidth(groups: readonly ScoreGroup[], bins: number): ScoreGroup[][] {
  const split: ScoreGroup[][] = Array.from({ length: bins }, () => []);
  for (const group of groups) split[equalWidthBin(group.score, bins)]?.push(group);
  return split;
}

function summary(groups: readonly ScoreGroup[], low: number, high: number): CalibrationBin {
  const { n, positives } = classCounts(groups);
  const sum = compensatedSum(groups, (g) => g.score * (g.positives + g.negatives));
  return { low, high, n, positives, meanScore: n === 0 ? null : sum / n };
}
