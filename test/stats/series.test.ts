import { describe, expect, it } from "vitest";
import { argmaxTail } from "../../src/stats/argmax-tail.js";
import { bernoulliCusum } from "../../src/stats/bernoulli-cusum.js";
import { breakInterval } from "../../src/stats/break-interval.js";
import { cusumRunLength } from "../../src/stats/cusum-run-length.js";
import { differenceScale } from "../../src/stats/difference-scale.js";
import { lagOneCorrelation } from "../../src/stats/lag-one-correlation.js";
import { normalQuantile } from "../../src/stats/normal-quantile.js";
import { olsCusum } from "../../src/stats/ols-cusum.js";
import { optimalPartitioning } from "../../src/stats/optimal-partitioning.js";
import { pettitt } from "../../src/stats/pettitt.js";
import { seededRandom } from "../../src/stats/random.js";
import { splitPermutationP } from "../../src/stats/split-permutation-p.js";
import { tabularCusum } from "../../src/stats/tabular-cusum.js";
import { welchDifference } from "../../src/stats/welch-difference.js";
import { expectClose } from "./expect-close.js";
import { g09, grid, WELCH, nile, bestSingle, exhaustive, twoSided } from "./series-by-hand.js";

describe("G09, R strucchange 1.5-3 on datasets::Nile, own dynamic programme and formulas", () => {
  it.each(g09.optimal_partition)(
    "optimal partition at penalty $penalty",
    ({ penalty, changepoints, objective }) => {
      const partition = optimalPartitioning(nile, penalty);
      expect(partition?.changes).toEqual(changepoints);
      expectClose(partition?.objective, objective, 1e-9);
    },
  );
  it("means of the segments", () => {
    const means = optimalPartitioning(nile, g09.optimal_partition[1]?.penalty ?? NaN)?.means;
    for (const [i, mean] of g09.strucchange.segment_means.entries()) expectClose(means?.[i], mean, 1e-12);
  });
  it("2 ln n with the MAD scale finds the same break, 1898", () => {
    const scale = differenceScale(nile) ?? NaN;
    expectClose(scale, g09.sigma_mad_diff, 1e-9);
    expect(optimalPartitioning(nile, 2 * Math.log(100) * scale ** 2)?.changes).toEqual([28]);
  });
  it("confint(breakpoints(Nile ~ 1)): 25 to 32", () => {
    const [low, at, high] = g09.strucchange.ci_index;
    expect(breakInterval(nile.slice(0, 28), nile.slice(28))).toEqual({ at, interval: { low, high } });
  });
  it("OLS-CUSUM, sctest(efp())", () => {
    expectClose(olsCusum(nile)?.statistic, g09.ols_cusum.statistic, 1e-9);
    expectClose(olsCusum(nile)?.p, g09.ols_cusum.p, 1e-9);
    expect(olsCusum(nile)?.at).toBe(28);
  });
  it("Pettitt", () => {
    expect(pettitt(nile)).toMatchObject({ k: g09.pettitt.K, at: g09.pettitt.t });
    expectClose(pettitt(nile)?.p, g09.pettitt.p_approx, 1e-9);
  });
  it("tabular CUSUM", () => {
    const golden = g09.tabular_cusum;
    const chart = tabularCusum(nile, { target: golden.mu0, sd: golden.sd0, k: golden.k, h: golden.h });
    expect([chart.firstLow, chart.firstHigh]).toEqual([golden.first_alarm_low, golden.first_alarm_high]);
    expectClose(Math.max(...chart.low), golden.max_low, 1e-9);
  });
});

describe("argmaxTail, mpmath 1.3.0 integral of the joint density", () => {
  it.each(grid.argmaxTail)("x = %f, rate = %f", (x, rate, p) => expectClose(argmaxTail(x, rate), p, 1e-8));
  it("both sides share out the whole", () => {
    for (const rate of [1e-6, 0.3, 1, 40, 1e6])
      expectClose(argmaxTail(0, rate) + argmaxTail(0, 1 / rate), 1, 1e-9);
  });
  it("neither overflows nor goes below 0 far out", () => {
    expect(argmaxTail(5000, 3)).toBeGreaterThanOrEqual(0);
    expect(argmaxTail(5000, 3)).toBeLessThan(1e-100);
    expect(argmaxTail(1, 1e9)).toBeLessThan(1);
    expect(() => argmaxTail(-1, 1)).toThrow("Unexpected x -1");
    expect(() => argmaxTail(1, 0)).toThrow("Unexpected rate 0");
  });
});

describe("breakInterval", () => {
  it("covers a known break about as often as it says", () => {
    const random = seededRandom(5);
    const normal = (): number => normalQuantile(random() || 0.5);
    let covered = 0;
    for (let repeat = 0; repeat < 400; repeat += 1) {
      const values = Array.from({ length: 80 }, (_, t) => normal() + (t < 40 ? 0 : 1.5));
      // The single best break, whatever the penalty.
      const at = bestSingle(values);
      const { interval } = breakInterval(values.slice(0, at), values.slice(at));
      if (interval !== null && interval.low <= 40 && 40 <= interval.high) covered += 1;
    }
    expect(covered).toBeGreaterThan(0.92 * 400);
  });
  it("says why there is none", () => {
    expect(breakInterval([1, 1], [2, 2])).toEqual({ at: 2, interval: null, reason: "no-variation" });
    expect(breakInterval([1, 2], [2, 1])).toEqual({ at: 2, interval: null, reason: "no-change-of-mean" });
    expect(() => breakInterval([], [1])).toThrow("stretch without values");
  });
});

describe("optimalPartitioning", () => {
  it("finds what trying every partition finds", () => {
    const random = seededRandom(9);
    for (let repeat = 0; repeat < 60; repeat += 1) {
      const values = Array.from({ length: 11 }, () => Math.round(random() * 6));
      for (const shortest of [1, 2, 3]) {
        const found = optimalPartitioning(values, 2.5, shortest);
        expectClose(found?.objective, exhaustive(values, 2.5, shortest), 1e-9);
      }
    }
  });
  it("finds nothing in what does not change, and in too little", () => {
    expect(optimalPartitioning([4, 4, 4, 4, 4], 1)).toEqual({ changes: [], means: [4], objective: 0 });
    expect(optimalPartitioning([1, 100, 1], 1)?.changes).toEqual([]);
    expect(optimalPartitioning([7], 1)).toEqual({ changes: [], means: [7], objective: 0 });
    expect(optimalPartitioning([], 1)).toBeNull();
    expect(() => optimalPartitioning([1, NaN], 1)).toThrow("expected finite numbers");
    expect(() => optimalPartitioning([1, 2], 0)).toThrow("Unexpected penalty 0");
  });
  it("keeps its digits at a large level", () => {
    const values = [1, 2, 1, 2, 9, 8, 9, 8].map((value) => value + 1e9);
    expect(optimalPartitioning(values, 10)?.changes).toEqual([4]);
    expectClose(optimalPartitioning(values, 10)?.objective, 12, 1e-6);
  });
  it("alarms on few series of plain noise with the MAD scale", () => {
    const random = seededRandom(21);
    let alarms = 0;
    for (let repeat = 0; repeat < 300; repeat += 1) {
      const values = Array.from({ length: 100 }, () => normalQuantile(random() || 0.5));
      const scale = differenceScale(values) ?? NaN;
      if (optimalPartitioning(values, 2 * Math.log(100) * scale ** 2)?.changes.length !== 0) alarms += 1;
    }
    // Measured: about one series in six, since the scale is itself uncertain. A break is a lead, not proof.
    expect(alarms).toBeLessThan(0.25 * 300);
  });
});

describe("splitPermutationP", () => {
  const options = { shortest: 2, blockLength: 1, permutations: 199, seed: 2 };
  it("is the share of all orders that split as well: 2 of 70 distinct ones", () => {
    // All 8! orders tried: only the series itself and its mirror, each with its halves in any order.
    const result = splitPermutationP([1, 1, 1, 1, 5, 5, 5, 5], { ...options, permutations: 20_000 });
    expect(Math.abs((result?.p ?? 0) - 2 / 70)).toBeLessThan(0.004);
  });
  it("alarms on at most about one in twenty series of plain noise", () => {
    const random = seededRandom(33);
    let alarms = 0;
    for (let repeat = 0; repeat < 400; repeat += 1) {
      const values = Array.from({ length: 60 }, () => normalQuantile(random() || 0.5));
      if ((splitPermutationP(values, { ...options, seed: repeat })?.p ?? 1) <= 0.05) alarms += 1;
    }
    expect(alarms).toBeLessThanOrEqual(32); // 400 x 5 % and 2.8 standard errors.
  });
  it("with blocks, alarms less on noise that moves slowly", () => {
    const random = seededRandom(34);
    const alarms = { one: 0, eight: 0 };
    for (let repeat = 0; repeat < 150; repeat += 1) {
      let last = 0;
      const values = Array.from({ length: 96 }, () => (last = 0.6 * last + normalQuantile(random() || 0.5)));
      if ((splitPermutationP(values, options)?.p ?? 1) <= 0.05) alarms.one += 1;
      if ((splitPermutationP(values, { ...options, blockLength: 8 })?.p ?? 1) <= 0.05) alarms.eight += 1;
    }
    expect(alarms.one).toBeGreaterThan(50);
    expect(alarms.eight).toBeLessThan(25);
  });
  it("finds the Nile's year; has nothing to say of constants or too little", () => {
    expect(splitPermutationP(nile, options)).toMatchObject({ at: 28, p: 1 / 200 });
    expect(splitPermutationP([3, 3, 3, 3], options)).toBeNull();
    expect(splitPermutationP([1, 2, 3], options)).toBeNull();
  });
});

describe("lagOneCorrelation", () => {
  it("R acf(Nile)[2] by its formula, and null without variation", () => {
    const mean = nile.reduce((a, b) => a + b, 0) / 100;
    const c0 = nile.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    let c1 = 0;
    for (let t = 1; t < 100; t += 1) c1 += ((nile[t] ?? 0) - mean) * ((nile[t - 1] ?? 0) - mean);
    expectClose(lagOneCorrelation(nile), c1 / c0, 1e-12);
    expect(lagOneCorrelation([2, 2, 2])).toBeNull();
    expect(lagOneCorrelation([1, 2])).toBeNull();
  });
});

describe("the other tests at the edges", () => {
  it("constant or too short series: null", () => {
    for (const values of [[], [3], [3, 3, 3, 3]]) {
      expect([olsCusum(values), pettitt(values), differenceScale(values)]).toEqual([null, null, null]);
    }
    expect(olsCusum([0.1, 0.1, 0.1])).toBeNull();
  });
  it("Pettitt counts ties as neither", () => {
    const values = [2, 2, 1, 2, 3, 3, 2];
    let k = 0;
    for (let t = 1; t < values.length; t += 1) {
      let u = 0;
      for (const a of values.slice(0, t)) for (const b of values.slice(t)) u += Math.sign(a - b);
      k = Math.max(k, Math.abs(u));
    }
    expect(pettitt(values)?.k).toBe(k);
  });
  it("a CUSUM without variation is refused", () => {
    expect(() => tabularCusum([1], { target: 0, sd: 0, k: 0.5, h: 5 })).toThrow("Unexpected sd 0");
    expect(tabularCusum([], { target: 0, sd: 1, k: 0.5, h: 5 })).toEqual({
      high: [],
      low: [],
      firstHigh: null,
      firstLow: null,
    });
  });
});

describe("cusumRunLength against Brook & Evans' Markov chain", () => {
  const simulate = (shift: number, replicates: number) =>
    cusumRunLength(0.5, 5, { shift, replicates, seed: 4 });
  it("ARL0 of k = .5, h = 5, two-sided", () => {
    const { mean, standardError } = simulate(0, 3000);
    expect(Math.abs(mean - twoSided(0))).toBeLessThan(3.5 * standardError);
    expect(mean).toBeGreaterThan(420);
    expect(mean).toBeLessThan(510);
  });
  it.each([0.5, 1, 2])("ARL1 at a shift of %d", (shift) => {
    const { mean, standardError } = simulate(shift, 4000);
    expect(Math.abs(mean - twoSided(shift))).toBeLessThan(3.5 * standardError + 0.02 * mean);
  });
  it("repeats itself", () => expect(simulate(1, 50)).toEqual(simulate(1, 50)));
});

describe("bernoulliCusum", () => {
  it("refuses rates that cannot be told apart, and alarms on a burst", () => {
    expect(() => bernoulliCusum([true], 0.1, 0.1, 2)).toThrow("Unexpected p1 0.1");
    expect(() => bernoulliCusum([true], 0, 0.1, 2)).toThrow("Unexpected p0 0");
    const quiet = Array.from({ length: 50 }, (_, i) => i % 20 === 0);
    const burst = [...quiet, true, true, true, true];
    expect(bernoulliCusum(quiet, 0.05, 0.2, 4).firstAlarm).toBeNull();
    expect(bernoulliCusum(burst, 0.05, 0.2, 4).firstAlarm).toBe(53);
  });
});

describe("welchDifference", () => {
  it("scipy 1.17.1 ttest_ind(equal_var=False).confidence_interval()", () => {
    const result = welchDifference([1.1, 2.3, 3.9, 4.2, 2.2], [5.2, 7.9, 9.1]);
    expectClose(result?.value, WELCH.value, 1e-9);
    expectClose(result?.interval?.low, WELCH.low, 1e-6);
    expectClose(result?.interval?.high, WELCH.high, 1e-6);
  });
  it("says why there is no interval", () => {
    expect(welchDifference([], [1])).toBeNull();
    expect(welchDifference([1], [3, 4])).toEqual({ value: 2.5, interval: null, reason: "too-few-values" });
    expect(welchDifference([1, 1], [3, 3])).toEqual({ value: 2, interval: null, reason: "no-variation" });
  });
});
