import { fmrTargetSupport } from "./fmr-target-support.js";
import type { FmrTargetSupport } from "./fmr-target-support.js";
import { tprAtFpr } from "./tpr-at-fpr.js";
import { classCounts } from "./class-counts.js";
import { matchErrorRates } from "./match-error-rates.js";
import type { MatchErrorRates } from "./match-error-rates.js";
import type { ScoreTable } from "./types.js";

/** A threshold that keeps a false match rate, with what it does; no point where the data do not carry one. */
export interface ThresholdAtFmr {
  readonly support: FmrTargetSupport;
  readonly point: (MatchErrorRates & { readonly threshold: number }) | null;
  readonly reason: "too-few-impostors" | "no-threshold-keeps" | null;
}

/**
 * The most lenient observed threshold that keeps a target false match rate.
 *
 * @param table - distinct scores ascending; positives are genuine comparisons, negatives impostor comparisons
 * @param target - largest allowed false match rate, a fraction in (0, 1)
 * @returns the smallest observed score at which FMR <= target, with the errors there (accepted iff score >=
 *   threshold). No point, and a reason, where fewer than 10 false matches are expected at the target, or where the
 *   best score of all is shared by too many impostors. `null` unless both classes are present
 * @throws RangeError `Unexpected target 0, expected 0 < target < 1`, or for a malformed table
 * @see ISO/IEC 19795-1 for the usage (from memory)
 * @example
 * thresholdAtFmr([{ score: 1, positives: 1, negatives: 90 }, { score: 2, positives: 9, negatives: 10 }], 0.1) // { support: { verdict: "caution", expectedErrors: 10, neededToState: 100, neededToTrust: 300 }, point: { threshold: 2, falseMatches: 10, impostors: 100, fmr: 0.1, falseNonMatches: 1, genuine: 10, fnmr: 0.1 }, reason: null }
 */
export function thresholdAtFmr(table: ScoreTable, target: number): ThresholdAtFmr | null {
  const { positives, negatives } = classCounts(table);
  const support = fmrTargetSupport(negatives, target);
  if (positives === 0 || negatives === 0) return null;
  if (support.verdict === "refused") return { support, point: null, reason: "too-few-impostors" };

  const threshold = tprAtFpr(table, target)?.threshold ?? null;
  if (threshold === null) return { support, point: null, reason: "no-threshold-keeps" };
  return { support, point: { threshold, ...matchErrorRates(table, threshold) }, reason: null };
}
