import { confusionAt } from "./confusion-at.js";
import type { ScoreTable } from "./types.js";

/** Errors of a comparison engine at one threshold. Counts, and their shares in [0, 1] or `null` for no comparison. */
export interface MatchErrorRates {
  readonly falseMatches: number;
  readonly impostors: number;
  readonly fmr: number | null;
  readonly falseNonMatches: number;
  readonly genuine: number;
  readonly fnmr: number | null;
}

/**
 * False match rate and false non-match rate of a 1:1 comparison at a threshold.
 *
 * @param table - distinct scores ascending; positives are genuine comparisons, negatives impostor comparisons
 * @param threshold - in the unit of the score; a comparison is accepted iff score >= threshold
 * @returns FMR = impostors accepted / impostors, FNMR = genuine not accepted / genuine, with their counts
 * @throws RangeError for a malformed table or a threshold that is NaN
 * @see ISO/IEC 19795-1 for the definitions (from memory)
 * @example
 * matchErrorRates([{ score: 1, positives: 1, negatives: 4 }, { score: 2, positives: 4, negatives: 1 }], 2) // { falseMatches: 1, impostors: 5, fmr: 0.2, falseNonMatches: 1, genuine: 5, fnmr: 0.2 }
 */
export function matchErrorRates(table: ScoreTable, threshold: number): MatchErrorRates {
  const { tp, fn, fp, tn } = confusionAt(table, threshold);
  const [genuine, impostors] = [tp + fn, fp + tn];
  return {
    falseMatches: fp,
    impostors,
    fmr: impostors === 0 ? null : fp / impostors,
    falseNonMatches: fn,
    genuine,
    fnmr: genuine === 0 ? null : fn / genuine,
  };
}
