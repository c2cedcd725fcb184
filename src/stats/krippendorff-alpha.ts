import { compensatedSum } from "./compensated-sum.js";
import type { CodedUnits } from "./types.js";

/** How far two values are apart: as categories, ranks, distances or proportions. */
export type AlphaMetric = "nominal" | "ordinal" | "interval" | "ratio";

/**
 * Krippendorff's alpha: agreement of any number of coders beyond chance, with missing values allowed.
 *
 * @param units - values per unit, finite numbers (for "ratio" >= 0) or null; equal rows may be counted together. A unit
 *   with fewer than two values says nothing about agreement and is left out
 * @param metric - what a difference means; "ordinal" orders by value
 * @returns a number of at most 1, 0 at chance; `null` without units that two coders valued, and where all values are one
 * @throws RangeError `Unexpected value -1, expected a number >= 0`, `Unexpected count 0.5, expected an integer >= 0`
 * @see Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"
 * @example
 * krippendorffAlpha([{ values: [1, 1, null], count: 4 }, { values: [1, 2, 2], count: 2 }, { values: [2, 2, 2], count: 3 }], "nominal") // 0.6615
 */
export function krippendorffAlpha(units: readonly CodedUnits[], metric: AlphaMetric): number | null {
  const { values, together, totals } = coincidences(units, metric);
  const n = compensatedSum(totals);
  const gap = differences(values, totals, metric);
  const pairs = values.flatMap((_, c) => values.map((__, k) => ({ c, k, gap: gap(c, k) })));
  const observed = compensatedSum(pairs, ({ c, k, gap: apart }) => (together[c]?.[k] ?? 0) * apart);
  const expected = compensatedSum(
    pairs,
    ({ c, k, gap: apart }) => (totals[c] ?? 0) * (totals[k] ?? 0) * apart,
  );
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

/** How often values meet within a unit, each unit weighing as many values as it has. */
function coincidences(units: readonly CodedUnits[], metric: AlphaMetric) {
  const pairable = units.flatMap(({ values, count }) => {
    if (!Number.isInteger(count) || count < 0) {
      throw new RangeError(`Unexpected count ${count}, expected an integer >= 0`);
    }
    const given = values.filter((value) => value !== null);
    const wrong = given.find((value) => !Number.isFinite(value) || (metric === "ratio" && value < 0));
    if (wrong !== undefined) {
      throw new RangeError(
        `Unexpected value ${wrong}, expected a ${metric === "ratio" ? "number >= 0" : "finite number"}`,
      );
    }
    return given.length < 2 || count === 0 ? [] : [{ given, count }];
  });
  const values = [...new Set(pairable.flatMap(({ given }) => given))].sort((a, b) => a - b);
  const place = new Map(values.map((value, index) => [value, index]));
  const together = values.map(() => values.map(() => 0));
  for (const { given, count } of pairable) {
    const weight = count / (given.length - 1);
    given.forEach((one, a) => {
      given.forEach((other, b) => {
        const row = together[place.get(one) ?? 0];
        const column = place.get(other) ?? 0;
        if (a !== b && row !== undefined) row[column] = (row[column] ?? 0) + weight;
      });
    });
  }
  return { values, together, totals: together.map((row) => compensatedSum(row)) };
}

/** Squared difference of two values, by their places in the sorted list. */
function differences(values: readonly number[], totals: readonly number[], metric: AlphaMetric) {
  const upTo: number[] = [];
  totals.forEach((total, c) => upTo.push((upTo[c - 1] ?? 0) + total));
  // Middle of the ranks that the values of category c take up.
  const rank = (c: number): number => (upTo[c] ?? 0) - (totals[c] ?? 0) / 2;
  return (c: number, k: number): number => {
    const a = values[c] ?? 0;
    const b = values[k] ?? 0;
    if (c === k) return 0;
    if (metric === "nominal") return 1;
    if (metric === "ordinal") return (rank(c) - rank(k)) ** 2;
    return metric === "interval" ? (a - b) ** 2 : ((a - b) / (a + b)) ** 2;
  };
}
