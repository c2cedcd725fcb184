import type { Measured } from "../metric.js";
import { decisionRate } from "../rate.js";
import { marginsOf, wholeCell, type ClassCell } from "./class-cell.js";
import { testContext } from "./test-context.js";

/**
 * Share of all cases given their actual class, with its interval, by subject where rows share subjects. Its
 * baseline is what always saying the largest class would score.
 */
export function allRight(cell: ClassCell, level: number): Measured {
  const { actual } = marginsOf(cell.matrix);
  const n = actual.reduce((sum, count) => sum + count, 0);
  const counts = ({ tp, fn }: { tp: number; fn: number }) => ({ x: tp, n: tp + fn });
  const measured = decisionRate(wholeCell(cell), testContext(level), counts, "no-cases");
  return { ...measured, baseline: n === 0 ? null : Math.max(...actual) / n };
}
