import { missing, type MetricOf } from "../metric.js";

/** Production volume of some cells of a coverage matrix, and of all of them, in the unit of the plan. */
export interface VolumeSums {
  readonly own: number;
  readonly all: number;
}

export const volumeShare: MetricOf<VolumeSums> = {
  id: "volume-share",
  summary:
    "Share of the production volume in kinds of case that were measured, are thin, untested or out of scope.",
  of: "cases",
  unit: "share",
  origin: "derived",
  better: null,
  compute: ({ own, all }) => {
    if (all === 0) return missing("no-volume");
    const isCount = Number.isInteger(own) && Number.isInteger(all);
    // Production was counted, not sampled: the share has no interval.
    const counts = isCount ? { numerator: own, denominator: all, n: all } : {};
    return { ...missing("counted"), value: own / all, ...counts };
  },
};
