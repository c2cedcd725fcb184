import type { Bounds } from "../../stats/types.js";
import type { RunLength } from "../../stats/cusum-run-length.js";

/** What one series, or one stretch or change of it, is measured from. */
export interface SeriesCounts {
  /** Values of the stretch, without their season where that was taken away. */
  readonly values: readonly number[];
  /** Events and cases of the stretch; null where values were given. */
  readonly total: { readonly events: number; readonly cases: number } | null;
  /** Long-run variance over variance of neighbouring periods, 1 where they are independent. */
  readonly inflation: number;
  /** The change a metric is narrowed to; null for the series as a whole. */
  readonly change: SeriesChange | null;
  /** Tests of the whole series; null where they do not exist. */
  readonly tests: SeriesTests;
  readonly chart: CusumFacts | null;
  /** The simulated run length a metric is narrowed to. */
  readonly runLength: RunLength | null;
}

export interface SeriesChange {
  readonly shift: number;
  readonly interval: Bounds | null;
  /** Events and cases of the stretches before and after; null where values were given. */
  readonly before: { readonly events: number; readonly cases: number } | null;
  readonly after: { readonly events: number; readonly cases: number } | null;
  readonly periods: number;
}

export interface SeriesTests {
  readonly split: number | null;
  readonly cusum: number | null;
  readonly pettitt: number | null;
  readonly correlation: number | null;
}

/** A CUSUM chart over the periods after its baseline. */
export interface CusumFacts {
  /** Periods watched until the first alarm; null where none was raised. */
  readonly firstAlarm: number | null;
  readonly watched: number;
  readonly k: number;
  readonly h: number;
  readonly seed: number;
  readonly replicates: number;
}
