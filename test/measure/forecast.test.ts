import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import { readFixture } from "../stats/read-fixture.js";
import { expectClose } from "../stats/expect-close.js";
import { readRows } from "../stats/read-rows.js";
import { assessFiles, estimateAt, planFile, valueOf } from "./project-folder.js";

const g10 = readFixture("golden/G10_forecast_airpassengers.json") as Record<string, number> & {
  pinball: Record<string, number>;
};

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8");
}

async function assessed(csv: string, keys: object, files: Record<string, string> = {}): Promise<Assessment> {
  const evaluation = {
    id: "e",
    task: "forecast",
    data: "data/rows.csv",
    time: "t",
    actual: "a",
    forecast: "f",
  };
  return assessFiles({
    "forthright.yaml": planFile({ evaluations: [{ ...evaluation, ...keys }] }),
    "data/rows.csv": csv,
    ...files,
  });
}

/** Pairs of a fixture whose forecast is filled. */
function pairsOf(name: string, actual: string): { actual: number; forecast: number }[] {
  const [header = "", ...lines] = fixture(`series/${name}`).trim().split("\n");
  const names = header.replaceAll('"', "").split(",");
  return lines
    .map((line) => line.split(","))
    .filter((cells) => cells[names.indexOf("forecast")] !== "")
    .map((cells) => ({
      actual: Number(cells[names.indexOf(actual)]),
      forecast: Number(cells[names.indexOf("forecast")]),
    }));
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

describe("AirPassengers through the pipeline, G10: R forecast 8.20 accuracy(snaive())", () => {
  it("gives every golden value", async () => {
    const assessment = await assessed(
      fixture("golden/inputs/airpassengers_snaive.csv"),
      {
        actual: "actual",
        forecast: "forecast",
        interval: { low: "q10", high: "q90", level: 0.8 },
        quantiles: { "0.1": "q10", "0.5": "q50", "0.9": "q90" },
        season: 12,
        history: "data/train.csv",
      },
      { "data/train.csv": fixture("golden/inputs/airpassengers_train.csv") },
    );
    const value = (id: string): number => valueOf(assessment, `${id}@all`) ?? NaN;
    expectClose(value("mae"), g10.mae, 1e-9);
    expectClose(value("rmse"), g10.rmse, 1e-9);
    expectClose(value("mean-error"), -(g10.me ?? NaN), 1e-9);
    expectClose(100 * value("mape"), g10.mape_pct, 1e-9);
    expectClose(100 * value("wape"), g10.wape_pct, 1e-9);
    expectClose(100 * value("forecast-bias"), g10.bias_pct_forecast_minus_actual, 1e-9);
    expectClose(value("mase"), g10.mase, 1e-9);
    expectClose(value("interval-score"), g10.interval_score_80, 1e-9);
    for (const [quantile, name] of [
      ["0.1", "q10"],
      ["0.5", "q50"],
      ["0.9", "q90"],
    ] as const)
      expectClose(value(`pinball-loss[${quantile}]`), g10.pinball[name], 1e-9);
    const coverage = estimateAt(assessment, "interval-coverage@all");
    expect([coverage.numerator, coverage.denominator, coverage.baseline]).toEqual([17, 24, 0.8]);
    expect(assessment.findings.some(({ message }) => message.includes("coverage"))).toBe(false);
    // Every month is forecast too low, and by far more than two in a hundred.
    expect(assessment.findings.map(({ message }) => message)).toContain("finding.forecast-bias.low");
  });
  it("counts the zeros that MAPE leaves out", async () => {
    const assessment = await assessed("t,a,f\n1,12,10\n2,0,3\n3,7,7\n4,0,0\n5,0,5\n6,30,22\n", {});
    expectClose((valueOf(assessment, "mape@all") ?? 0) * 100, 14.4444444444444, 1e-9);
    expect(assessment.evaluations[0]?.counts).toMatchObject({ "zero-actuals": 3, periods: 6 });
    const zeros = assessment.findings.find(({ message }) => message === "finding.forecast-bias.zeros");
    expect(zeros?.slots).toEqual({ count: 3, of: 6 });
  });
});

describe("real series, recounted by hand", () => {
  it.each([
    ["drinks_demand.csv", "sales"],
    ["chicago_ridership_14d.csv", "ridership"],
    ["uk_driver_deaths.csv", "actual"],
  ])("%s", async (name, actual) => {
    const keys = { time: "date", actual, forecast: "forecast" };
    const assessment = await assessed(fixture(`series/${name}`), keys);
    const pairs = pairsOf(name, actual);
    const errors = pairs.map((pair) => pair.forecast - pair.actual);
    const absolute = errors.map(Math.abs);
    expectClose(valueOf(assessment, "mae@all"), mean(absolute), 1e-9);
    expectClose(valueOf(assessment, "rmse@all"), Math.sqrt(mean(errors.map((e) => e * e))), 1e-9);
    const level = mean(pairs.map((pair) => pair.actual));
    expectClose(valueOf(assessment, "wape@all"), mean(absolute) / level, 1e-9);
    const bias = valueOf(assessment, "forecast-bias@all") ?? NaN;
    expect(Math.abs(bias - mean(errors) / level)).toBeLessThan(1e-9);
    const percentages = pairs.map((pair) => Math.abs(pair.forecast / pair.actual - 1));
    expectClose(valueOf(assessment, "mape@all"), mean(percentages), 1e-9);
    const { interval, value } = estimateAt(assessment, "mae@all");
    expect(interval?.low).toBeLessThan(value ?? NaN);
    expect(interval?.high).toBeGreaterThan(value ?? NaN);
    expect(interval?.method).toContain("moving-block bootstrap");
    expect(assessment.evaluations[0]?.used).toBe(pairs.length);
  });
  it("drinks: no bias that matters, no finding of one", async () => {
    const keys = { time: "date", actual: "sales", forecast: "forecast" };
    const { findings } = await assessed(fixture("series/drinks_demand.csv"), keys);
    expect(findings.filter(({ rule }) => rule === "forecast-bias")).toEqual([]);
  });
});

describe("by horizon and segment", () => {
  const rows = Array.from({ length: 240 }, (_, i) => {
    const [t, h, s] = [Math.floor(i / 4) + 1, (i % 2) + 1, i % 4 < 2 ? "north" : "south"];
    const actual = 100 + 10 * Math.sin(t) + (s === "south" ? 50 : 0);
    const error = (s === "south" ? 12 : 0) + h * Math.cos(7 * i);
    return { t, h, s, actual: Number(actual.toFixed(3)), forecast: Number((actual + error).toFixed(3)) };
  });
  const csv = ["t,h,s,a,f", ...rows.map((r) => [r.t, r.h, r.s, r.actual, r.forecast].join())].join("\n");

  it("each group's errors are those of its rows, and the biased segment is found", async () => {
    const assessment = await assessed(csv, { horizon: "h", slices: ["s"] });
    for (const [slice, own] of [
      ["h=1", rows.filter(({ h }) => h === 1)],
      ["h=2", rows.filter(({ h }) => h === 2)],
      ["s=north", rows.filter(({ s }) => s === "north")],
      ["s=south", rows.filter(({ s }) => s === "south")],
    ] as const) {
      expectClose(
        valueOf(assessment, `mae@${slice}`),
        mean(own.map((r) => Math.abs(r.forecast - r.actual))),
        1e-9,
      );
      expect(assessment.slices.find(({ id }) => id === slice)?.n).toBe(own.length);
    }
    const found = assessment.findings.filter(({ rule }) => rule === "forecast-bias");
    expect(found.map(({ slice, message }) => [slice, message])).toContainEqual([
      "s=south",
      "finding.forecast-bias.high",
    ]);
    expect(found.some(({ slice }) => slice === "s=north")).toBe(false);
  });
  it("a horizon too long for the series leaves no range, and says so", async () => {
    const far = csv
      .split("\n")
      .slice(0, 41)
      .map((line, i) => (i === 0 ? line : line.replace(/^(\d+),2,/, "$1,9,")));
    const { reason, interval, value } = estimateAt(
      await assessed(far.join("\n"), { horizon: "h" }),
      "mae@all",
    );
    expect([reason, interval]).toEqual(["too-few-blocks", null]);
    expect(value).not.toBeNull();
  });
  it("several evaluations prefix their ids; plans say how blocks are drawn", async () => {
    const assessment = await assessed(csv, { block_length: 5 });
    expect(estimateAt(assessment, "wape@all").interval?.method).toContain("blocks of 5,");
  });
});

describe("regression", () => {
  const keys = { task: "regression", time: undefined };
  const rows = Array.from({ length: 90 }, (_, i) => ({
    s: i % 9,
    a: 20 + (i % 7),
    f: 20 + (i % 7) + Math.sin(i) + (i % 9) / 4,
  }));
  const csv = ["s,a,f", ...rows.map(({ s, a, f }) => `${s},${a},${f.toFixed(4)}`)].join("\n");
  const errors = rows.map(({ a, f }) => Number(f.toFixed(4)) - a);

  it("has Student's t interval of the mean absolute error over rows", async () => {
    const { value, interval } = estimateAt(await assessed(csv, keys), "mae@all");
    const absolute = errors.map(Math.abs);
    expectClose(value, mean(absolute), 1e-9);
    const sd = Math.sqrt(absolute.reduce((sum, e) => sum + (e - mean(absolute)) ** 2, 0) / 89);
    // qt(0.975, 89) of R.
    expectClose(interval?.high, mean(absolute) + (1.98697866650527 * sd) / Math.sqrt(90), 1e-7);
  });
  it("has the interval of the ratio over rows for WAPE and bias", async () => {
    const assessment = await assessed(csv, keys);
    for (const [id, x] of [
      ["wape", errors.map(Math.abs)],
      ["forecast-bias", errors],
    ] as const) {
      const ratio = mean(x) / mean(rows.map(({ a }) => a));
      const residuals = rows.map(({ a }, i) => (x[i] ?? 0) - ratio * a);
      const error =
        Math.sqrt(residuals.reduce((sum, r) => sum + r * r, 0) / 89 / 90) / mean(rows.map(({ a }) => a));
      const { value, interval } = estimateAt(assessment, `${id}@all`);
      expectClose(value, ratio, 1e-9);
      expectClose(interval?.low, ratio - 1.98697866650527 * error, 1e-7);
    }
  });
  it("keeps its digits over many rows of very different sizes", async () => {
    const many = Array.from({ length: 40_000 }, (_, i) => {
      const actual = Number((((i * 7919) % 1000) / 7 + (i % 997 === 0 ? 1e5 : 0)).toFixed(3));
      return { actual, forecast: Number((actual * (1 + Math.sin(i) / 5)).toFixed(3)) };
    });
    const text = ["a,f", ...many.map(({ actual, forecast }) => `${actual},${forecast}`)].join("\n");
    const assessment = await assessed(text, keys);
    const own = many.map(({ actual, forecast }) => forecast - actual);
    expectClose(valueOf(assessment, "mae@all"), mean(own.map(Math.abs)), 1e-9);
    expectClose(valueOf(assessment, "rmse@all"), Math.sqrt(mean(own.map((e) => e * e))), 1e-9);
  });
  it("is wider by subject where errors belong to the subject", async () => {
    const width = async (more: object): Promise<number> => {
      const { interval } = estimateAt(await assessed(csv, { ...keys, ...more }), "mean-error@all");
      return (interval?.high ?? 0) - (interval?.low ?? 0);
    };
    expect(await width({ subject: "s" })).toBeGreaterThan(1.3 * (await width({})));
  });
  it("interval score and pinball loss have row intervals too", async () => {
    const assessment = await assessed(fixture("golden/inputs/airpassengers_snaive.csv"), {
      ...keys,
      actual: "actual",
      forecast: "forecast",
      interval: { low: "q10", high: "q90", level: 0.8 },
      quantiles: { "0.9": "q90" },
    });
    expectClose(valueOf(assessment, "interval-score@all"), g10.interval_score_80, 1e-9);
    const pairs = readRows("airpassengers_snaive.csv").map((row) => ({
      a: Number(row("actual")),
      q: Number(row("q90")),
    }));
    const losses = pairs.map(({ a, q }) => Math.max(0.9 * (a - q), -0.1 * (a - q)));
    const sd = Math.sqrt(losses.reduce((sum, x) => sum + (x - mean(losses)) ** 2, 0) / 23);
    const { interval } = estimateAt(assessment, "pinball-loss[0.9]@all");
    // qt(0.975, 23) of R.
    expectClose(interval?.high, mean(losses) + (2.06865761041905 * sd) / Math.sqrt(24), 1e-7);
  });
});

describe("hostile and empty input", () => {
  it.each([
    ["nothing but a header", "t,a,f\n", /no row|No row|empty/i],
    ["no pair", "t,a,f\n1,,3\n2,4,\n", /No row has both an actual and a forecast/],
    ["no numbers", "t,a,f\n1,much,3\n", /Unexpected/],
    ["no dates", "t,a,f\nspring,1,2\nautumn,2,2\n", /Unexpected "autumn" in column "t"/],
    ["dates of two kinds", "t,a,f\n2026-01,1,2\n2026-01-05,2,2\n", /expected periods all written in one way/],
    ["a day that is none", "t,a,f\n2026-02-30,1,2\n", /Unexpected "2026-02-30"/],
    ["a blank date", "t,a,f\n2026-02,1,2\n,2,2\n", /Unexpected blank cell in column "t"/],
    ["numbers no square can hold", "t,a,f\n1,1e300,0\n2,1,1\n", /whose fourth power|Unexpected/],
  ])("%s is told in words", async (_, csv, expected) => {
    await expect(assessed(csv, {})).rejects.toThrow(expected);
  });
  it("bounds the wrong way round are told with their number", async () => {
    const csv = "t,a,f,l,u\n1,1,1,0,2\n2,1,1,3,2\n3,1,1,3,1\n";
    const keys = { interval: { low: "l", high: "u", level: 0.9 } };
    await expect(assessed(csv, keys)).rejects.toThrow("Unexpected order of the interval bounds in 2 rows");
  });
  it("a plan that cannot be measured says what is missing", async () => {
    await expect(assessed("t,a,f\n1,1,1\n", { time: undefined })).rejects.toThrow("Missing `time`");
    await expect(assessed("t,a,f\n1,1,1\n", { forecast: "a" })).rejects.toThrow("column named twice");
    await expect(assessed("t,a,f\n1,1,1\n", { score: "s" })).rejects.toThrow(
      "Unexpected score in an evaluation of task forecast",
    );
  });
  it("one period, all equal, all zero: values where there are any, reasons where not", async () => {
    const one = await assessed("t,a,f\n2026,5,4\n", {});
    expect(estimateAt(one, "mae@all")).toMatchObject({ value: 1, interval: null, reason: "too-few-blocks" });
    const equal = await assessed(
      `t,a,f\n${Array.from({ length: 30 }, (_, i) => `${i + 1},5,4`).join("\n")}\n`,
      {},
    );
    expect(estimateAt(equal, "mae@all")).toMatchObject({ value: 1, interval: null, reason: "all-equal" });
    const zeros = await assessed(
      `t,a,f\n${Array.from({ length: 30 }, (_, i) => `${i + 1},0,${i % 2}`).join("\n")}\n`,
      {},
    );
    for (const id of ["wape", "mape", "forecast-bias"])
      expect(estimateAt(zeros, `${id}@all`)).toMatchObject({ value: null, reason: "no-actuals" });
    expect(JSON.stringify([one, equal, zeros])).not.toMatch(/NaN|Infinity/);
  });
  it("rows that are not finished are counted and left out; gaps are counted", async () => {
    const assessment = await assessed(
      "t,a,f\n2026-01,5,4\n2026-02,,4\n2026-04,5,\n2026-05,5,6\n2026-06,5,5\n",
      {},
    );
    const [facts] = assessment.evaluations;
    expect(facts).toMatchObject({ rows: 5, used: 3, excluded: { label_blank: 1, score_blank: 1 } });
    expect(facts?.counts).toMatchObject({ periods: 3, "missing-periods": 3 });
  });
});
