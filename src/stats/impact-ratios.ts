import { checkProportion } from "./check-proportion.js";
import { checkShare } from "./check-share.js";

/** A group of an audit. `known: false` is the group of those whose category nobody knows. Counts. */
export interface AuditedGroup {
  readonly group: string;
  readonly selected: number;
  readonly assessed: number;
  readonly known?: boolean;
}

/** Selection rate and impact ratio of one group, fractions; null with the reason. */
export interface ImpactRatio {
  readonly group: string;
  readonly selected: number;
  readonly assessed: number;
  readonly rate: number | null;
  readonly ratio: number | null;
  readonly reason: "none-assessed" | "unknown-category" | "below-share" | "no-selection" | null;
}

/**
 * Impact ratios of an audit: each group's selection rate over the highest one.
 *
 * @param groups - groups of one characteristic, or of the product of several; counts of persons
 * @param leaveOut - groups below this share of those with a known category get no ratio and cannot be the highest,
 *   though their count and rate are given, a fraction in [0, 1]; New York City's rule allows 0.02; defaults to 0
 * @returns one row per group in the order given; ratios lie in [0, 1]. A ratio is `null` for an empty group, for the
 *   unknown category, for a group left out, and for all where nobody was selected
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see 6 RCNY 5-300 and 5-301 (Local Law 144 of 2021)
 * @example
 * impactRatios([{ group: "a", selected: 40, assessed: 80 }, { group: "b", selected: 30, assessed: 75 }]) // [{ group: "a", selected: 40, assessed: 80, rate: 0.5, ratio: 1, reason: null }, { group: "b", selected: 30, assessed: 75, rate: 0.4, ratio: 0.8, reason: null }]
 */
export function impactRatios(groups: readonly AuditedGroup[], leaveOut = 0): ImpactRatio[] {
  checkShare("leaveOut", leaveOut);
  const total = groups.reduce((sum, { assessed, known }) => sum + (known === false ? 0 : assessed), 0);
  const rows = groups.map(({ group, selected, assessed, known }) => {
    const rate = checkProportion(selected, assessed);
    const reason =
      rate === null
        ? "none-assessed"
        : known === false
          ? "unknown-category"
          : assessed / total < leaveOut
            ? "below-share"
            : null;
    return { group, selected, assessed, rate, reason } as const;
  });

  const highest = Math.max(0, ...rows.map(({ rate, reason }) => (reason === null ? (rate ?? 0) : 0)));
  return rows.map((row) => {
    if (row.reason !== null) return { ...row, ratio: null };
    if (highest === 0) return { ...row, ratio: null, reason: "no-selection" };
    return { ...row, ratio: (row.rate ?? 0) / highest };
  });
}
