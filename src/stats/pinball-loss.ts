import { checkLevel } from "./check-level.js";
import { compensatedSum } from "./compensated-sum.js";
import type { ForecastPair } from "./error-sums.js";

/**
 * Mean pinball (quantile) loss of a quantile forecast: least for the true quantile.
 *
 * @param pairs - actuals with the forecast of the quantile, in the unit of the target
 * @param quantile - the quantile that was forecast, a fraction in (0, 1)
 * @returns the mean loss in the unit of the target, >= 0; `null` for no pairs
 * @throws RangeError `Unexpected quantile 1, expected 0 < quantile < 1`
 * @see Koenker & Bassett 1978, Econometrica 46:33
 * @example
 * pinballLoss([{ actual: 10, forecast: 8 }, { actual: 5, forecast: 9 }], 0.9) // 1.1
 */
export function pinballLoss(pairs: readonly ForecastPair[], quantile: number): number | null {
  checkLevel(quantile, "quantile");
  if (pairs.length === 0) return null;
  const loss = ({ actual, forecast }: ForecastPair): number =>
    Math.max(quantile * (actual - forecast), (quantile - 1) * (actual - forecast));
  return compensatedSum(pairs, loss) / pairs.length;
}
