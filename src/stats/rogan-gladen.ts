import { checkShare } from "./check-share.js";
import type { Bounds } from "./types.js";
import { wilsonInterval } from "./wilson-interval.js";

/** A share corrected for the errors of who judged it. */
export interface CorrectedShare {
  /** The formula's own value, which can fall outside [0, 1]. */
  readonly raw: number;
  /** A fraction in [0, 1]; null where the formula leaves it. */
  readonly value: number | null;
  /** Bounds in [0, 1]: they hold for the sampled cases, taking the stated sensitivity and specificity as exact. */
  readonly interval: Bounds;
  readonly reason?: "not-above-noise" | "above-one";
}

/**
 * Share of true positives behind a share found by reviewers (or a test) of known sensitivity and specificity.
 *
 * @param x - cases they called positive, a count
 * @param n - cases they judged, a count
 * @param sensitivity - share of true positives they call positive, a fraction in [0, 1]
 * @param specificity - share of true negatives they call negative, a fraction in [0, 1]
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns (x/n + specificity - 1) / (sensitivity + specificity - 1) with Wilson's bounds moved the same way. A raw value
 *   of 0 or less is "not-above-noise": their false alarms alone explain the count. `null` for n = 0, and where
 *   sensitivity + specificity <= 1, since then they are no better than chance
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`; for shares outside [0, 1]
 * @see Rogan & Gladen 1978, Am. J. Epidemiol. 107:71
 * @example
 * roganGladen(1, 100, 0.9, 0.98) // { raw: -0.0114, value: null, interval: { low: 0, high: 0.0392 }, reason: "not-above-noise" }
 */
export function roganGladen(
  x: number,
  n: number,
  sensitivity: number,
  specificity: number,
  level = 0.95,
): CorrectedShare | null {
  checkShare("sensitivity", sensitivity);
  checkShare("specificity", specificity);
  const seen = wilsonInterval(x, n, level);
  const youden = sensitivity + specificity - 1;
  if (seen === null || youden <= 0) return null;

  const corrected = (share: number): number => (share + specificity - 1) / youden;
  const clipped = (share: number): number => Math.min(1, Math.max(0, corrected(share)));
  const raw = corrected(x / n);
  const interval = { low: clipped(seen.low), high: clipped(seen.high) };
  if (raw <= 0 && specificity < 1) return { raw, value: null, interval, reason: "not-above-noise" };
  if (raw > 1) return { raw, value: null, interval, reason: "above-one" };
  return { raw, value: raw, interval };
}
