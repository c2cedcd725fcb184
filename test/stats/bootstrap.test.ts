import { describe, expect, it } from "vitest";
import { bcaInterval } from "../../src/stats/bca-interval.js";
import { bootstrapInterval } from "../../src/stats/bootstrap-interval.js";
import { bootstrapQuantile } from "../../src/stats/bootstrap-quantile.js";
import { bootstrapReplicates } from "../../src/stats/bootstrap-replicates.js";
import { clusterIndex } from "../../src/stats/cluster-index.js";
import { jackknifeAcceleration } from "../../src/stats/jackknife-acceleration.js";
import { jackknifeValues } from "../../src/stats/jackknife-values.js";
import { percentileInterval } from "../../src/stats/percentile-interval.js";
import { seededRandom } from "../../src/stats/random.js";
import { resample } from "../../src/stats/resample.js";
import { sortedQuantile } from "../../src/stats/sorted-quantile.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";

interface Boot {
  x: number[];
  t0: number;
  replicates: number[];
  percentile: [number, number];
  percentile_type7: [number, number];
  bca: [number, number];
  z0: number;
  acceleration_jackknife: number;
}

const golden = readFixture("golden/G18_bootstrap_bca.json") as Boot;
const sorted = golden.replicates.toSorted((a, b) => a - b);
const meanOf =
  (x: readonly number[]) =>
  (times: Uint32Array): number | null => {
    const drawn = times.reduce((sum, count) => sum + count, 0);
    return drawn === 0 ? null : x.reduce((sum, value, i) => sum + value * (times[i] ?? 0), 0) / drawn;
  };

describe("G18, R 4.2.2 boot 1.3-28.1, boot(R = 1999), boot.ci(type = c('perc', 'bca'))", () => {
  it("percentile bounds, by the rule of boot and by type 7", () => {
    const boot = percentileInterval(sorted);
    expectClose(boot?.low, golden.percentile[0], 1e-6);
    expectClose(boot?.high, golden.percentile[1], 1e-6);
    const type7 = percentileInterval(sorted, 0.95, "type-7");
    expectClose(type7?.low, golden.percentile_type7[0], 1e-6);
    expectClose(type7?.high, golden.percentile_type7[1], 1e-6);
  });
  it("BCa bounds with z0 and the jackknife acceleration", () => {
    const acceleration = jackknifeAcceleration(
      jackknifeValues(golden.x.length, meanOf(golden.x)).map((value) => value ?? NaN),
    );
    expectClose(acceleration, golden.acceleration_jackknife, 1e-9);
    const result = bcaInterval(golden.t0, sorted, acceleration);
    expect(result?.method).toBe("bootstrap-bca");
    expectClose(result?.bias, golden.z0, 1e-6);
    expectClose(result?.low, golden.bca[0], 1e-6);
    expectClose(result?.high, golden.bca[1], 1e-6);
  });
});

describe("G18c, R expand.grid: every one of the 5^5 resamples", () => {
  const { x, mean, se_boot, q } = readFixture("golden/G18c_exhaustive_bootstrap.json") as {
    x: number[];
    mean: number;
    se_boot: number;
    q: Record<string, number>;
  };
  const all = Array.from({ length: 5 ** 5 }, (_, code) => {
    const picks = Array.from({ length: 5 }, (_unused, place) => Math.floor(code / 5 ** place) % 5);
    return picks.reduce((sum, pick) => sum + (x[pick] ?? NaN), 0) / 5;
  }).sort((a, b) => a - b);

  it("quantiles of the complete list", () => {
    for (const [percent, value] of Object.entries(q)) {
      expectClose(sortedQuantile(all, parseFloat(percent) / 100), value, 1e-12);
    }
  });
  it("the seeded draws approach them, and the standard error", () => {
    const { values } = bootstrapReplicates(5, meanOf(x), { draws: 20_000, seed: 7 });
    const average = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / values.length;
    // Four standard errors of a Monte Carlo mean and, roughly, of its standard deviation.
    expect(Math.abs(average - mean)).toBeLessThan((4 * se_boot) / Math.sqrt(20_000));
    expect(Math.abs(Math.sqrt(variance) - se_boot)).toBeLessThan((4 * se_boot) / Math.sqrt(20_000));
    expect(sortedQuantile(values, 0.5)).toBeCloseTo(q["50%"] ?? NaN, 0);
  });
});

describe("bootstrap draws", () => {
  it("one seed gives one stream, another seed another", () => {
    const draw = (seed: number): readonly number[] =>
      bootstrapReplicates(12, meanOf(golden.x), { draws: 50, seed }).values;
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });
  it("draws as many units as there are, each equally often", () => {
    const random = seededRandom(5);
    const total = new Array<number>(4).fill(0);
    for (let draw = 0; draw < 10_000; draw += 1) {
      const times = resample(4, random);
      expect(times.reduce((sum, count) => sum + count, 0)).toBe(4);
      for (const [unit, count] of times.entries()) total[unit] = (total[unit] ?? 0) + count;
    }
    for (const count of total) expect(Math.abs(count - 10_000)).toBeLessThan(4 * Math.sqrt(7500));
  });
  it("strata keep their sizes", () => {
    const random = seededRandom(1);
    for (let draw = 0; draw < 100; draw += 1) {
      const [a = 0, b = 0, c = 0, d = 0, e = 0] = resample(5, random, [
        [0, 3],
        [1, 2, 4],
      ]);
      expect([a + d, b + c + e]).toEqual([2, 3]);
    }
  });
  it("refuses what it cannot draw", () => {
    expect(() => resample(2, Math.random, [[0]])).toThrow("Unexpected strata of 1 units, expected 2");
    expect(() => resample(-1, Math.random)).toThrow("Unexpected units -1, expected an integer >= 0");
    expect(() => bootstrapReplicates(2, () => 1, { draws: 0 })).toThrow("Unexpected draws 0");
    expect(() => bootstrapReplicates(2, () => 1, { seed: -1 })).toThrow("Unexpected seed -1");
    expect(() => sortedQuantile([1], 2)).toThrow("Unexpected p 2");
  });
  it("subjects: the rows of one are drawn together, and the interval is as wide as that of one row each", () => {
    const rows = golden.x.flatMap((value, subject) => [
      { value, subject },
      { value, subject },
      { value, subject },
    ]);
    const { count, subjectOf } = clusterIndex(rows.map(({ subject }) => subject));
    const clustered = bootstrapInterval(
      count,
      (times) => {
        const weights = subjectOf.map((subject) => times[subject] ?? 0);
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        return rows.reduce((sum, { value }, row) => sum + value * (weights[row] ?? 0), 0) / total;
      },
      { draws: 500, seed: 9 },
    );
    const single = bootstrapInterval(golden.x.length, meanOf(golden.x), { draws: 500, seed: 9 });
    expectClose(clustered.interval?.low, single.interval?.low, 1e-12);
    expectClose(clustered.interval?.high, single.interval?.high, 1e-12);
  });
});

describe("bootstrap at the edges", () => {
  const plan = { draws: 200, seed: 2 };
  it("no interval where every replicate is equal", () => {
    expect(bootstrapInterval(5, () => 0.5, plan)).toMatchObject({
      value: 0.5,
      interval: null,
      reason: "replicates-equal",
    });
    expect(percentileInterval([3, 3, 3])).toBeNull();
    expect(percentileInterval([])).toBeNull();
    expect(bcaInterval(3, [3, 3, 3], 0)).toBeNull();
    expect(jackknifeAcceleration([0.1, 0.1, 0.1])).toBeNull();
    expect(jackknifeAcceleration([])).toBeNull();
  });
  it("percentile instead of BCa where z0 is infinite", () => {
    for (const outside of [0, 17]) {
      const result = bcaInterval(outside, [1, 2, 4, 8, 16], 0.05);
      expect(result).toMatchObject({ method: "bootstrap-percentile", bias: null, acceleration: null });
      expect(result).toMatchObject({ low: 1, high: 16 });
    }
  });
  it("percentile instead of BCa where the acceleration turns the bounds round", () => {
    expect(bcaInterval(4, [1, 2, 4, 8, 16], 5)?.method).toBe("bootstrap-percentile");
    expect(bcaInterval(4, [1, 2, 4, 8, 16], null)?.method).toBe("bootstrap-percentile");
  });
  it("refused above 5 % of draws without a value, served below", () => {
    // One positive of n is drawn in no place of a resample with probability (1 - 1/n)^n, about 0.37.
    const rare = (times: Uint32Array): number | null => (times[0] === 0 ? null : (times[0] ?? 0) / 10);
    const refused = bootstrapInterval(10, rare, plan);
    expect(refused).toMatchObject({ value: 0.1, interval: null, reason: "replicates-undefined" });
    expect(refused.undefinedDraws).toBeGreaterThan(10);
    const some = bootstrapInterval(
      10,
      (times) => (times[0] ?? 0) + (times[1] ?? 0) + (times[2] ?? 0) + (times[3] ?? 0) || null,
      { draws: 2000, seed: 2 },
    );
    expect(some.interval).not.toBeNull();
    expect(some.undefinedDraws).toBeGreaterThan(0);
    expect(
      bootstrapInterval(10, rare, { ...plan, strata: [[0], [1, 2, 3, 4, 5, 6, 7, 8, 9]] }),
    ).toMatchObject({
      reason: "replicates-equal",
      undefinedDraws: 0,
    });
  });
  it("nothing to say of an undefined value or of one unit", () => {
    expect(bootstrapInterval(5, () => null, plan)).toMatchObject({ value: null, reason: "undefined" });
    expect(bootstrapInterval(5, () => NaN, plan)).toMatchObject({ value: null, reason: "undefined" });
    expect(bootstrapInterval(0, meanOf([]), plan)).toMatchObject({ value: null, reason: "undefined" });
    expect(bootstrapInterval(1, meanOf([4]), plan)).toMatchObject({ value: 4, reason: "too-few-units" });
  });
  it("BCa of a whole statistic, and percentile where a unit left out leaves no value", () => {
    const bca = bootstrapInterval(12, meanOf(golden.x), { draws: 1999, seed: 42, method: "bca" });
    expect(bca.method).toBe("bootstrap-bca");
    expect(bca.interval?.low).toBeCloseTo(golden.bca[0], 0);
    const needsFirst = (times: Uint32Array): number | null => (times[0] === 0 ? null : (times[1] ?? 0));
    const strata = [[0], [1, 2, 3]];
    const fallback = bootstrapInterval(4, needsFirst, { ...plan, strata, method: "bca" });
    expect(fallback.method).toBe("bootstrap-percentile");
  });
  it("quantiles between ranks lie between the replicates, outside them at the ends", () => {
    expect(bootstrapQuantile([1, 2], 0.01)).toBe(1);
    expect(bootstrapQuantile([1, 2], 0.99)).toBe(2);
    expect(bootstrapQuantile([1, 2, 3], 0.5)).toBe(2);
    expect(bootstrapQuantile([], 0.5)).toBeNull();
    expect(sortedQuantile([], 0.5)).toBeNull();
  });
});
