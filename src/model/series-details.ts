import type { Bounds } from "../stats/types.js";

/** A change of level that a series shows. */
export interface SeriesBreak {
  /** Number of periods before the change. */
  readonly at: number;
  /** First period of the new level. */
  readonly period: string;
  /** Earliest and latest first period of the new level; null without an interval, and `reason` says why. */
  readonly first: string | null;
  readonly last: string | null;
  readonly reason: string | null;
  /** Means of the stretches before and after, and their difference. */
  readonly before: number;
  readonly after: number;
  readonly shift: number;
  readonly interval: Bounds | null;
  /** What is recorded nearest to it, and how many periods away; null where nothing is recorded. */
  readonly nearest: { readonly what: string; readonly at: string; readonly distance: number } | null;
}

/** What finders need of a series. */
export interface SeriesDetails {
  readonly breaks: readonly SeriesBreak[];
  /** Chance of a split as good as the best one in the same values in random order; null where it cannot be tested. */
  readonly p: number | null;
  /** Robust standard deviation of a period; null where nothing varies. */
  readonly scale: number | null;
  readonly firstPeriod: string | null;
  readonly lastPeriod: string | null;
}
