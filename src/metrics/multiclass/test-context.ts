import type { MetricContext } from "../metric.js";

/** The mix of classes of the test, and no other. */
export function testContext(level: number): MetricContext {
  return { level, baseRate: null, probability: false, flag: "at-or-above" };
}
