import type { ErrorSums } from "../../stats/error-sums.js";
import type { RatioSums } from "../../stats/ratio-interval.js";

/** Sums over the cases of one unit: a period, a subject, or all rows at once. */
export interface UnitSums extends ErrorSums {
  /** Cases with an interval forecast, and those whose actual lies within it. */
  readonly intervals: number;
  readonly covered: number;
  readonly width: number;
  /** Sum of the distances of actuals outside their interval. */
  readonly outside: number;
  /** Per quantile that was forecast: cases with one, and the sum of their pinball losses. */
  readonly quantiles: Readonly<Record<string, { readonly n: number; readonly loss: number }>>;
}

/** What the errors of a group of cases are measured from. */
export interface ErrorCounts {
  /** Periods in order of time, subjects, or a single unit of all rows. */
  readonly units: readonly UnitSums[];
  readonly unit: "periods" | "subjects" | "rows";
  /** Second moments over rows by metric; only where rows are the units. */
  readonly rowSums: Readonly<Record<string, RatioSums>>;
  /** How blocks of periods are drawn. */
  readonly draws: { readonly blockLength: number; readonly replicates: number; readonly seed: number };
  /** Error of the seasonal naive forecast over the history; null without one. */
  readonly scale: number | null;
  /** Coverage that interval forecasts claim; null where there are none. */
  readonly nominal: number | null;
  /** The quantile of interest, as the plan writes it; only for the pinball loss. */
  readonly quantile: string | null;
}
