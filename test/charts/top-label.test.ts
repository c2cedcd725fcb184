import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import { formatCount } from "../../src/phrasing/format-number.js";
import { redact } from "../../src/redact/redact.js";
import { assessFiles, planFile } from "../measure/project-folder.js";
import { drawCharts, wordsOf } from "./draw-charts.js";

const classes = ["VF", "F", "M", "L"];
const csv = readFileSync(new URL("../fixtures/golden/inputs/hpc_cv.csv", import.meta.url), "utf8");
const [head = "", ...lines] = csv.trim().replaceAll('"', "").split("\n");
const columns = head.trim().split(",");
const rows = lines.map((line) => {
  const cells = line.trim().split(",");
  const cell = (name: string): string => cells[columns.indexOf(name)] ?? "";
  return { confidence: Number(cell(cell("pred"))), isRight: cell("pred") === cell("obs") };
});

let assessment: Assessment;

function assessWith(more: object): Promise<Assessment> {
  const own = { id: "e", task: "multiclass", data: "data.csv", label: "obs", prediction: "pred", classes };
  return assessFiles({
    "data.csv": csv,
    "forthright.yaml": planFile({ evaluations: [{ ...own, ...more }] }),
  });
}

function bandsOf({ tables }: Assessment) {
  return tables.find(({ id }) => id === "top-label-calibration@all")?.rows.map(({ cells }) => cells);
}

beforeAll(async () => {
  assessment = await assessWith({ scores: Object.fromEntries(classes.map((name) => [name, name])) });
});

describe("how sure a model of many classes is of what it predicts", () => {
  it("has ten bands with the counts of the file: cases, right predictions, and what the scores expected", () => {
    const bands = bandsOf(assessment) ?? [];
    expect(bands.length).toBe(10);
    for (const [low, high, n, right, expected, variance] of bands) {
      const own = rows.filter(
        ({ confidence: p }) => (p > (low ?? 0) || (low === 0 && p === 0)) && p <= (high ?? 1),
      );
      expect([n, right]).toEqual([own.length, own.filter(({ isRight }) => isRight).length]);
      const sum = (of: (p: number) => number): number =>
        own.reduce((total, { confidence }) => total + of(confidence), 0);
      expect(expected).toBeCloseTo(
        sum((p) => p),
        6,
      );
      expect(variance).toBeCloseTo(
        sum((p) => p * (1 - p)),
        6,
      );
    }
    expect(bands.reduce((total, [, , n]) => total + (n ?? 0), 0)).toBe(rows.length);
  });

  it.each(["en", "de"] as const)(
    "is drawn as right predictions in all that is said of it (%s)",
    async (lang) => {
      const chart = (await drawCharts(assessment, { lang })).get("reliability")?.chart;
      const said = [chart?.title, chart?.note, ...(chart?.grid.columns.map(({ label }) => label) ?? [])];
      const told = said.map((pieces) => wordsOf(pieces ?? [])).join("\n");
      const write = (count: number): string => formatCount(Math.round(count), lang);
      expect(told).toContain(write(rows.filter(({ isRight }) => isRight).length));
      expect(told).toContain(write(rows.reduce((sum, { confidence }) => sum + confidence, 0)));
      expect(told).toMatch(lang === "en" ? /right predictions/ : /richtige Vorhersagen/);
      expect(chart?.alt).toMatch(
        lang === "en" ? /share of right predictions/ : /Anteil von richtigen Vorhersagen/,
      );
    },
  );

  it("has no band with 1 to 9 right or wrong predictions outside the house", () => {
    const bands = bandsOf(redact(assessment, "auditor")) ?? [];
    expect(bands.length).toBeGreaterThan(1);
    for (const [, , n, right] of bands)
      for (const count of [right ?? 0, (n ?? 0) - (right ?? 0)])
        expect(count === 0 || count >= 10).toBe(true);
  });

  it("is not told without a score for each class", async () => {
    const plain = await assessWith({});
    expect(bandsOf(plain)).toBeUndefined();
    expect((await drawCharts(plain)).get("reliability")).toBeNull();
  });
});
