/** What a CUSUM chart watches for. */
export interface CusumDesign {
  /** Level to hold, in the unit of the series. */
  readonly target: number;
  /** Standard deviation of one value, in the unit of the series, > 0. */
  readonly sd: number;
  /** Slack in standard deviations: half the shift to catch. */
  readonly k: number;
  /** Decision limit in standard deviations. */
  readonly h: number;
}

/** Both one-sided sums after every value, in standard deviations, and the first value that raised each alarm. */
export interface TabularCusum {
  readonly high: readonly number[];
  readonly low: readonly number[];
  /** 1-based; `null` where the limit was never passed. */
  readonly firstHigh: number | null;
  readonly firstLow: number | null;
}

/**
 * Tabular (two-sided) CUSUM chart: sums up what exceeds the target by more than the slack, and alarms past the limit.
 *
 * @param values - the series in order of time
 * @param design - target, standard deviation, slack and limit; 0.5 and 5 catch a shift of one standard deviation
 * @returns the upper and lower sums and their first alarms; the sums run on after an alarm
 * @throws RangeError `Unexpected sd 0, expected sd > 0`
 * @see Page 1954, Biometrika 41:100; Montgomery, Introduction to Statistical Quality Control, 9.1
 * @example
 * tabularCusum([0, 3, 3, 3], { target: 0, sd: 1, k: 0.5, h: 5 }) // { high: [0, 2.5, 5, 7.5], low: [0, 0, 0, 0], firstHigh: 4, firstLow: null }
 */
export function tabularCusum(values: readonly number[], { target, sd, k, h }: CusumDesign): TabularCusum {
  if (!(sd > 0)) throw new RangeError(`Unexpected sd ${sd}, expected sd > 0`);

  const high: number[] = [];
  const low: number[] = [];
  for (const value of values) {
    const z = (value - target) / sd;
    high.push(Math.max(0, (high.at(-1) ?? 0) + z - k));
    low.push(Math.max(0, (low.at(-1) ?? 0) - z - k));
  }
  return { high, low, firstHigh: firstAbove(high, h), firstLow: firstAbove(low, h) };
}

function firstAbove(sums: readonly number[], h: number): number | null {
  const at = sums.findIndex((sum) => sum > h);
  return at < 0 ? null : at + 1;
}
