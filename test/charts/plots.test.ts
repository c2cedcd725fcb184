import { beforeAll, describe, expect, it } from "vitest";

import { precisionRecallPoints } from "../../src/charts/precision-recall-points.js";
import type { Assessment, Table } from "../../src/model/assessment.js";
import { packageFile } from "../../src/package-file.js";
import { assess } from "../../src/pipeline.js";
import { consistencyBars } from "../../src/stats/consistency-bars.js";
import { consistencyRange } from "../../src/stats/consistency-range.js";
import { normalQuantile } from "../../src/stats/normal-quantile.js";
import { seededRandom } from "../../src/stats/random.js";
import { drawCharts, wordsOf, type DrawnChart } from "./draw-charts.js";
import { printed, readPlot, type Stretch } from "./read-plot.js";

/** Pixels: coordinates are written with two decimals, and labels stand where their ticks do. */
const close = 0.6;

const assessments = new Map<string, Assessment>();
const drawn = new Map<string, ReadonlyMap<string, DrawnChart | null>>();

beforeAll(async () => {
  for (const name of ["application-fraud", "selfie-match", "demand-incident"]) {
    const { assessment } = await assess(packageFile(`examples/${name}`));
    assessments.set(name, assessment);
    drawn.set(name, await drawCharts(assessment));
  }
});

function chartOf(name: string, kind: string): DrawnChart {
  const chart = drawn.get(name)?.get(kind);
  if (chart == null) throw new Error(`There is no ${kind} of ${name}`);
  return chart;
}

function svgOf(name: string, kind: string): string {
  return chartOf(name, kind).panels[0] ?? "";
}

function tableOf(name: string, id: string): Table {
  const table = assessments.get(name)?.tables.find((one) => one.id === id);
  if (table === undefined) throw new Error(`There is no table ${id} in ${name}`);
  return table;
}

function estimateOf(name: string, id: string) {
  const estimate = assessments.get(name)?.estimates.find((one) => one.id === id);
  if (estimate?.value == null) throw new Error(`There is no estimate ${id} in ${name}`);
  return { ...estimate, value: estimate.value };
}

describe("a DET curve", () => {
  /** Hundredths on a normal deviate. The way back is bisected, so that it owes nothing to the way there. */
  const deviate: Stretch = {
    there: (value) => normalQuantile(value / 100),
    back: (z) => {
      let [low, high] = [1e-9, 1 - 1e-9];
      for (let step = 0; step < 60; step += 1) {
        const middle = (low + high) / 2;
        if (normalQuantile(middle) < z) low = middle;
        else high = middle;
      }
      return 100 * low;
    },
  };

  it("stands where its counts are, every point of them", () => {
    const plot = readPlot(svgOf("selfie-match", "det"), { x: deviate, y: deviate });
    const rates = tableOf("selfie-match", "test/det@all").rows.map(({ cells }) => {
      const [, fm, impostors, fnm, genuine] = cells.map((cell) => cell ?? 0);
      return { x: (100 * (fm ?? 0)) / (impostors ?? 1), y: (100 * (fnm ?? 0)) / (genuine ?? 1) };
    });
    const places = [...plot.path("p-curve"), ...plot.path("p-thin")];
    const seen = places.map(({ x, y }) => ({ x: plot.x(x), y: plot.y(y) }));
    const expected = rates.filter(({ x, y }) => x > 0 && y > 0 && x <= 50 && y <= 50);
    expect(expected.length).toBeGreaterThan(20);
    for (const { x, y } of expected)
      expect(seen.some((one) => Math.abs(one.x - x) < 0.05 * x && Math.abs(one.y - y) < 0.05 * y)).toBe(true);
    for (const { x, y } of seen)
      expect(rates.some((one) => Math.abs(one.x - x) < 0.05 * x && Math.abs(one.y - y) < 0.05 * y)).toBe(
        true,
      );
  });

  it("has its ring where the threshold in use was measured, and its limits at 30 errors", () => {
    const plot = readPlot(svgOf("selfie-match", "det"), { x: deviate, y: deviate });
    const [ring] = plot.circles("p-here");
    expect(plot.x(ring?.x ?? 0)).toBeCloseTo((100 * 13) / 520, 1);
    expect(plot.y(ring?.y ?? 0)).toBeCloseTo((100 * 24) / 390, 1);
    const limits = plot.path("p-limit");
    expect(plot.x(limits[0]?.x ?? 0)).toBeCloseTo((100 * 30) / 520, 1);
    expect(plot.y(limits[2]?.y ?? 0)).toBeCloseTo((100 * 30) / 390, 1);
  });
});

describe("a precision-recall curve", () => {
  it("bends between two thresholds as mixing them does", () => {
    const points = precisionRecallPoints(
      { id: "", evaluation: "", slice: "all", edges: [0, 0.5], positive: [60, 40], negative: [890, 10] },
      null,
    );
    // From 40 of 100 caught with 10 false alarms to all 100 with 900; a straight line would halve 0.8 and 0.1.
    const between = points.filter(({ threshold }) => threshold === null);
    expect(between.length).toBeGreaterThan(10);
    for (const { tp, precision } of between)
      expect(precision).toBeCloseTo(tp / (tp + 10 + (890 * (tp - 40)) / 60), 10);
    const middle = between.find(({ tp }) => tp > 69 && tp < 72)?.precision ?? 1;
    expect(middle).toBeLessThan(0.15);
    expect(points[0]?.precision).toBeCloseTo(40 / 50);
    expect(points.at(-1)?.precision).toBeCloseTo(100 / 1000);
  });

  it("says nothing where fewer than 30 are flagged", () => {
    const points = precisionRecallPoints(
      {
        id: "",
        evaluation: "",
        slice: "all",
        edges: [0, 0.5, 0.9],
        positive: [50, 40, 10],
        negative: [880, 10, 10],
      },
      0.01,
    );
    expect(points.filter(({ threshold }) => threshold !== null).map(({ threshold }) => threshold)).toEqual([
      0.5, 0,
    ]);
  });

  it("stands where the scores put it, at the base rate where the model is used", () => {
    const plot = readPlot(svgOf("application-fraud", "precision-recall"));
    const scores = assessments.get("application-fraud")?.distributions.find(({ slice }) => slice === "all");
    const rate = estimateOf("application-fraud", "deployment-base-rate@all").value;
    const places = plot.path("p-curve").map(({ x, y }) => ({ caught: plot.x(x), right: plot.y(y) }));
    const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
    const [p, n] = [sum(scores?.positive ?? []), sum(scores?.negative ?? [])];
    let told = 0;
    for (const [bin] of (scores?.edges ?? []).entries()) {
      const [tp, fp] = [sum(scores?.positive.slice(bin) ?? []), sum(scores?.negative.slice(bin) ?? [])];
      if (tp + fp < 30) continue;
      const [caught, right] = [
        (100 * tp) / p,
        (100 * (rate * tp)) / p / ((rate * tp) / p + ((1 - rate) * fp) / n),
      ];
      told += 1;
      expect(
        places.some((one) => Math.abs(one.caught - caught) < close && Math.abs(one.right - right) < close),
      ).toBe(true);
    }
    expect(told).toBeGreaterThan(500);
    const [ring] = plot.circles("p-here");
    expect(plot.x(ring?.x ?? 0)).toBeCloseTo((100 * 245) / 291, 0);
    expect(plot.y(ring?.y ?? 0)).toBeCloseTo(100 * estimateOf("application-fraud", "precision@all").value, 0);
  });

  it("has a title that is true of its table", () => {
    const { chart } = chartOf("application-fraud", "precision-recall");
    const [more = 0, , now = 0, , then = 0, , today = 0] = (
      wordsOf(chart.title).match(/\d[\d,]*/g) ?? []
    ).map(printed);
    expect(more).toBeGreaterThanOrEqual(now + 9);
    expect(then).toBeLessThan(today);
    const own = chart.grid.rows.find(({ strong }) => strong === true);
    expect((own?.cells ?? []).map(({ pieces }) => wordsOf(pieces))).toEqual([
      "0.15",
      `${now} of 100`,
      `${today} of 100`,
    ]);
  });
});

describe("a cost curve", () => {
  it("stands at the cost of each threshold, its ring at the one in use", () => {
    const plot = readPlot(svgOf("application-fraud", "cost-curve"));
    const { rows } = tableOf("application-fraud", "cost-curve@all");
    const unit = Math.abs(plot.y(0) - plot.y(1));
    for (const { x, y } of plot.path("p-curve")) {
      const threshold = plot.x(x);
      const [nearest] = [...rows].sort(
        (a, b) => Math.abs((a.cells[0] ?? 0) - threshold) - Math.abs((b.cells[0] ?? 0) - threshold),
      );
      expect(Math.abs(plot.y(y) - (nearest?.cells[5] ?? 0))).toBeLessThan(close * unit);
    }
    const [ring] = plot.circles("p-here");
    expect(plot.x(ring?.x ?? 0)).toBeCloseTo(0.15, 2);
    expect(
      Math.abs(plot.y(ring?.y ?? 0) - estimateOf("application-fraud", "expected-cost@all").value),
    ).toBeLessThan(close * unit);
  });

  it("stays inside, and says so", async () => {
    const assessment = assessments.get("application-fraud");
    if (assessment === undefined) throw new Error("There is no example");
    expect((await drawCharts(assessment, { audience: "auditor" })).get("cost-curve")).toBeNull();
  });
});

describe("a reliability diagram", () => {
  it("has each mark at its counts, a bar where the score would put it, and a diamond where it is outside", () => {
    const svg = svgOf("application-fraud", "reliability");
    const plot = readPlot(svg);
    const bands = tableOf("application-fraud", "calibration@all").rows.map(({ cells }) => {
      const [, , n = 0, positives = 0, expected = 0, variance = 0] = cells.map((cell) => cell ?? 0);
      return { n, positives, expected, variance };
    });
    const shown = bands.filter(({ n }) => n >= 30);
    const bars = plot.path("p-consistent");
    const discs = plot.circles("p-mark");
    const off = [...svg.matchAll(/class="p-off"[^>]* d="M([\d.]+) ([\d.]+)l/g)].map(([, x, y]) => ({
      x: Number(x),
      y: Number(y) + 6.5,
    }));
    expect(shown.length).toBeGreaterThan(4);
    expect(bars.length).toBe(2 * shown.length);
    for (const [index, { n, positives, expected, variance }] of shown.entries()) {
      const right = consistencyRange(n, expected, variance);
      const [low, high] = [plot.y(bars[2 * index]?.y ?? 0), plot.y(bars[2 * index + 1]?.y ?? 0)];
      expect(Math.abs(low - (100 * right.low) / n)).toBeLessThan(close);
      expect(Math.abs(high - (100 * right.high) / n)).toBeLessThan(close);
      const isOff = positives < right.low || positives > right.high;
      const at = (isOff ? off : discs).filter(
        ({ x, y }) =>
          Math.abs(plot.x(x) - (100 * expected) / n) < close &&
          Math.abs(plot.y(y) - (100 * positives) / n) < close,
      );
      expect(at.length).toBe(1);
    }
    expect(wordsOf(chartOf("application-fraud", "reliability").chart.title)).toContain(
      `${off.length} of ${shown.length} score bands`,
    );
  });

  it("has bars from sums that are those of the scores themselves, to one case", () => {
    const random = seededRandom(7);
    for (const cases of [12, 40, 200, 3_000]) {
      for (let round = 0; round < 12; round += 1) {
        const from = Math.floor(10 * random()) / 10;
        const table = Array.from({ length: cases }, () => from + 0.0001 + 0.0999 * random())
          .sort((a, b) => a - b)
          .map((score) => ({ score, positives: 1, negatives: 0 }));
        const [exact] = consistencyBars(table, 10);
        const mean = table.reduce((sum, { score }) => sum + score, 0);
        const variance = table.reduce((sum, { score }) => sum + score * (1 - score), 0);
        const range = consistencyRange(cases, mean, variance);
        expect(Math.abs(range.low - (exact?.low ?? 0) * cases)).toBeLessThanOrEqual(1.001);
        expect(Math.abs(range.high - (exact?.high ?? 0) * cases)).toBeLessThanOrEqual(1.001);
      }
    }
  });
});

describe("a quantile dotplot", () => {
  it("has one dot per outcome within a dot of it, and counts them in its title", () => {
    const { chart } = chartOf("demand-incident", "quantile-dotplot");
    const svg = svgOf("demand-incident", "quantile-dotplot");
    const outcomes = tableOf("demand-incident", "before/outcome-quantiles@all").rows.map(
      ({ cells }) => 100 * (cells[0] ?? 0),
    );
    const dots = [...svg.matchAll(/class="p-dot" cx="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(dots.length).toBe(20);
    // The upright axis of a dotplot has no numbers: it counts dots.
    const plot = readPlot(`${svg}<text class="tick-y" y="0">0</text><text class="tick-y" y="1">1</text>`);
    const size = Math.abs(plot.x(15) - plot.x(0));
    const places = dots.map(plot.x).sort((a, b) => a - b);
    for (const [index, outcome] of outcomes.entries())
      expect(Math.abs((places[index] ?? 0) - outcome)).toBeLessThanOrEqual(size);
    expect(chart.grid.rows.map(({ cells }) => printed(wordsOf(cells[0]?.pieces ?? [])))).toEqual(
      outcomes.map((outcome) => Number(outcome.toFixed(1)) || 0),
    );
    const [inside, within, below, above] = (
      /(\d+) of 20 .* within (\d+) % .*; (\d+) .* (\d+) /.exec(wordsOf(chart.title)) ?? []
    )
      .slice(1)
      .map(Number);
    expect(inside).toBe(outcomes.filter((outcome) => Math.abs(outcome) <= (within ?? 0)).length);
    expect(below).toBe(outcomes.filter((outcome) => outcome < -(within ?? 0)).length);
    expect(above).toBe(outcomes.filter((outcome) => outcome > (within ?? 0)).length);
    expect(inside).toBeGreaterThanOrEqual(16);
  });

  it("says that the errors hold no more where a series broke after them", () => {
    const { chart } = chartOf("demand-incident", "quantile-dotplot");
    expect(wordsOf(chart.title)).toMatch(/^Until 31.March.2017, /);
    expect(wordsOf(chart.note)).toContain("these errors hold no more");
  });

  it("is refused for six months, with the reason", async () => {
    const assessment = assessments.get("demand-incident");
    if (assessment === undefined) throw new Error("There is no example");
    const short = {
      ...assessment,
      evaluations: assessment.evaluations.filter(({ id }) => id === "after"),
      tables: assessment.tables.filter(({ evaluation }) => evaluation === "after"),
    };
    expect((await drawCharts(short)).get("quantile-dotplot")).toBeNull();
  });
});
