import { fBeta } from "../../src/stats/f-beta.js";
import { precision } from "../../src/stats/precision.js";
import { recall } from "../../src/stats/recall.js";
import type { ConfusionMatrix } from "../../src/stats/types.js";
import { readFixture } from "./read-fixture.js";
import { readRows } from "./read-rows.js";

export type Report = Record<string, Record<string, number>>;

export const g06 = readFixture("golden/G06_multiclass_iris.json") as Record<string, number> & {
  confusion: ConfusionMatrix;
  report: Report;
};

export const g06b = readFixture("golden/G06b_multiclass_edge.json") as Record<string, number> & {
  y: number[];
  pred: number[];
};

export const reference = readFixture("many-classes.json") as {
  delta: {
    matrix: number[][];
    measure: "f1" | "precision";
    average: "macro" | "weighted";
    low: number;
    high: number;
  }[];
  hpc: { classes: string[]; confusion: number[][]; report: Report; mcc: number };
};

export const iris = readRows("iris_nearest_centroid.csv").map((row) => ({
  actual: Number(row("y")),
  predicted: Number(row("pred")),
  scores: [Number(row("p0")), Number(row("p1")), Number(row("p2"))],
}));

export function matrixOf(pairs: readonly (readonly [number, number])[], classes: number): number[][] {
  const matrix = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  for (const [actual, predicted] of pairs) {
    const row = matrix[actual];
    if (row !== undefined) row[predicted] = (row[predicted] ?? 0) + 1;
  }
  return matrix;
}

export const measures = { precision, recall, "f1-score": fBeta };
