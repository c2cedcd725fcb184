import { metricNameOf } from "../../model/metric-name.js";
import type { Plan } from "../../model/plan.js";
import type { Report } from "./check.js";

/** Reported metrics that are known to be shares: percent would be read as more than all. */
export function checkReportedShares({ evaluations }: Plan, shares: readonly string[], report: Report): void {
  evaluations.forEach(({ metrics = [] }, index) => {
    metrics.forEach(({ metric, value, unit }, at) => {
      const name = metricNameOf(metric);
      if (unit !== undefined || !shares.includes(name)) return;
      const lowest = name.endsWith("-difference") ? -1 : 0;
      if (Number(value) >= lowest && Number(value) <= 1) return;
      report(
        `evaluations.${index}.metrics.${at}.value`,
        `Unexpected ${value}, expected a share such as 0.91: ${metric} is one.`,
        "Divide percent by 100, or name another `unit`.",
      );
    });
  });
}
