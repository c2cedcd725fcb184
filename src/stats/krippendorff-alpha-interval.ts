import { checkLevel } from "./check-level.js";
import { compensatedSum } from "./compensated-sum.js";
import { krippendorffAlpha, type AlphaMetric } from "./krippendorff-alpha.js";
import { studentTQuantile } from "./student-t-quantile.js";
import type { Bounds, CodedUnits } from "./types.js";

/**
 * Interval of Krippendorff's alpha by the jackknife over units: which units were drawn is what varies.
 *
 * Deterministic and without replicates; the cost grows with the number of different units, not with all of them.
 *
 * @param units - as krippendorffAlpha; equal units counted together
 * @param metric - as krippendorffAlpha
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds in [-1, 1] with Student's t; `null` where alpha is undefined, with fewer than 10 units that two coders
 *   valued, where all agree (variance 0), and where alpha is undefined without one of the units
 * @throws RangeError as krippendorffAlpha
 * @see Efron & Stein 1981, Ann. Stat. 9:586 (jackknife); Krippendorff 2011 for alpha
 * @example
 * krippendorffAlphaInterval([{ values: [1, 1], count: 9 }, { values: [1, 2], count: 2 }, { values: [2, 2], count: 9 }], "nominal") // { low: 0.5229, high: 1 }
 */
export function krippendorffAlphaInterval(
  units: readonly CodedUnits[],
  metric: AlphaMetric,
  level = 0.95,
): Bounds | null {
  checkLevel(level);
  const alpha = krippendorffAlpha(units, metric);
  const valued = units.map(({ values, count }) =>
    values.filter((value) => value !== null).length < 2 ? 0 : count,
  );
  const n = valued.reduce((sum, count) => sum + count, 0);
  if (alpha === null || n < FEWEST_UNITS) return null;

  const without: { readonly alpha: number; readonly count: number }[] = [];
  for (const [left, count] of valued.entries()) {
    if (count === 0) continue;
    const rest = units.map((unit, i) => (i === left ? { ...unit, count: unit.count - 1 } : unit));
    const value = krippendorffAlpha(rest, metric);
    if (value === null) return null;
    without.push({ alpha: value, count });
  }
  const mean = compensatedSum(without, (item) => item.count * item.alpha) / n;
  const spread = compensatedSum(without, (item) => item.count * (item.alpha - mean) ** 2);
  const variance = ((n - 1) / n) * spread;
  if (alpha === 1 || !(variance > 0)) return null;

  const half = studentTQuantile((1 + level) / 2, n - 1) * Math.sqrt(variance);
  return { low: Math.max(-1, alpha - half), high: Math.min(1, alpha + half) };
}

const FEWEST_UNITS = 10;
