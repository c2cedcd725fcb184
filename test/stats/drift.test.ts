import { describe, expect, it } from "vitest";
import { chiSquaredIndependence } from "../../src/stats/chi-squared-independence.js";
import { chiSquaredQuantile } from "../../src/stats/chi-squared-quantile.js";
import { jensenShannonDistance } from "../../src/stats/jensen-shannon-distance.js";
import { klDivergence } from "../../src/stats/kl-divergence.js";
import { kolmogorovFiniteUpperTail } from "../../src/stats/kolmogorov-finite-upper-tail.js";
import { kolmogorovUpperTail } from "../../src/stats/kolmogorov-upper-tail.js";
import { ksTwoSample } from "../../src/stats/ks-two-sample.js";
import { poissonDraw } from "../../src/stats/poisson-draw.js";
import { psiNull } from "../../src/stats/psi-null.js";
import { psi } from "../../src/stats/psi.js";
import { seededRandom } from "../../src/stats/random.js";
import { referenceBins } from "../../src/stats/reference-bins.js";
import { valueTallies } from "../../src/stats/value-tallies.js";
import { wassersteinDistance } from "../../src/stats/wasserstein-distance.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";
import { readRows } from "./read-rows.js";

const g08 = readFixture("golden/G08_drift.json") as {
  psi_binned: {
    base: number[];
    cur: number[];
    psi: number;
    js_distance_base2?: number;
    kl_nats?: number;
  }[];
  continuous: {
    ks_stat: number;
    ks_p_exact: number;
    ks_p_asymp: number;
    psi_ref_deciles: number;
    expected: number[];
    actual: number[];
    wasserstein: number;
  };
  chi2: { table: number[][]; chi2: number; p: number; dof: number; cramers_v: number };
};
const grid = readFixture("series-and-drift.json") as {
  kolmogorov: [number, number][];
  kolmogorovFinite: [number, number, number][];
  chiSquaredQuantile: [number, number, number][];
  ksExact: { reference: number[]; current: number[]; d: number; p: number }[];
};

const rows = readRows("drift_two_samples.csv");
const sample = (name: string): number[] =>
  rows.filter((row) => row("sample") === name).map((row) => Number(row("x")));
const others = [...new Set(rows.map((row) => row("sample")))].filter((name) => name !== "ref");
const tallies = valueTallies(sample("ref"), sample(others[0] ?? ""));

describe("G08, formulas, scipy 1.10.1 jensenshannon, ks_2samp, wasserstein_distance, chi2_contingency", () => {
  it.each(g08.psi_binned)("PSI, JS, KL of $cur", ({ base, cur, psi: golden, js_distance_base2, kl_nats }) => {
    expectClose(psi(base, cur), golden, 1e-12);
    if (js_distance_base2 !== undefined)
      expectClose(jensenShannonDistance(base, cur), js_distance_base2, 1e-12);
    if (kl_nats !== undefined) expectClose(klDivergence(cur, base), kl_nats, 1e-12);
  });
  it("PSI over deciles of the reference", () => {
    const bins = referenceBins(tallies);
    expect(bins?.reference).toEqual(g08.continuous.expected);
    expect(bins?.current).toEqual(g08.continuous.actual);
    expectClose(psi(bins?.reference ?? [], bins?.current ?? []), g08.continuous.psi_ref_deciles, 1e-12);
  });
  it("KS: D and the exact p-value", () => {
    const ks = ksTwoSample(tallies);
    expectClose(ks?.d, g08.continuous.ks_stat, 1e-12);
    expectClose(ks?.p, g08.continuous.ks_p_exact, 1e-9);
    expect(ks?.method).toBe("exact");
  });
  it("KS: scipy's 'asymp' is the exact one-sample law at n m / (n + m), rounded", () => {
    const n = sample("ref").length;
    const m = sample(others[0] ?? "").length;
    const p = kolmogorovFiniteUpperTail(Math.round((n * m) / (n + m)), g08.continuous.ks_stat);
    expectClose(p, g08.continuous.ks_p_asymp, 1e-9);
  });
  it("Wasserstein distance (printed to 8 digits)", () => {
    expectClose(wassersteinDistance(tallies), g08.continuous.wasserstein, 1e-7);
  });
  it("chi-squared and Cramer's V", () => {
    const result = chiSquaredIndependence(g08.chi2.table);
    expectClose(result?.chi2, g08.chi2.chi2, 1e-12);
    expectClose(result?.p, g08.chi2.p, 1e-9);
    expectClose(result?.cramersV, g08.chi2.cramers_v, 1e-12);
    expect(result?.df).toBe(g08.chi2.dof);
  });
});

describe("special functions of drift, over a grid", () => {
  it.each(grid.kolmogorov)("kolmogorovUpperTail(%f), mpmath 1.3.0 nsum", (x, p) => {
    expectClose(kolmogorovUpperTail(x), p, 1e-12);
  });
  it("kolmogorovUpperTail at the edges", () => {
    expect(kolmogorovUpperTail(0)).toBe(1);
    expect(kolmogorovUpperTail(40)).toBe(0);
    expect(() => kolmogorovUpperTail(-1)).toThrow("Unexpected x -1");
    expect(() => kolmogorovUpperTail(NaN)).toThrow("Unexpected x NaN");
  });
  it.each(grid.kolmogorovFinite)("kolmogorovFiniteUpperTail(%i, %f), scipy 1.17.1 kstwo.sf", (n, d, p) => {
    const value = kolmogorovFiniteUpperTail(n, d);
    // Above n = 140 scipy itself approximates (Pelz & Good), to about 1e-7.
    expect(Math.abs(value - p), `${value} against ${p}`).toBeLessThan((n > 140 ? 1e-6 : 1e-9) * p + 1e-14);
  });
  it("kolmogorovFiniteUpperTail at the edges", () => {
    expect(kolmogorovFiniteUpperTail(10, 0)).toBe(1);
    expect(kolmogorovFiniteUpperTail(10, 1)).toBe(0);
    expect(() => kolmogorovFiniteUpperTail(0, 0.5)).toThrow("Unexpected n 0");
  });
  it("an unbalanced pair takes the finite law, a large one the limit", () => {
    const moved = (n: number, m: number) =>
      ksTwoSample([
        { value: 1, reference: n / 2, current: 0.4 * m },
        { value: 2, reference: n / 2, current: 0.6 * m },
      ]);
    expect(moved(1_000_000, 100)).toMatchObject({ method: "asymptotic", d: 0.1 });
    expectClose(moved(1_000_000, 100)?.p, kolmogorovFiniteUpperTail(100, 0.1), 1e-12);
    expectClose(moved(40_000, 500)?.p, kolmogorovFiniteUpperTail(494, 0.1), 1e-12);
    expectClose(moved(40_000, 40_000)?.p, kolmogorovUpperTail(0.1 * Math.sqrt(20_000)), 1e-12);
  });
  it.each(grid.chiSquaredQuantile)("chiSquaredQuantile(%f, %i), mpmath 1.3.0 findroot", (p, df, value) => {
    expectClose(chiSquaredQuantile(p, df), value, 1e-8);
  });
  it.each(grid.ksExact)("exact KS, scipy 1.17.1 ks_2samp, D = $d", ({ reference, current, d, p }) => {
    const ks = ksTwoSample(valueTallies(reference, current));
    expectClose(ks?.d, d, 1e-12);
    expectClose(ks?.p, p, 1e-9);
  });
});

describe("drift at the edges", () => {
  it("no cases on a side: null", () => {
    const empty = valueTallies([], [1, 2]);
    expect([ksTwoSample(empty), wassersteinDistance(empty), referenceBins(empty)]).toEqual([
      null,
      null,
      null,
    ]);
    expect([psi([0, 0], [1, 2]), psi([1], [0]), psiNull([1], [0])]).toEqual([null, null, null]);
    expect([jensenShannonDistance([0], [1]), klDivergence([1], [0])]).toEqual([null, null]);
  });
  it("all values equal: no bins to compare, no difference", () => {
    const equal = valueTallies([5, 5, 5], [5, 5]);
    expect(referenceBins(equal)).toEqual({ edges: [], reference: [3], current: [2] });
    expect(psi([3], [2])).toBe(0);
    expect(psiNull([3], [2])).toEqual({ expected: 0, p95: 0, p99: 0, method: "chi-squared" });
    expect(ksTwoSample(equal)).toMatchObject({ d: 0, p: 1 });
  });
  it("values beyond a constant reference are seen by KS and distance", () => {
    const moved = valueTallies([5, 5, 5], [7, 7]);
    expect(ksTwoSample(moved)).toMatchObject({ d: 1, at: 5 });
    expect(wassersteinDistance(moved)).toBe(2);
  });
  it("disjoint bins: JS 1, KL infinite and therefore null", () => {
    expect(jensenShannonDistance([5, 0], [0, 5])).toBe(1);
    expect(klDivergence([0, 5], [5, 0])).toBeNull();
  });
  it("ties at the deciles give fewer bins, none of them empty in the reference", () => {
    const bins = referenceBins(valueTallies([0, 0, 0, 0, 0, 0, 0, 0, 1, 2], [0, 1, 2, 3]));
    expect(bins?.reference.every((count) => count > 0)).toBe(true);
    expect(bins?.reference.reduce((a, b) => a + b)).toBe(10);
    expect(bins?.current.reduce((a, b) => a + b)).toBe(4);
  });
  it("-0 and 0 are one value; NaN is none", () => {
    expect(valueTallies([-0], [0])).toEqual([{ value: 0, reference: 1, current: 1 }]);
    expect(() => valueTallies([NaN], [])).toThrow("Unexpected value NaN");
  });
  it("a table with one row or column of cases has no test", () => {
    expect(chiSquaredIndependence([[3, 4]])).toBeNull();
    expect(
      chiSquaredIndependence([
        [3, 0],
        [4, 0],
      ]),
    ).toBeNull();
    expect(chiSquaredIndependence([])).toBeNull();
    expect(() => chiSquaredIndependence([[1, 2], [3]])).toThrow("Unexpected row of 1 counts");
  });
});

describe("psiNull", () => {
  const even = new Array<number>(10).fill(18);
  it("is what simulated samples of 180 give: mean .10, 95th percentile .19 (standards: computed so)", () => {
    const result = psiNull(even, even);
    expectClose(result?.expected, 0.1, 1e-12);
    expectClose(result?.p95, 0.188, 0.01);
  });
  it("matches rows drawn one by one and cut at the reference's own deciles", () => {
    const random = seededRandom(3);
    const values: number[] = [];
    for (let repeat = 0; repeat < 800; repeat += 1) {
      const draw = (n: number): number[] => Array.from({ length: n }, random);
      const bins = referenceBins(valueTallies(draw(180), draw(180)));
      values.push(psi(bins?.reference ?? [], bins?.current ?? []) ?? NaN);
    }
    values.sort((a, b) => a - b);
    const result = psiNull(even, even);
    expectClose(values.reduce((a, b) => a + b) / 800, result?.expected, 0.1);
    expectClose(values[760], result?.p95, 0.12);
    expectClose(values[792], result?.p99, 0.15);
  });
  it("simulates where bins are thin, near the formula where it holds, and repeats itself", () => {
    const thin = [40, 40, 40, 3];
    const simulated = psiNull(thin, [30, 30, 30, 2]);
    expect(simulated?.method).toBe("simulated");
    expect(psiNull(thin, [30, 30, 30, 2])).toEqual(simulated);
    const nearly = psiNull([400, 400, 400, 9], [400, 400, 400, 0]);
    expect(nearly?.method).toBe("simulated");
    expect(nearly?.expected).toBeGreaterThan(3 * (1 / 1209 + 1 / 1200));
  });
});

describe("poissonDraw", () => {
  it.each([0.3, 4, 60, 400])("has mean and variance %d", (mean) => {
    const random = seededRandom(11);
    const draws = Array.from({ length: 20_000 }, () => poissonDraw(mean, random));
    const average = draws.reduce((a, b) => a + b) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - average) ** 2, 0) / draws.length;
    expectClose(average, mean, 0.03);
    expectClose(variance, mean, 0.05);
  });
});
