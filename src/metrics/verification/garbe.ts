import { garbeBootstrap } from "../../stats/garbe-bootstrap.js";
import type { MetricOf } from "../metric.js";
import { seed } from "./comparison-rate.js";
import { differential, effectiveCounts, type GroupRates } from "./group-rates.js";

export const garbe: MetricOf<readonly GroupRates[]> = {
  id: "garbe",
  summary:
    "GARBE: mean of the Gini coefficients of both errors; beside it what equal groups of this size would show.",
  of: "cases",
  unit: "index",
  origin: "derived",
  better: "lower",
  compute: (groups, level) => {
    const tested = groups.flatMap(({ fmr, fnmr }) => {
      if (fmr.value === null || fnmr.value === null) return [];
      const [impostors, genuine] = [effectiveCounts(fmr).trials, effectiveCounts(fnmr).trials];
      return [{ fmr: fmr.value, impostors, fnmr: fnmr.value, genuine }];
    });
    const { value, interval, equalMean, draws } = garbeBootstrap(tested, { level, seed });
    const measured = differential(groups, ["fmr", "fnmr"], () => value, "no-errors");
    if (measured.value === null || interval === null) return measured;
    const method = `bootstrap, ${draws} draws, seed ${seed}`;
    return {
      ...measured,
      reason: null,
      interval: { ...interval, level, method, side: "two-sided" },
      baseline: equalMean,
    };
  },
};
