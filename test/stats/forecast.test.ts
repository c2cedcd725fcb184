import { describe, expect, it } from "vitest";
import { blockRatioInterval } from "../../src/stats/block-ratio-interval.js";
import { errorSums } from "../../src/stats/error-sums.js";
import type { ForecastPair } from "../../src/stats/error-sums.js";
import { exactBinomialP } from "../../src/stats/exact-binomial-p.js";
import { forecastBias } from "../../src/stats/forecast-bias.js";
import { intervalCoverage } from "../../src/stats/interval-coverage.js";
import { intervalScore } from "../../src/stats/interval-score.js";
import { mape } from "../../src/stats/mape.js";
import { meanAbsoluteError } from "../../src/stats/mean-absolute-error.js";
import { meanError } from "../../src/stats/mean-error.js";
import { mergeErrorSums } from "../../src/stats/merge-error-sums.js";
import { movingBlockBootstrap } from "../../src/stats/moving-block-bootstrap.js";
import { pinballLoss } from "../../src/stats/pinball-loss.js";
import { ratioInterval } from "../../src/stats/ratio-interval.js";
import { rootMeanSquaredError } from "../../src/stats/root-mean-squared-error.js";
import { sampleQuantile } from "../../src/stats/sample-quantile.js";
import { seasonalNaiveScale } from "../../src/stats/seasonal-naive-scale.js";
import { wape } from "../../src/stats/wape.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";
import { readRows } from "./read-rows.js";

const g10 = readFixture("golden/G10_forecast_airpassengers.json") as {
  accuracy_test: { ME: number; RMSE: number; MAE: number; MAPE: number; MASE: number };
  mase_scale: number;
  mase: number;
  wape_pct: number;
  bias_pct_forecast_minus_actual: number;
  pinball: { q10: number; q50: number; q90: number };
  coverage_80: number;
  covered: number;
  n: number;
  coverage_binom_p: number;
  mean_width: number;
  interval_score_80: number;
  zeros_edge: {
    actual: number[];
    forecast: number[];
    mape_nonzero_pct: number;
    wape_pct: number;
    bias_pct: number;
  };
};
const { binomialP } = readFixture("series-and-drift.json") as {
  binomialP: [number, number, number, number][];
};

const rows = readRows("airpassengers_snaive.csv");
const training = readRows("airpassengers_train.csv").map((row) => Number(row("actual")));
const pairsOf = (column: string): ForecastPair[] =>
  rows.map((row) => ({ actual: Number(row("actual")), forecast: Number(row(column)) }));
const sums = errorSums(pairsOf("forecast"));
const bounds = rows.map((row) => ({
  actual: Number(row("actual")),
  low: Number(row("q10")),
  high: Number(row("q90")),
}));

describe("G10, R forecast 8.20 accuracy(snaive(AirPassengers)) and closed forms", () => {
  it("ME, MAE, RMSE, MAPE, MASE of accuracy()", () => {
    expectClose(meanError(sums), -g10.accuracy_test.ME, 1e-12);
    expectClose(meanAbsoluteError(sums), g10.accuracy_test.MAE, 1e-12);
    expectClose(rootMeanSquaredError(sums), g10.accuracy_test.RMSE, 1e-12);
    expectClose((mape(sums)?.value ?? 0) * 100, g10.accuracy_test.MAPE, 1e-12);
    const scale = seasonalNaiveScale(training, 12);
    expectClose(scale, g10.mase_scale, 1e-12);
    expectClose((meanAbsoluteError(sums) ?? 0) / (scale ?? NaN), g10.mase, 1e-12);
  });
  it("WAPE and bias", () => {
    expectClose((wape(sums) ?? 0) * 100, g10.wape_pct, 1e-12);
    expectClose((forecastBias(sums) ?? 0) * 100, g10.bias_pct_forecast_minus_actual, 1e-12);
  });
  it("pinball loss of three quantiles", () => {
    expectClose(pinballLoss(pairsOf("q10"), 0.1), g10.pinball.q10, 1e-12);
    expectClose(pinballLoss(pairsOf("q50"), 0.5), g10.pinball.q50, 1e-12);
    expectClose(pinballLoss(pairsOf("q90"), 0.9), g10.pinball.q90, 1e-12);
  });
  it("coverage 17 of 24 does not contradict 80 %, R binom.test", () => {
    const covered = bounds.filter(({ actual, low, high }) => low <= actual && actual <= high).length;
    expect([covered, rows.length]).toEqual([g10.covered, g10.n]);
    const coverage = intervalCoverage(covered, rows.length, 0.8);
    expectClose(coverage?.share, g10.coverage_80, 1e-12);
    expectClose(coverage?.p, g10.coverage_binom_p, 1e-9);
    expect(coverage?.verdict).toBe("cannot-tell");
  });
  it("interval score and mean width", () => {
    expectClose(intervalScore(bounds, 0.8)?.score, g10.interval_score_80, 1e-12);
    expectClose(intervalScore(bounds, 0.8)?.width, g10.mean_width, 1e-12);
  });
  it("zeros are left out of MAPE and counted", () => {
    const { actual, forecast, ...golden } = g10.zeros_edge;
    const zeros = errorSums(actual.map((value, i) => ({ actual: value, forecast: forecast[i] ?? NaN })));
    expect([mape(zeros)?.n, mape(zeros)?.excluded]).toEqual([3, 3]);
    expectClose((mape(zeros)?.value ?? 0) * 100, golden.mape_nonzero_pct, 1e-12);
    expectClose((wape(zeros) ?? 0) * 100, golden.wape_pct, 1e-12);
    expectClose((forecastBias(zeros) ?? 0) * 100, golden.bias_pct, 1e-12);
  });
});

describe("error sums", () => {
  it("of parts add up to those of the whole", () => {
    const pairs = pairsOf("forecast");
    const merged = mergeErrorSums([errorSums(pairs.slice(0, 7)), errorSums(pairs.slice(7))]);
    for (const key of Object.keys(sums) as (keyof typeof sums)[]) expectClose(merged[key], sums[key], 1e-14);
  });
  it("of no cases, and of zeros only, have no measures", () => {
    const none = errorSums([]);
    expect([meanAbsoluteError(none), rootMeanSquaredError(none), meanError(none)]).toEqual([
      null,
      null,
      null,
    ]);
    expect([wape(none), mape(none), forecastBias(none)]).toEqual([null, null, null]);
    const zeros = errorSums([{ actual: 0, forecast: 3 }]);
    expect([wape(zeros), mape(zeros), forecastBias(zeros)]).toEqual([null, null, null]);
    expect(meanAbsoluteError(zeros)).toBe(3);
  });
  it("take no number that is not finite", () => {
    expect(() => errorSums([{ actual: NaN, forecast: 1 }])).toThrow("Unexpected actual NaN");
    expect(() => errorSums([{ actual: 1, forecast: Infinity }])).toThrow("Unexpected forecast Infinity");
  });
});

describe("seasonalNaiveScale", () => {
  it("is null where the series is too short or repeats itself", () => {
    expect(seasonalNaiveScale([1, 2, 3], 3)).toBeNull();
    expect(seasonalNaiveScale([], 1)).toBeNull();
    expect(seasonalNaiveScale([4, 7, 4, 7, 4, 7], 2)).toBeNull();
    expect(() => seasonalNaiveScale([1, 2], 1.5)).toThrow("Unexpected season 1.5");
  });
});

describe("exactBinomialP, scipy 1.17.1 binomtest", () => {
  it.each(binomialP)("%i of %i against %f", (x, n, share, p) => {
    expectClose(exactBinomialP(x, n, share), p, 1e-9);
  });
});

describe("intervalCoverage", () => {
  it("says too low or too high only where the exact interval excludes the claim", () => {
    expect(intervalCoverage(60, 100, 0.8)?.verdict).toBe("too-low");
    expect(intervalCoverage(99, 100, 0.8)?.verdict).toBe("too-high");
    expect(intervalCoverage(0, 0, 0.8)).toBeNull();
    expect(intervalCoverage(10, 10, 0.8)?.verdict).toBe("cannot-tell");
  });
});

describe("ratioInterval", () => {
  it("with y = 1 is Student's t interval of a mean", () => {
    const x = [3, 5, 4, 8, 1, 9];
    const mean = 5;
    const sd = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 5);
    const interval = ratioInterval({ units: 6, x: 30, y: 6, xx: 196, xy: 30, yy: 6 });
    // qt(0.975, 5) of R.
    expectClose(interval?.high, mean + (2.570581835636314 * sd) / Math.sqrt(6), 1e-9);
    expectClose(interval?.low, mean - (2.570581835636314 * sd) / Math.sqrt(6), 1e-9);
  });
  it("does not exist for one unit, for no denominator, or for equal units", () => {
    expect(ratioInterval({ units: 1, x: 3, y: 1, xx: 9, xy: 3, yy: 1 })).toBeNull();
    expect(ratioInterval({ units: 3, x: 3, y: 0, xx: 9, xy: 0, yy: 0 })).toBeNull();
    expect(ratioInterval({ units: 3, x: 0.3, y: 3, xx: 0.03, xy: 0.3, yy: 3 })).toBeNull();
  });
});

describe("sampleQuantile, type 7", () => {
  it("numpy.quantile([1, 2, 4, 8, 9], [0, .1, .35, 1])", () => {
    const sample = [1, 2, 4, 8, 9];
    for (const [share, value] of [
      [0, 1],
      [0.1, 1.4],
      [0.35, 2.8],
      [1, 9],
    ] as const) {
      expectClose(sampleQuantile(sample, share), value, 1e-12);
    }
    expect(sampleQuantile([], 0.5)).toBeNull();
  });
});

describe("movingBlockBootstrap", () => {
  const draws = { blockLength: 1, replicates: 2000, seed: 7, level: 0.95 };
  const noise = Array.from({ length: 60 }, (_, t) => Math.sin(t * t));
  const meanOf = (values: readonly number[]) => (picked: Int32Array) =>
    picked.reduce((sum, at) => sum + (values[at] ?? NaN), 0) / picked.length;

  it("repeats with its seed, and differs with another", () => {
    const first = movingBlockBootstrap(60, draws, meanOf(noise));
    expect(movingBlockBootstrap(60, draws, meanOf(noise))).toEqual(first);
    expect(movingBlockBootstrap(60, { ...draws, seed: 8 }, meanOf(noise))).not.toEqual(first);
  });
  it("with blocks of one is the plain bootstrap: close to the normal interval of a mean", () => {
    const mean = noise.reduce((a, b) => a + b, 0) / 60;
    const sd = Math.sqrt(noise.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 60);
    const { interval } = movingBlockBootstrap(60, draws, meanOf(noise));
    expect(Math.abs((interval?.high ?? 0) - mean - (1.96 * sd) / Math.sqrt(60))).toBeLessThan(0.03);
    expect(Math.abs((interval?.low ?? 0) - mean + (1.96 * sd) / Math.sqrt(60))).toBeLessThan(0.03);
  });
  it("is wider with blocks where neighbours move together", () => {
    const slow = Array.from({ length: 60 }, (_, t) => Math.sin(t / 3));
    const width = (blockLength: number): number => {
      const { interval } = movingBlockBootstrap(60, { ...draws, blockLength }, meanOf(slow));
      return (interval?.high ?? 0) - (interval?.low ?? 0);
    };
    expect(width(6)).toBeGreaterThan(1.5 * width(1));
  });
  it("draws whole blocks only", () => {
    movingBlockBootstrap(20, { ...draws, blockLength: 4, replicates: 20 }, (picked) => {
      for (let at = 0; at < 20; at += 4) {
        const start = picked[at] ?? NaN;
        expect([...picked.slice(at, at + 4)]).toEqual([start, start + 1, start + 2, start + 3]);
      }
      return picked[0] ?? null;
    });
  });
  it("says why it has no interval", () => {
    expect(movingBlockBootstrap(9, { ...draws, blockLength: 2 }, () => 1).reason).toBe("too-few-blocks");
    expect(movingBlockBootstrap(10, draws, () => 1).reason).toBe("all-equal");
    expect(movingBlockBootstrap(10, draws, () => null).reason).toBe("undefined-replicates");
    expect(movingBlockBootstrap(0, draws, () => null).reason).toBe("too-few-blocks");
    expect(() => movingBlockBootstrap(8, { ...draws, blockLength: 9 }, () => 1)).toThrow(
      "Unexpected blockLength 9",
    );
  });
});

describe("blockRatioInterval", () => {
  it("is the moving-block bootstrap of the ratio, draw by draw", () => {
    const x = Array.from({ length: 47 }, (_, t) => 5 + Math.sin(t * t));
    const y = Array.from({ length: 47 }, (_, t) => 2 + Math.cos(t));
    const draws = { blockLength: 4, replicates: 500, seed: 3, level: 0.9 };
    const ratio = (picked: Int32Array): number => {
      const sum = (values: readonly number[]): number =>
        picked.reduce((all, at) => all + (values[at] ?? 0), 0);
      return sum(x) / sum(y);
    };
    const fast = blockRatioInterval(x, y, draws);
    const plain = movingBlockBootstrap(47, draws, ratio);
    expectClose(fast.interval?.low, plain.interval?.low, 1e-12);
    expectClose(fast.interval?.high, plain.interval?.high, 1e-12);
  });
  it("says why it has no interval", () => {
    const draws = { blockLength: 1, replicates: 100, seed: 1, level: 0.95 };
    expect(blockRatioInterval([1, 2], [1, 1], draws).reason).toBe("too-few-blocks");
    expect(blockRatioInterval([0.1, 0.1, 0.1, 0.1, 0.1], [1, 1, 1, 1, 1], draws).reason).toBe("all-equal");
    expect(blockRatioInterval([1, 1, 1, 1, 1], [0, 0, 0, 0, 0], draws).reason).toBe("undefined-replicates");
    expect(() => blockRatioInterval([1], [], draws)).toThrow("Unexpected 0 denominators");
  });
});
