import { calibrationBins } from "./calibration-bins.js";
import { checkBinCount } from "./check-bin-count.js";
import { chiSquaredUpperTail } from "./chi-squared-upper-tail.js";
import { compensatedSum } from "./compensated-sum.js";
import type { ScoreTable } from "./types.js";

/** Hosmer-Lemeshow statistic with the number of groups it used and both p-values. */
export interface HosmerLemeshow {
  readonly chi2: number;
  readonly groups: number;
  readonly pDevelopment: number | null;
  readonly pExternal: number;
}

/**
 * Hosmer-Lemeshow test of calibration. Secondary: it depends on the grouping and, at large n, rejects everything.
 *
 * @param table - distinct scores in [0, 1] ascending with counts
 * @param groups - number of groups of equal size, an integer of at least 1; defaults to 10. Rows sorted by score are
 *   cut as numpy.array_split does, ties as in splitByMass
 * @returns chi2 >= 0; `groups` used, fewer where a group that expects no positive or no negative was merged with
 *   its neighbour; the p-value with groups - 2 df (scores fitted on these cases; `null` below 3 groups) and with
 *   groups df (external cases). `null` where no group expects both classes
 * @throws RangeError `Unexpected groups 0, expected an integer >= 1`
 * @see Hosmer & Lemeshow 1980, Commun. Stat. Theory Methods 9:1043
 * @example
 * hosmerLemeshow([{ score: 0.2, positives: 1, negatives: 3 }, { score: 0.9, positives: 4, negatives: 0 }], 2) // { chi2: 0.5069, groups: 2, pDevelopment: null, pExternal: 0.7761 }
 */
export function hosmerLemeshow(table: ScoreTable, groups = 10): HosmerLemeshow | null {
  checkBinCount("groups", groups);
  const bins = calibrationBins(table, groups, "mass");
  const merged = mergeCertain(
    bins.map(({ n, positives, meanScore }) => ({ n, observed: positives, expected: (meanScore ?? 0) * n })),
  );
  if (merged.length === 0) return null;

  const chi2 = compensatedSum(
    merged.map(({ n, observed, expected }) => (observed - expected) ** 2 / (expected * (1 - expected / n))),
  );
  const used = merged.length;
  return {
    chi2,
    groups: used,
    pDevelopment: used < 3 ? null : chiSquaredUpperTail(chi2, used - 2),
    pExternal: chiSquaredUpperTail(chi2, used),
  };
}

interface Group {
  readonly n: number;
  readonly observed: number;
  readonly expected: number;
}

/** Merges every group without variance into the next one, a last one into the one before. */
function mergeCertain(groups: readonly Group[]): readonly Group[] {
  const merged: Group[] = [];
  let pending: Group = { n: 0, observed: 0, expected: 0 };
  for (const group of groups) {
    pending = sum(pending, group);
    if (isCertain(pending)) continue;
    merged.push(pending);
    pending = { n: 0, observed: 0, expected: 0 };
  }

  const last = merged.pop();
  return last === undefined ? [] : [...merged, sum(last, pending)];
}

function sum(a: Group, b: Group): Group {
  return { n: a.n + b.n, observed: a.observed + b.observed, expected: a.expected + b.expected };
}

function isCertain({ n, expected }: Group): boolean {
  return expected <= 0 || expected >= n;
}
