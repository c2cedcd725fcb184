import { classCounts } from "./class-counts.js";
import { compensatedSum } from "./compensated-sum.js";
import { mergeScoreTables } from "./merge-score-tables.js";
import { normalCriticalValue } from "./normal-critical-value.js";
import { placementValues } from "./placement-values.js";
import type { Placements } from "./placement-values.js";
import type { Bounds, ScoreTable } from "./types.js";

/** An AUC over clustered cases. Variance and interval are null where the clusters cannot give them. */
export interface ClusteredAuc {
  readonly auc: number;
  readonly variance: number | null;
  readonly interval: Bounds | null;
}

/** Sums of one subject: cases of each class and their summed placement deviations. */
interface SubjectSums {
  readonly positives: number;
  readonly negatives: number;
  readonly ofPositives: number;
  readonly ofNegatives: number;
}

/**
 * AUC over cases that come in subjects, with Obuchowski's variance.
 *
 * @param subjects - one ScoreTable per subject; a higher score means "more likely positive"
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns the AUC of all cases, its variance and the normal interval clipped to [0, 1]. Each sum of squares
 *   carries the factor I / (I - 1), with I the subjects that hold the class (all subjects for the cross term), so
 *   one row per subject gives exactly DeLong's variance. Variance `null` with fewer than two subjects holding a
 *   class and where the cross term takes it below 0; interval `null` then and at a variance of 0. `null` as a
 *   whole unless both classes are present
 * @throws RangeError for a malformed table, as occupiedGroups
 * @see Obuchowski 1997, Biometrics 53:567
 * @example
 * clusteredAuc([[{ score: 1, positives: 0, negatives: 2 }], [{ score: 1, positives: 1, negatives: 0 }, { score: 2, positives: 1, negatives: 0 }], [{ score: 2, positives: 2, negatives: 1 }]]) // { auc: 0.7083, variance: 0.0442, interval: { low: 0.2964, high: 1 } }
 */
export function clusteredAuc(subjects: readonly ScoreTable[], level = 0.95): ClusteredAuc | null {
  const z = normalCriticalValue(level);
  const placements = placementValues(mergeScoreTables(subjects));
  if (placements === null) return null;

  const { auc } = placements;
  const variance = clusterVariance(placements, subjectSums(subjects, placements));
  // Without variance the AUC is 0, 1 or that of a constant score: see delongInterval.
  if (variance === null || variance === 0) return { auc, variance, interval: null };

  const half = z * Math.sqrt(variance);
  return { auc, variance, interval: { low: Math.max(0, auc - half), high: Math.min(1, auc + half) } };
}

function subjectSums(subjects: readonly ScoreTable[], { auc, groups }: Placements): SubjectSums[] {
  const byScore = new Map(groups.map((group) => [group.score, group]));
  return subjects
    .map((table) => ({
      ...classCounts(table),
      ofPositives: compensatedSum(
        table.map((g) => g.positives * ((byScore.get(g.score)?.ofPositive ?? auc) - auc)),
      ),
      ofNegatives: compensatedSum(
        table.map((g) => g.negatives * ((byScore.get(g.score)?.ofNegative ?? auc) - auc)),
      ),
    }))
    .filter((sums) => sums.positives + sums.negatives > 0);
}

function clusterVariance({ positives, negatives }: Placements, subjects: SubjectSums[]): number | null {
  const withPositives = subjects.filter((s) => s.positives > 0).length;
  const withNegatives = subjects.filter((s) => s.negatives > 0).length;
  if (withPositives < 2 || withNegatives < 2) return null;

  const sumOver = (f: (s: SubjectSums) => number): number => compensatedSum(subjects.map(f));
  const ofPositives =
    corrected(
      withPositives,
      sumOver((s) => s.ofPositives ** 2),
    ) /
    positives ** 2;
  const ofNegatives =
    corrected(
      withNegatives,
      sumOver((s) => s.ofNegatives ** 2),
    ) /
    negatives ** 2;
  const cross = corrected(
    subjects.length,
    sumOver((s) => s.ofPositives * s.ofNegatives),
  );
  const variance = ofPositives + ofNegatives + (2 * cross) / (positives * negatives);
  return variance < 0 ? null : variance;
}

/** The small-sample factor of a sum over this many subjects. */
function corrected(count: number, sum: number): number {
  return (sum * count) / (count - 1);
}
