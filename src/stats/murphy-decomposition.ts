import { calibrationBins } from "./calibration-bins.js";
import type { CalibrationBin } from "./calibration-bins.js";
import { compensatedSum } from "./compensated-sum.js";
import { equalWidthBin } from "./equal-width-bin.js";
import { probabilityGroups } from "./probability-groups.js";
import type { ScoreTable } from "./types.js";

/** Parts of a Brier score: reliability - resolution + uncertainty + within-bin variance - within-bin covariance. */
export interface MurphyDecomposition {
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
  readonly withinBinVariance: number;
  readonly withinBinCovariance: number;
}

/**
 * Murphy's decomposition of the Brier score over equal-width bins, with the within-bin terms that make it exact.
 *
 * @param table - distinct scores in [0, 1] ascending with counts
 * @param bins - number of equal-width bins (low, high], an integer of at least 1
 * @returns the five parts, in the unit of the Brier score; `null` for an empty table
 * @throws RangeError `Unexpected bins 0, expected an integer >= 1`
 * @see Murphy 1973, J. Appl. Meteorol. 12:595; Stephenson, Coelho & Jolliffe 2008, Weather Forecast. 23:752
 * @example
 * murphyDecomposition([{ score: 0.2, positives: 1, negatives: 3 }, { score: 0.9, positives: 4, negatives: 0 }], 2) // { reliability: 0.00625, resolution: 0.140625, uncertainty: 0.234375, withinBinVariance: 0, withinBinCovariance: 0 }
 */
export function murphyDecomposition(table: ScoreTable, bins: number): MurphyDecomposition | null {
  const summaries = calibrationBins(table, bins, "width");
  const n = summaries.reduce((sum, bin) => sum + bin.n, 0);
  if (n === 0) return null;

  const base = summaries.reduce((sum, bin) => sum + bin.positives, 0) / n;
  const means = summaries.map(binMeans);
  const overBins = (f: (mean: BinMeans) => number): number =>
    compensatedSum(means.map((mean) => mean.n * f(mean))) / n;
  return {
    reliability: overBins((bin) => (bin.score - bin.observed) ** 2),
    resolution: overBins((bin) => (bin.observed - base) ** 2),
    uncertainty: base * (1 - base),
    ...withinBins(table, means, n),
  };
}

interface BinMeans {
  readonly n: number;
  readonly score: number;
  readonly observed: number;
}

function binMeans({ n, positives, meanScore }: CalibrationBin): BinMeans {
  return { n, score: meanScore ?? 0, observed: n === 0 ? 0 : positives / n };
}

function withinBins(
  table: ScoreTable,
  means: readonly BinMeans[],
  n: number,
): Pick<MurphyDecomposition, "withinBinVariance" | "withinBinCovariance"> {
  const variance: number[] = [];
  const covariance: number[] = [];
  for (const { score, positives, negatives } of probabilityGroups(table)) {
    const mean = means[equalWidthBin(score, means.length)];
    if (mean === undefined) continue;
    const deviation = score - mean.score;
    variance.push((positives + negatives) * deviation * deviation);
    covariance.push(deviation * (positives * (1 - mean.observed) - negatives * mean.observed));
  }
  return {
    withinBinVariance: compensatedSum(variance) / n,
    withinBinCovariance: (2 * compensatedSum(covariance)) / n,
  };
}
