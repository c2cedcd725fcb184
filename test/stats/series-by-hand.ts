import { readFixture } from "./read-fixture.js";
import { readRows } from "./read-rows.js";

/* Series and their breaks counted again by other ways: all cuts, and the chance of an alarm by its Markov chain. */

export const g09 = readFixture("golden/G09_changepoint_nile.json") as {
  strucchange: {
    breakpoint_index: number[];
    ci_index: number[];
    segment_means: number[];
    rss_by_m: number[];
  };
  ols_cusum: { statistic: number; p: number };
  optimal_partition: { penalty: number; changepoints: number[]; objective: number }[];
  sigma_mad_diff: number;
  tabular_cusum: {
    mu0: number;
    sd0: number;
    k: number;
    h: number;
    first_alarm_low: number;
    first_alarm_high: null;
    max_low: number;
  };
  pettitt: { K: number; t: number; p_approx: number };
};

export const grid = readFixture("series-and-drift.json") as { argmaxTail: [number, number, number][] };

export const WELCH = { value: 4.660000000000002, low: 0.5798445311705214, high: 8.740155468829482 };

export const nile = readRows("nile.csv").map((row) => Number(row("flow")));

export function bestSingle(values: readonly number[]): number {
  let best = { at: 1, rss: Infinity };
  for (let at = 1; at < values.length; at += 1) {
    const rss = squares(values.slice(0, at)) + squares(values.slice(at));
    if (rss < best.rss) best = { at, rss };
  }
  return best.at;
}

export function squares(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
}

/** Least cost over all ways to cut a short series, by recursion. */
export function exhaustive(values: readonly number[], penalty: number, shortest: number): number {
  let best = squares(values);
  for (let at = shortest; at <= values.length - shortest; at += 1) {
    best = Math.min(
      best,
      squares(values.slice(0, at)) + penalty + exhaustive(values.slice(at), penalty, shortest),
    );
  }
  return best;
}

/** 1 / ARL = 1 / ARL+ + 1 / ARL-, exact for k >= h / 2 and very nearly so here. */
export function twoSided(shift: number): number {
  return 1 / (1 / oneSided(shift) + 1 / oneSided(-shift));
}

/** Brook & Evans 1972: the sum moves among 200 cells up to h = 5; solved by Gauss elimination. */
export function oneSided(shift: number): number {
  const cells = 200;
  const width = (2 * 5) / (2 * cells - 1);
  const below = (x: number): number => 0.5 * (1 + erf(x / Math.SQRT2));
  const rows = Array.from({ length: cells }, (_, i) =>
    Array.from({ length: cells + 1 }, (_, j) => {
      if (j === cells) return 1;
      const to = (j - i) * width + 0.5 - shift;
      const chance = j === 0 ? below(to + width / 2) : below(to + width / 2) - below(to - width / 2);
      return (i === j ? 1 : 0) - chance;
    }),
  );
  for (let p = 0; p < cells; p += 1) {
    const pivot = rows[p] ?? [];
    for (const row of rows.slice(p + 1)) {
      const factor = (row[p] ?? 0) / (pivot[p] ?? 1);
      for (let j = p; j <= cells; j += 1) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  const arl = new Array<number>(cells).fill(0);
  for (let p = cells - 1; p >= 0; p -= 1) {
    const row = rows[p] ?? [];
    let value = row[cells] ?? 0;
    for (let j = p + 1; j < cells; j += 1) value -= (row[j] ?? 0) * (arl[j] ?? 0);
    arl[p] = value / (row[p] ?? 1);
  }
  return arl[0] ?? NaN;
}

/** Series of the error function, ample for |x| < 6. */
export function erf(x: number): number {
  if (Math.abs(x) > 5.8) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let k = 1; k < 200; k += 1) {
    term *= (-x * x) / k;
    sum += term / (2 * k + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}
