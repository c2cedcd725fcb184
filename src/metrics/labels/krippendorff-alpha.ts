import { krippendorffAlphaInterval } from "../../stats/krippendorff-alpha-interval.js";
import { krippendorffAlpha } from "../../stats/krippendorff-alpha.js";
import { missing, type MetricOf } from "../metric.js";
import type { LabelCounts } from "./label-counts.js";

/** Beyond so many steps the jackknife would take minutes: units that differ, times categories squared. */
const mostSteps = 5e7;

export const krippendorffAlphaOfLabels: MetricOf<LabelCounts> = {
  id: "krippendorff-alpha",
  summary: "Agreement of any number of people beyond chance, with missing labels allowed (Krippendorff).",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  compute: ({ units, scale, coded }, level) => {
    const known = units.filter(({ values }) => values.filter((value) => value !== null).length >= 2);
    const n = known.reduce((sum, { count }) => sum + count, 0);
    if (n === 0) return missing("no-common-cases");
    if (!coded) return missing("labels-not-numbers", n);
    const value = krippendorffAlpha(units, scale);
    if (value === null) return missing("one-label", n);
    const categories = new Set(known.flatMap(({ values }) => values)).size;
    const isSmall = known.length * categories ** 2 <= mostSteps;
    const bounds = isSmall ? krippendorffAlphaInterval(units, scale, level) : null;
    return {
      ...missing("", n),
      value,
      reason: bounds === null ? "no-interval" : null,
      interval:
        bounds === null ? null : { ...bounds, level, method: "jackknife over cases", side: "two-sided" },
    };
  },
};
