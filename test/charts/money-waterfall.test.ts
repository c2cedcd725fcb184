import { describe, expect, it } from "vitest";

import { groupsCsv } from "../find/small-csv.js";
import { planFile, withProject } from "../measure/project-folder.js";
import { assess } from "../../src/pipeline.js";
import { drawCharts, wordsOf } from "./draw-charts.js";

/** 80 of 100 frauds caught, 60 of 200 honest ones stopped: recall 0.8, false alarms 0.3. */
const csv = groupsCsv({ A: { tp: 80, fn: 20, fp: 60, tn: 140 } });

async function drawn(costs: object | undefined, baseRate: number | null = 0.1) {
  const files = {
    "data.csv": csv,
    "forthright.yaml": planFile({
      words: { case: "case / cases", positive: "fraud / frauds", negative: "honest one / honest ones" },
      deployment: {
        threshold: 0.5,
        volume: { cases: 1000, per: "month" },
        ...(baseRate === null ? {} : { base_rate: baseRate }),
      },
      ...(costs === undefined ? {} : { costs: { currency: "EUR", ...costs } }),
      evaluations: [{ id: "e", data: "data.csv", label: "y", positive: 1, score: "s", kind: "held-out" }],
    }),
  };
  const { assessment } = await withProject(files, (root) => assess(root));
  return (await drawCharts(assessment)).get("money-waterfall") ?? null;
}

describe("the waterfall of money", () => {
  it("has parts that make the net", async () => {
    // Of 1,000: 100 frauds, 80 caught, 270 false alarms. 80 x 100 = 8,000; 80 x 5 = 400; 270 x 5 = 1,350; 6,250 is left.
    const chart = await drawn({ action: 5, miss: 100 });
    const cells = chart?.chart.grid.rows.map((row) => row.cells.map(({ pieces }) => wordsOf(pieces)));
    expect(cells?.map(([name, money]) => [name, money?.replace(/ \(.*/, "")])).toEqual([
      ["Losses prevented", "€8,000"],
      ["Acting on the right ones", "−€400"],
      ["Acting on false alarms", "−€1,400"],
      ["Net", "€6,300"],
      ["Losses that stay", "€2,000"],
    ]);
    expect(wordsOf(chart?.chart.title ?? [])).toMatch(
      /^Of €8,000 of losses prevented, acting takes €1,800 and leaves €6,300 a month \(range €/,
    );
  });

  it("counts what a false alarm costs beside acting, and what acting does not prevent", async () => {
    // Half is prevented: 80 x 50 = 4,000; 270 x (5 + 15) = 5,400, and 400: a loss of 1,800.
    const chart = await drawn({ action: 5, false_alarm: 15, miss: 100, effect: 0.5 });
    expect(wordsOf(chart?.chart.title ?? [])).toMatch(
      /^Acting costs €5,800 and prevents €4,000: it loses €1,800 a month/,
    );
  });

  it("says that it could gain or lose where the range of the net spans zero", async () => {
    // 80 x 22 = 1,760 against 350 x 5 = 1,750.
    const chart = await drawn({ action: 5, miss: 22 });
    expect(wordsOf(chart?.chart.title ?? [])).toMatch(/^It could gain or lose a month: range −€\d/);
  });

  it("is not drawn without a price of acting, of a miss, or a base rate", async () => {
    expect(await drawn(undefined)).toBeNull();
    expect(await drawn({ miss: 100 })).toBeNull();
    expect(await drawn({ action: 5 })).toBeNull();
    expect(await drawn({ action: 5, miss: 100 }, null)).toBeNull();
  });
});
