import { checkShare } from "./check-share.js";
import type { Bounds } from "./types.js";
import { wilsonIntervalFromShare } from "./wilson-interval-from-share.js";

/** Cases by score, in bins: `edges` are the lower ends, the last bin ends at 1. */
export interface ScoreBins {
  readonly edges: readonly number[];
  readonly positive: readonly number[];
  readonly negative: readonly number[];
}

/** What occurred among the cases scored like one that is shown. */
export interface CalibrationAround {
  /** Ends of the window of scores, fractions in [0, 1]. */
  readonly low: number;
  readonly high: number;
  /** Cases in the window, a count. */
  readonly n: number;
  /** Positives among them, a count. */
  readonly positives: number;
  /** 95% Wilson interval of the share of positives; null for a window without cases. */
  readonly interval: Bounds | null;
  /** True when at least 100 cases stand in the window and the shown probability fits what occurred. */
  readonly fits: boolean;
}

/** Fewest cases by which a shown probability is judged. */
const fewest = 100;
/** Half widths that are tried, the narrowest first: 14 to 16 of 100 around 15, and at most 10 to 20. */
const halfWidths = [0.01, 0.015, 0.02, 0.03, 0.04, 0.05];
/** Largest distance that passes whatever the interval says: what rain forecasts by people miss by, on average. */
const tolerance = 0.05;

/**
 * The local test of a probability that is shown to a reader: of the cases scored like it, did about as many turn out
 * positive?
 *
 * The window is the narrowest around `p`, of whole bins, that holds 100 cases; it never reaches beyond 5 of 100 on
 * either side, nor beyond half the way to 0 or to 1, and its mean score stays near `p`. It fits when the
 * Wilson interval contains `p`, or when the observed share lies within 5 of 100 and within a quarter of `p`.
 *
 * @param bins - cases by score in [0, 1], ascending
 * @param p - probability that is shown, a fraction in [0, 1]
 * @param designEffect - cases per independent case where rows share subjects, >= 1; defaults to 1
 * @returns the narrowest window with 100 cases, or the widest one tried, which then does not fit
 * @throws RangeError when p is no fraction
 * @example
 * calibrationAround({ edges: [0.14, 0.15, 0.16], positive: [9, 6, 4], negative: [51, 34, 9] }, 0.15) // { low: 0.14, high: 0.16, n: 100, positives: 15, interval: { low: 0.0931, high: 0.2328 }, fits: true }
 */
export function calibrationAround(bins: ScoreBins, p: number, designEffect = 1): CalibrationAround {
  checkShare("p", p);
  const reach = Math.max(0.005, Math.min(p, 1 - p) / 2);
  const tried = [...new Set(halfWidths.map((half) => Math.min(half, reach)))];
  const windows = tried.map((half, index) => {
    const { mean, ...window } = within(bins, Math.max(0, p - half), Math.min(1, p + half));
    // A wide window whose cases all lie to one side is not about cases like this one.
    return { ...window, centred: index === 0 || (mean !== null && Math.abs(mean - p) <= half / 2) };
  });
  const centred = windows.filter((window) => window.centred);
  const found = centred.find(({ n }) => n >= fewest) ?? centred.at(-1);
  const { low, high, n, positives } = found ?? within(bins, p, p);
  const window = { low, high, n, positives };
  if (n === 0) return { ...window, interval: null, fits: false };
  const share = positives / n;
  const interval = wilsonIntervalFromShare(share, n / designEffect);
  const contains = interval !== null && interval.low <= p && p <= interval.high;
  const near = Math.abs(share - p) <= Math.min(tolerance, p / 4);
  return { ...window, interval, fits: n >= fewest && (contains || near) };
}

/** Counts of the bins that lie wholly in a window. */
function within({ edges, positive, negative }: ScoreBins, from: number, to: number) {
  const slack = 1e-9; // Edges such as 0.15 are not exact.
  let [low, high, n, positives, sum] = [from, to, 0, 0, 0];
  let first = true;
  for (const [index, edge] of edges.entries()) {
    const end = edges[index + 1] ?? 1;
    if (edge < from - slack || end > to + slack) continue;
    if (first) low = edge;
    first = false;
    high = end;
    const cases = (positive[index] ?? 0) + (negative[index] ?? 0);
    n += cases;
    sum += (cases * (edge + end)) / 2;
    positives += positive[index] ?? 0;
  }
  return { low, high, n, positives, mean: n === 0 ? null : sum / n };
}
