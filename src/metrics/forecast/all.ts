import type { MetricOf } from "../metric.js";
import type { ErrorCounts } from "./error-counts.js";
import { forecastBias } from "./forecast-bias.js";
import { intervalCoverage } from "./interval-coverage.js";
import { intervalScore } from "./interval-score.js";
import { mae } from "./mae.js";
import { mape } from "./mape.js";
import { mase } from "./mase.js";
import { meanError } from "./mean-error.js";
import { pinballLoss } from "./pinball-loss.js";
import { rmse } from "./rmse.js";
import { wape } from "./wape.js";

/** Metrics of predictions of a number, with or without an order in time. */
export const errorMetrics: readonly MetricOf<ErrorCounts>[] = [
  mae,
  rmse,
  wape,
  mape,
  forecastBias,
  meanError,
  intervalCoverage,
  intervalScore,
  pinballLoss,
];

/** Metrics of forecasts. */
export const forecastMetrics: readonly MetricOf<ErrorCounts>[] = [...errorMetrics, mase];
