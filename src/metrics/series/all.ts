import type { MetricOf } from "../metric.js";
import { breakShift } from "./break-shift.js";
import { cusumFirstAlarm } from "./cusum-first-alarm.js";
import { cusumRunLength } from "./cusum-run-length.js";
import { eventRate } from "./event-rate.js";
import { neighbourCorrelation } from "./neighbour-correlation.js";
import { olsCusumP } from "./ols-cusum-p.js";
import { pettittP } from "./pettitt-p.js";
import type { SeriesCounts } from "./series-counts.js";
import { seriesLevel } from "./series-level.js";
import { splitP } from "./split-p.js";

/** Metrics of a number watched over time. */
export const seriesMetrics: readonly MetricOf<SeriesCounts>[] = [
  seriesLevel,
  eventRate,
  breakShift,
  splitP,
  olsCusumP,
  pettittP,
  neighbourCorrelation,
  cusumFirstAlarm,
  cusumRunLength,
];
