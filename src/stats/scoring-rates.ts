import { checkShare } from "./check-share.js";
import { impactRatios, type ImpactRatio } from "./impact-ratios.js";

/** Scores of one group of an audit: distinct or not, each with the count of persons who have it. */
export interface ScoredGroup {
  readonly group: string;
  readonly scores: readonly { readonly score: number; readonly count: number }[];
  readonly known?: boolean;
}

/**
 * Scoring rates of a tool that gives scores: the share of each group above the median of the whole audited sample.
 *
 * @param groups - groups of one characteristic; those of unknown category belong to the sample and so to its median
 * @param leaveOut - as impactRatios, a fraction in [0, 1]; defaults to 0
 * @returns the median of all scores (the mean of the middle two of an even number), and the rows of impactRatios, in
 *   which `selected` counts scores strictly above the median: heavy ties at the median lower every rate. The median is
 *   `null` without persons
 * @throws RangeError `Unexpected score NaN, expected a finite number`; `Unexpected count -1, expected an integer >= 0`
 * @see 6 RCNY 5-300 and 5-301 (Local Law 144 of 2021)
 * @example
 * scoringRates([{ group: "a", scores: [{ score: 1, count: 2 }] }, { group: "b", scores: [{ score: 1, count: 1 }, { score: 2, count: 1 }] }]) // { median: 1, rates: [{ group: "a", selected: 0, assessed: 2, rate: 0, ratio: 0, reason: null }, { group: "b", selected: 1, assessed: 2, rate: 0.5, ratio: 1, reason: null }] }
 */
export function scoringRates(
  groups: readonly ScoredGroup[],
  leaveOut = 0,
): { readonly median: number | null; readonly rates: ImpactRatio[] } {
  checkShare("leaveOut", leaveOut);
  const all = groups.flatMap(({ scores }) => scores);
  for (const { score, count } of all) {
    if (!Number.isFinite(score)) {
      throw new RangeError(`Unexpected score ${score}, expected a finite number`);
    }
    if (!Number.isInteger(count) || count < 0) {
      throw new RangeError(`Unexpected count ${count}, expected an integer >= 0`);
    }
  }
  const median = medianOf(all);
  const audited = groups.map(({ group, scores, known = true }) => ({
    group,
    selected: sum(scores.filter(({ score }) => median !== null && score > median)),
    assessed: sum(scores),
    known,
  }));
  return { median, rates: impactRatios(audited, leaveOut) };
}

function sum(scores: readonly { readonly count: number }[]): number {
  return scores.reduce((total, { count }) => total + count, 0);
}

function medianOf(scores: ScoredGroup["scores"]): number | null {
  const total = sum(scores);
  if (total === 0) return null;

  const sorted = scores.toSorted((a, b) => a.score - b.score);
  const at = (place: number): number => {
    let passed = 0;
    for (const { score, count } of sorted) {
      passed += count;
      if (place < passed) return score;
    }
    return sorted.at(-1)?.score ?? NaN;
  };
  const low = at(Math.floor((total - 1) / 2));
  const high = at(Math.floor(total / 2));
  // Equal middles stay themselves; halves are added apart, so that two huge scores do not overflow.
  return low === high ? low : low / 2 + high / 2;
}
