import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import type { Assessment, Table } from "../../src/model/assessment.js";
import { confusionAt } from "../../src/stats/confusion-at.js";
import { confusionsAt } from "../../src/stats/confusions-at.js";
import { seededRandom } from "../../src/stats/random.js";
import { lowerBound, upperBound } from "../find/binomial-bounds.js";
import { expectClose } from "../stats/expect-close.js";
import { readFixture } from "../stats/read-fixture.js";
import { assessFiles, assessPlan, estimateAt, planFile, valueOf } from "./project-folder.js";
import { wilson } from "./recount-metrics.js";

const g05 = readFixture("golden/G05_binary_breast_cancer.json") as {
  readonly net_benefit: Readonly<Record<string, number>>;
  readonly net_benefit_treat_all: Readonly<Record<string, number>>;
};
const g14 = readFixture("golden/G14_prevalence_cost.json") as {
  readonly prior_shift: readonly { p: number; b_train: number; b_new: number; p_new: number }[];
};
const csv = readFileSync(
  new URL("../fixtures/golden/inputs/breast_cancer_scores.csv", import.meta.url),
  "utf8",
);

async function wdbc(deployment: object, plan: object = {}): Promise<Assessment> {
  return assessFiles({
    "scores.csv": csv,
    "forthright.yaml": planFile({
      deployment,
      evaluations: [{ id: "wdbc", data: "scores.csv", label: "y", positive: 1, score: "p" }],
      ...plan,
    }),
  });
}

function tableAt({ tables }: Assessment, id: string): Table {
  const found = tables.find((table) => table.id === id);
  if (found === undefined) throw new Error(`There is no table ${id}`);
  return found;
}

/** The row of one threshold, by column. */
function rowAt(table: Table, threshold: number): Record<string, number | null> {
  const row = table.rows.find(({ label }) => label === String(threshold));
  return Object.fromEntries(table.columns.map((column, index) => [column, row?.cells[index] ?? null]));
}

const costs = {
  currency: "EUR",
  action: { value: 10, low: 8, high: 12 },
  false_alarm: 5,
  miss: { value: 300, low: 200, high: 400 },
  effect: 0.8,
};

describe("cost-curve", () => {
  it.each(["0.05", "0.1", "0.2", "0.3", "0.5"])(
    "net benefit at %s, G05 (Vickers & Elkin 2006)",
    async (pt) => {
      const table = tableAt(await wdbc({ threshold: Number(pt) }), "cost-curve@all");
      const row = rowAt(table, Number(pt));
      expectClose(row["net_benefit"], g05.net_benefit[pt], 1e-12);
      expectClose(row["net_benefit_all"], g05.net_benefit_treat_all[pt], 1e-12);
      expect(row["cost"]).toBeNull();
    },
  );

  it("has a grid of thresholds, never the scores, and counts that are those of a decision there", async () => {
    const table = tableAt(await wdbc({ threshold: 0.12345 }), "cost-curve@all");
    const thresholds = table.rows.map(({ cells: [threshold] }) => threshold);
    const grid = Array.from({ length: 1_001 }, (_, step) => step / 1_000);
    expect(thresholds).toEqual([...grid, 0.12345].sort((a, b) => a - b));
    const [header = "", ...data] = csv.trim().split(/\r?\n/);
    const [label, score] = ["y", "p"].map((name) => header.split(",").indexOf(name));
    const cases = data.map((line) => {
      const cells = line.split(",");
      return { positive: cells[label ?? 0] === "1", score: Number(cells[score ?? 0]) };
    });
    const recounted = thresholds.map((threshold) => {
      const of = (positive: boolean, flagged: boolean): number =>
        cases.filter((one) => one.positive === positive && one.score >= (threshold ?? NaN) === flagged)
          .length;
      return [of(true, true), of(true, false), of(false, true), of(false, false)];
    });
    expect(table.rows.map(({ cells }) => cells.slice(1, 5))).toEqual(recounted);
  });

  it("counts a score on a step of the grid as meeting it, as doubles compare", async () => {
    const assessment = await assessFiles({
      // 0.1 + 0.2 and 0.7 * 0.1 lie one bit above 0.3 and 0.07; the last two are the ends of the range.
      "data.csv": "y,s\n1,0.30000000000000004\n0,0.3\n1,0.07\n0,0.07000000000000002\n1,1\n0,0\n",
      "forthright.yaml": planFile({
        evaluations: [{ id: "e", data: "data.csv", label: "y", positive: 1, score: "s" }],
      }),
    });
    const curve = tableAt(assessment, "cost-curve@all");
    const flagged = [0, 0.001, 0.07, 0.071, 0.3, 0.301, 1].map((threshold) => {
      const { tp = null, fp = null } = rowAt(curve, threshold);
      return [tp, fp];
    });
    expect(flagged).toEqual([
      [3, 3],
      [3, 2],
      [3, 2],
      [2, 1],
      [2, 1],
      [1, 0],
      [1, 0],
    ]);
    expect(rowAt(curve, 0)["net_benefit"]).toBeCloseTo(0.5, 12);
    expect(rowAt(curve, 1)["net_benefit"]).toBeNull();
  });

  it("a threshold that no probability reaches stands for none: its counts, and no net benefit", async () => {
    for (const [threshold, counts] of [
      [2, [0, 212, 0, 357]],
      [-1, [212, 0, 357, 0]],
    ] as const) {
      const { tp, fn, fp, tn, ...row } = rowAt(
        tableAt(await wdbc({ threshold }, { costs }), "cost-curve@all"),
        threshold,
      );
      expect([tp, fn, fp, tn]).toEqual(counts);
      expect([row["probability"], row["net_benefit"], row["net_benefit_all"]]).toEqual([null, null, null]);
      expect(row["cost"]).toBeGreaterThan(0);
    }
  });

  it("a score from 0 to 100 is no probability: steps of a tenth, and costs alone", async () => {
    const assessment = await assessFiles({
      "data.csv": "y,s\n1,100\n0,0\n1,41.25\n0,60.5\n",
      "forthright.yaml": planFile({
        deployment: { threshold: 41.25 },
        costs,
        evaluations: [
          { id: "e", data: "data.csv", label: "y", positive: 1, score: "s", score_range: [0, 100] },
        ],
      }),
    });
    const curve = tableAt(assessment, "cost-curve@all");
    expect(curve.rows.length).toBe(1_002);
    expect(curve.rows.map(({ cells }) => cells.slice(-3)).flat()).toEqual(Array(3_006).fill(null));
    const counts = [0, 41.2, 41.25, 41.3, 60.5, 60.6, 100].map((threshold) => {
      const { tp = null, fp = null } = rowAt(curve, threshold);
      return [tp, fp];
    });
    expect(counts).toEqual([
      [2, 2],
      [2, 1],
      [2, 1],
      [1, 1],
      [1, 1],
      [1, 0],
      [1, 0],
    ]);
  });

  it("costs per 1,000 cases met, by hand, with the limits of costs, base rate and both rates", async () => {
    const base_rate = { value: 0.02, low: 0.01, high: 0.03 };
    const assessment = await wdbc({ threshold: 0.5, base_rate }, { costs });
    const row = rowAt(tableAt(assessment, "cost-curve@all"), 0.5);
    const cost = (tpr: number, fpr: number, rate: number, action: number, miss: number): number =>
      1_000 * (rate * (tpr * (action + 0.2 * miss) + (1 - tpr) * miss) + (1 - rate) * fpr * (action + 5));
    expectClose(row["cost"], cost(208 / 212, 39 / 357, 0.02, 10, 300), 1e-12);
    const corners = (action: number, miss: number): number[] =>
      wilson(208, 212).flatMap((tpr) =>
        wilson(39, 357).flatMap((fpr) => [0.01, 0.03].map((rate) => cost(tpr, fpr, rate, action, miss))),
      );
    expectClose(row["cost_low"], Math.min(...corners(8, 200)), 1e-12);
    expectClose(row["cost_high"], Math.max(...corners(12, 400)), 1e-12);
    expect(valueOf(assessment, "expected-cost@all")).toBe(row["cost"]);
    // To flag everyone, or no one, is certain: no range of the test's rates.
    expectClose(valueOf(assessment, "expected-cost[none]@all"), 1_000 * 0.02 * 300, 1e-12);
    expectClose(estimateAt(assessment, "expected-cost[none]@all").interval?.high, 1_000 * 0.03 * 400, 1e-12);
  });

  it.each(g14.prior_shift)("moves a probability of $p from $b_train to $b_new, G14", async (golden) => {
    const { p, b_train, b_new, p_new } = golden;
    const positives = Math.round(1_000 * b_train);
    const rows = Array.from(
      { length: 1_000 },
      (_, index) => `${index < positives ? 1 : 0},${index % 2 === 0 ? p : 0.99}`,
    );
    const assessment = await assessFiles({
      "data.csv": ["y,s", ...rows].join("\n"),
      "forthright.yaml": planFile({
        deployment: { base_rate: b_new, threshold: p },
        evaluations: [{ id: "e", data: "data.csv", label: "y", positive: 1, score: "s" }],
      }),
    });
    expectClose(rowAt(tableAt(assessment, "cost-curve@all"), p)["probability"], p_new, 1e-12);
  });
});

describe("break-even-precision", () => {
  it("is c / v where a false alarm costs the action alone: 8 of 60", async () => {
    const assessment = await wdbc({ threshold: 0.5 }, { costs: { currency: "EUR", action: 8, miss: 60 } });
    expectClose(valueOf(assessment, "break-even-precision@all"), 8 / 60, 1e-12);
    expect(estimateAt(assessment, "break-even-precision@all").interval).toBeNull();
    expect(assessment.estimates.some(({ id }) => id.startsWith("break-even-precision["))).toBe(false);
  });
  it("lies between that of cheap acting on dear misses, and the other way round", async () => {
    const assessment = await wdbc({ threshold: 0.5 }, { costs });
    expectClose(valueOf(assessment, "break-even-precision[low]@all"), 13 / (0.8 * 400 + 5), 1e-12);
    expectClose(valueOf(assessment, "break-even-precision@all"), 15 / (0.8 * 300 + 5), 1e-12);
    expectClose(valueOf(assessment, "break-even-precision[high]@all"), 17 / (0.8 * 200 + 5), 1e-12);
  });
  it("does not exist where acting costs what it saves, and says so", async () => {
    const assessment = await wdbc({ threshold: 0.5 }, { costs: { currency: "EUR", action: 60, miss: 60 } });
    const { value, reason } = estimateAt(assessment, "break-even-precision@all");
    expect([value, reason]).toEqual([null, "never-pays"]);
  });
});

describe("break-even-ranges", () => {
  it("part where flagging everyone, following the model and flagging no one are each best", async () => {
    const assessment = await assessPlan({
      deployment: { base_rate: 0.1 },
      evaluations: [{ id: "e", counts: { tp: 80, fn: 20, fp: 50, tn: 950 } }],
    });
    const { rows } = tableAt(assessment, "break-even-ranges@all");
    const [low = NaN, high = NaN] = rows[1]?.cells.map(Number) ?? [];
    expect(rows.map(({ label }) => label)).toEqual(["all", "model", "none"]);
    const benefit = (tpr: number, fpr: number, pt: number): number => 0.1 * tpr - (0.9 * fpr * pt) / (1 - pt);
    // At the ends the net benefits of both neighbours are equal; inside the model beats both.
    expectClose(benefit(0.8, 0.05, low), benefit(1, 1, low), 1e-9);
    expect(Math.abs(benefit(0.8, 0.05, high))).toBeLessThan(1e-12);
    const middle = (low + high) / 2;
    expect(benefit(0.8, 0.05, middle)).toBeGreaterThan(Math.max(0, benefit(1, 1, middle)));
  });
});

describe("threshold-ranges", () => {
  it("are the thresholds at which each criterion would pass on its exact bound, and all would", async () => {
    const criteria = [
      { id: "A", metric: "recall", at_least: 0.9 },
      { id: "B", metric: "false-alarms", at_most: 0.1 },
      { id: "C", metric: "roc-auc", at_least: 0.9 },
    ];
    const assessment = await wdbc({ threshold: 0.5 }, { criteria });
    const table = tableAt(assessment, "threshold-ranges@all");
    const curve = tableAt(assessment, "cost-curve@all");
    const kept = (passes: (row: Record<string, number>) => boolean): (number | null)[] => {
      const own = curve.rows
        .map(({ label }) => rowAt(curve, Number(label)) as Record<string, number>)
        .filter(passes)
        .map((row) => row["threshold"] ?? NaN);
      return [Math.min(...own), Math.max(...own)];
    };
    const recall = ({ tp = 0, fn = 0 }: Record<string, number>): boolean =>
      lowerBound(tp, tp + fn, 0.95) >= 0.9;
    const alarms = ({ fp = 0, tn = 0 }: Record<string, number>): boolean =>
      upperBound(fp, fp + tn, 0.95) <= 0.1;
    expect(table.rows.map(({ label, cells }) => [label, cells])).toEqual([
      ["A", kept(recall)],
      ["B", kept(alarms)],
      ["all-criteria", kept((row) => recall(row) && alarms(row))],
    ]);
  });
});

describe("evidence that carries no such table", () => {
  it("one class, no scores, no costs: none, and no number is made up", async () => {
    const oneClass = await assessFiles({
      "data.csv": "y,s\n1,0.2\n1,0.4\n",
      "forthright.yaml": planFile({
        deployment: { threshold: 0.5 },
        costs,
        evaluations: [{ id: "e", data: "data.csv", label: "y", positive: 1, score: "s" }],
      }),
    });
    const decision = ({ tables }: Assessment): string[] =>
      tables.map(({ id }) => id).filter((id) => /cost|ranges/.test(id));
    expect(decision(oneClass)).toEqual([]);
    expect(oneClass.estimates.filter(({ metric }) => metric === "expected-cost")).toEqual([]);
    const counts = await assessPlan({ evaluations: [{ id: "e", counts: { tp: 8, fn: 2, fp: 5, tn: 95 } }] });
    expect(decision(counts)).toEqual(["break-even-ranges@all"]);
  });
});

describe("confusionsAt", () => {
  it("is confusionAt of every threshold, both ways", () => {
    const random = seededRandom(4);
    const table = Array.from({ length: 60 }, (_, index) => ({
      score: index / 10,
      positives: Math.floor(random() * 5),
      negatives: Math.floor(random() * 5),
    }));
    const thresholds = [-1, 0, 0.05, 0.1, 2, 2, 3.3, 5.9, 7];
    for (const direction of ["at-or-above", "below"] as const)
      expect(confusionsAt(table, thresholds, direction)).toEqual(
        thresholds.map((threshold) => confusionAt(table, threshold, direction)),
      );
    expect(() => confusionsAt(table, [2, 1])).toThrow(
      "Unexpected threshold 1, expected thresholds ascending",
    );
  });
});
