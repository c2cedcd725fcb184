import { perOther } from "./periods.js";

/** Cases of one period. */
export interface PerPeriod {
  readonly cases: number;
  readonly per: string;
}

/** What the cases tested are told as: those of one period of use, or themselves. */
export interface Scale {
  readonly total: number;
  /** Period of the total; null for the cases tested. */
  readonly per: string | null;
  /** What one tested positive, and one tested negative, stands for. */
  readonly positive: number;
  readonly negative: number;
  /** Flagged cases people can handle in that period; null where it is not stated. */
  readonly capacity: number | null;
}

/**
 * The scale of counts in use: tested positives and negatives, each class weighed so that positives have the base rate.
 *
 * @param baseRate - share of positives where the model is used, a fraction in [0, 1]; null tells the cases tested
 */
export function scaleOf(
  { n, positives, negatives }: Readonly<Record<"n" | "positives" | "negatives", number>>,
  baseRate: number | null,
  volume: PerPeriod | null,
  capacity: PerPeriod | null,
): Scale {
  if (baseRate === null || volume === null || positives === 0 || negatives === 0)
    return { total: n, per: null, positive: 1, negative: 1, capacity: null };
  return {
    total: volume.cases,
    per: volume.per,
    positive: (volume.cases * baseRate) / positives,
    negative: (volume.cases * (1 - baseRate)) / negatives,
    capacity: capacity === null ? null : perOther(capacity.cases, capacity.per, volume.per),
  };
}
