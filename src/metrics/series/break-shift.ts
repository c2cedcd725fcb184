import { newcombeDifference } from "../../stats/newcombe-difference.js";
import { missing, type MetricOf } from "../metric.js";
import type { SeriesCounts } from "./series-counts.js";

export const breakShift: MetricOf<SeriesCounts> = {
  id: "break-shift",
  summary:
    "Level after a change less the level before it. The change was searched for, so the range flatters it.",
  of: "cases",
  unit: "quantity",
  origin: "measured",
  better: null,
  compute: ({ change }, level) => {
    if (change === null) return missing("no-break");
    const { before, after, periods } = change;
    if (before !== null && after !== null) {
      const difference = newcombeDifference(after.events, after.cases, before.events, before.cases, level);
      if (difference === null) return missing("no-cases", periods);
      const { interval } = difference;
      return {
        ...missing("", after.cases + before.cases),
        value: difference.difference,
        interval: { ...interval, level, method: "Newcombe, counts of both stretches", side: "two-sided" },
      };
    }
    const { interval } = change;
    return {
      ...missing(interval === null ? "nothing-varies-in-time" : "", periods),
      value: change.shift,
      interval:
        interval === null
          ? null
          : {
              ...interval,
              level,
              method: "Welch, widened where neighbours move together",
              side: "two-sided",
            },
    };
  },
};
