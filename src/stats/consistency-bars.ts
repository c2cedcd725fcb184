import { calibratedBinCount } from "./calibrated-bin-count.js";
import { checkBinCount } from "./check-bin-count.js";
import { checkLevel } from "./check-level.js";
import { equalWidthBin } from "./equal-width-bin.js";
import { normalCriticalValue } from "./normal-critical-value.js";
import { probabilityGroups } from "./probability-groups.js";
import type { ScoreGroup, ScoreTable } from "./types.js";

/** Where the share of positives of a bin would lie if its scores were right. */
export interface ConsistencyBar {
  /** Number of the bin from 0. */
  readonly bin: number;
  readonly n: number;
  /** Shares of positives, fractions in [0, 1]. */
  readonly low: number;
  readonly high: number;
}

/**
 * Consistency bars of a reliability diagram: per bin, the central range of the observed share under calibration.
 *
 * @param table - distinct scores in [0, 1] ascending with counts; the outcomes are not used
 * @param bins - number of equal-width bins, an integer of at least 1
 * @param level - coverage of a bar, a fraction in (0, 1); defaults to 0.95
 * @returns one bar per bin with cases, by ascending score; exact where few cases are expected, else normal
 * @throws RangeError `Unexpected bins 0, expected an integer >= 1`
 * @see Brocker & Smith 2007, Weather Forecast. 22:651, with the scores held
 * @example
 * consistencyBars([{ score: 0.5, positives: 2, negatives: 2 }], 10) // [{ bin: 4, n: 4, low: 0, high: 1 }]
 */
export function consistencyBars(table: ScoreTable, bins: number, level = 0.95): readonly ConsistencyBar[] {
  checkBinCount("bins", bins);
  checkLevel(level);
  const split = Array.from({ length: bins }, (): ScoreGroup[] => []);
  for (const group of probabilityGroups(table)) split[equalWidthBin(group.score, bins)]?.push(group);
  return split.flatMap((groups, bin) => (groups.length === 0 ? [] : [{ bin, ...barOf(groups, level) }]));
}

function barOf(groups: ScoreTable, level: number): Omit<ConsistencyBar, "bin"> {
  const { n, mean, variance, pmf, counts } = calibratedBinCount(groups);
  if (pmf === null) {
    const half = normalCriticalValue(level) * Math.sqrt(variance);
    return { n, low: Math.max(0, (mean - half) / n), high: Math.min(1, (mean + half) / n) };
  }
  const [few, many] = [quantileOf(pmf, (1 - level) / 2), quantileOf(pmf, (1 + level) / 2)];
  return counts === "positives"
    ? { n, low: few / n, high: many / n }
    : { n, low: (n - many) / n, high: (n - few) / n };
}

/** Smallest count that is not exceeded with at least this chance. */
function quantileOf(pmf: readonly number[], chance: number): number {
  let [k, below] = [0, pmf[0] ?? 1];
  while (below < chance && k < pmf.length - 1) {
    k += 1;
    below += pmf[k] ?? 0;
  }
  return k;
}
