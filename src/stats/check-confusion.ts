import type { Confusion } from "./types.js";

/** A confusion table with its margins, all counts. */
export interface ConfusionMargins extends Confusion {
  readonly positives: number;
  readonly negatives: number;
  readonly flagged: number;
  readonly passed: number;
  readonly n: number;
}

/**
 * Throws unless all four counts of a confusion table are counts.
 *
 * @param confusion - counts of decided cases
 * @param kind - "whole": integers >= 0; "effective": finite numbers >= 0, counts divided by a design effect; defaults
 *   to "whole"
 * @returns the confusion with its margins
 * @throws RangeError `Unexpected fp -1, expected an integer >= 0`
 * @example
 * checkConfusion({ tp: 8, fn: 2, fp: 1, tn: 9 }) // { tp: 8, fn: 2, fp: 1, tn: 9, positives: 10, negatives: 10, flagged: 9, passed: 11, n: 20 }
 */
export function checkConfusion(
  confusion: Confusion,
  kind: "whole" | "effective" = "whole",
): ConfusionMargins {
  const { tp, fn, fp, tn } = confusion;
  const isKind = kind === "whole" ? Number.isInteger : Number.isFinite;
  for (const [name, count] of Object.entries({ tp, fn, fp, tn })) {
    if (isKind(count) && count >= 0) continue;
    const expected = kind === "whole" ? "an integer >= 0" : "a finite number >= 0";
    throw new RangeError(`Unexpected ${name} ${count}, expected ${expected}`);
  }

  const positives = tp + fn;
  const negatives = fp + tn;
  return {
    tp,
    fn,
    fp,
    tn,
    positives,
    negatives,
    flagged: tp + fp,
    passed: fn + tn,
    n: positives + negatives,
  };
}
