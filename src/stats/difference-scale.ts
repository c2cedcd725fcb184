import { sampleQuantile } from "./sample-quantile.js";

/**
 * Standard deviation of a series around its level, from the differences of neighbours: a shift of the level, which
 * would inflate the plain standard deviation, touches one difference only.
 *
 * @param values - the series in order of time, finite numbers
 * @returns 1.4826 times the median absolute deviation of the differences, over the root of 2, in the unit of the
 *   series; `null` below 3 values, or where more than half of the differences are the same, so that it would be 0
 * @see Hampel 1974, JASA 69:383 (the deviation and its factor); too small where neighbours move together
 * @example
 * differenceScale([1, 3, 2, 5, 4, 4]) // 1.0484
 */
export function differenceScale(values: readonly number[]): number | null {
  if (values.length < 3) return null;
  const differences = values.slice(1).map((value, t) => value - (values[t] ?? value));
  const middle = median(differences);
  const scale = (NORMAL_FACTOR * median(differences.map((step) => Math.abs(step - middle)))) / Math.SQRT2;
  return scale > 0 ? scale : null;
}

/** 1 / the 75th percentile of the standard normal, to the four digits in use since Hampel. */
const NORMAL_FACTOR = 1.4826;

function median(values: readonly number[]): number {
  return (
    sampleQuantile(
      [...values].sort((a, b) => a - b),
      0.5,
    ) ?? 0
  );
}
