import { describe, expect, it } from "vitest";
import { classAverageInterval } from "../../src/stats/class-average-interval.js";
import { classAverage } from "../../src/stats/class-average.js";
import { classScoreTables } from "../../src/stats/class-score-tables.js";
import { dependentAverageInterval } from "../../src/stats/dependent-average-interval.js";
import { fBeta } from "../../src/stats/f-beta.js";
import { macroRateInterval } from "../../src/stats/macro-rate-interval.js";
import { matthewsMulticlass } from "../../src/stats/matthews-multiclass.js";
import { matthews } from "../../src/stats/matthews.js";
import { multiclassBrier } from "../../src/stats/multiclass-brier.js";
import { multiclassLogLoss } from "../../src/stats/multiclass-log-loss.js";
import { oneVsOneAuc } from "../../src/stats/one-vs-one-auc.js";
import { oneVsRestScores } from "../../src/stats/one-vs-rest-scores.js";
import { oneVsRest } from "../../src/stats/one-vs-rest.js";
import { precision } from "../../src/stats/precision.js";
import { recall } from "../../src/stats/recall.js";
import { rejectOptionCurve } from "../../src/stats/reject-option-curve.js";
import { rocAuc } from "../../src/stats/roc-auc.js";
import { topConfusions } from "../../src/stats/top-confusions.js";
import { topKHits } from "../../src/stats/top-k-hits.js";
import type { ConfusionMatrix } from "../../src/stats/types.js";
import { weightedKappa } from "../../src/stats/weighted-kappa.js";
import { wilsonInterval } from "../../src/stats/wilson-interval.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";
import { readRows } from "./read-rows.js";

type Report = Record<string, Record<string, number>>;
const g06 = readFixture("golden/G06_multiclass_iris.json") as Record<string, number> & {
  confusion: ConfusionMatrix;
  report: Report;
};
const g06b = readFixture("golden/G06b_multiclass_edge.json") as Record<string, number> & {
  y: number[];
  pred: number[];
};
const reference = readFixture("many-classes.json") as {
  delta: {
    matrix: number[][];
    measure: "f1" | "precision";
    average: "macro" | "weighted";
    low: number;
    high: number;
  }[];
  hpc: { classes: string[]; confusion: number[][]; report: Report; mcc: number };
};

const iris = readRows("iris_nearest_centroid.csv").map((row) => ({
  actual: Number(row("y")),
  predicted: Number(row("pred")),
  scores: [Number(row("p0")), Number(row("p1")), Number(row("p2"))],
}));

function matrixOf(pairs: readonly (readonly [number, number])[], classes: number): number[][] {
  const matrix = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  for (const [actual, predicted] of pairs) {
    const row = matrix[actual];
    if (row !== undefined) row[predicted] = (row[predicted] ?? 0) + 1;
  }
  return matrix;
}

const measures = { precision, recall, "f1-score": fBeta };

describe.each([
  ["G06, scikit-learn 1.2.1 classification_report, iris", g06.confusion, ["0", "1", "2"], g06.report],
  [
    "scikit-learn 1.9.1 classification_report, hpc_cv",
    reference.hpc.confusion,
    reference.hpc.classes,
    reference.hpc.report,
  ],
] as const)("%s", (_name, matrix, classes, report) => {
  const tables = oneVsRest(matrix);
  const support = tables.map(({ tp, fn }) => tp + fn);
  it.each(Object.entries(measures))("%s per class, macro and weighted", (measure, of) => {
    const values = tables.map((table) => of(table));
    classes.forEach((name, k) => {
      expectClose(values[k], report[name]?.[measure], 1e-12);
      expect(support[k]).toBe(report[name]?.support);
    });
    expectClose(classAverage(values).value, report["macro avg"]?.[measure], 1e-12);
    expectClose(classAverage(values, support).value, report["weighted avg"]?.[measure], 1e-12);
  });
});

describe("G06, scikit-learn 1.2.1, iris", () => {
  const tables = classScoreTables(iris, 3);
  it("confusion_matrix, matthews_corrcoef, cohen_kappa_score", () => {
    expect(
      matrixOf(
        iris.map(({ actual, predicted }) => [actual, predicted]),
        3,
      ),
    ).toEqual(g06.confusion);
    expectClose(matthewsMulticlass(g06.confusion), g06.mcc, 1e-12);
    expectClose(weightedKappa(g06.confusion), g06.kappa, 1e-12);
    expectClose(weightedKappa(g06.confusion, "quadratic"), g06.kappa_quadratic, 1e-12);
  });
  it("roc_auc_score(multi_class='ovr' and 'ovo')", () => {
    const aucs = tables.map((table, k) => rocAuc(oneVsRestScores(table, k)));
    expectClose(classAverage(aucs).value, g06.roc_auc_ovr_macro, 1e-12);
    expectClose(oneVsOneAuc(tables).value, g06.roc_auc_ovo_macro, 1e-12);
  });
  it("log_loss and the summed Brier score, to the six decimals that the rows are printed with", () => {
    const own = tables.map((table, k) => oneVsRestScores(table, k));
    expectClose(multiclassLogLoss(own)?.value, g06.log_loss, 2e-6);
    expectClose(multiclassBrier(own), g06.brier_multiclass_sum, 2e-6);
  });
  it("top_k_accuracy_score(k=2)", () => {
    expect(topKHits(iris, 2)).toEqual({ x: 75, n: 75 });
    expect(topKHits(iris, 1)).toEqual({ x: 70, n: 75 });
  });
  it("top confusions with their denominators", () => {
    expect(topConfusions(g06.confusion, 5)).toEqual([
      { actual: 2, predicted: 1, count: 4, ofActual: 25 },
      { actual: 1, predicted: 2, count: 1, ofActual: 25 },
    ]);
  });
});

describe("G06b, scikit-learn 1.2.1 precision_score, f1_score: a class never predicted", () => {
  const matrix = matrixOf(
    g06b.y.map((y, i) => [y, g06b.pred[i] ?? 0]),
    3,
  );
  const tables = oneVsRest(matrix);
  const support = tables.map(({ tp, fn }) => tp + fn);
  const precisions = tables.map(precision);
  it("has no precision, and its macro under both conventions", () => {
    expect(precisions[2]).toBeNull();
    const { value, withZeros, undefinedClasses } = classAverage(precisions);
    expectClose(value, g06b.precision_macro_excluding_undefined, 1e-12);
    expectClose(withZeros, g06b.precision_macro_zero_division_0, 1e-12);
    expect(undefinedClasses).toBe(1);
  });
  it("has an F1 of 0, since it has cases", () => {
    const f1 = tables.map((table) => fBeta(table));
    expectClose(classAverage(f1).value, g06b.f1_macro_zero_division_0, 1e-12);
    expectClose(classAverage(f1, support).value, g06b.f1_weighted, 1e-12);
    expectClose(matthewsMulticlass(matrix), g06b.mcc, 1e-12);
  });
});

describe("scores of hpc_cv-like classes", () => {
  it("one-vs-one leaves out a pair of which one class has no case", () => {
    const rows = [
      { actual: 0, scores: [0.8, 0.2, 0] },
      { actual: 1, scores: [0.3, 0.7, 0] },
    ];
    expect(oneVsOneAuc(classScoreTables(rows, 3))).toEqual({
      value: 1,
      withZeros: 1 / 3,
      undefinedClasses: 2,
    });
  });
  it("gives null without cases, and counts a certain and wrong case as clipped", () => {
    expect(multiclassBrier([[], []])).toBeNull();
    expect(multiclassBrier([])).toBeNull();
    expect(multiclassLogLoss([[], []])).toBeNull();
    const wrong = classScoreTables([{ actual: 1, scores: [1, 0] }], 2).map((t, k) => oneVsRestScores(t, k));
    expect(multiclassLogLoss(wrong)).toEqual({
      value: expect.closeTo(-Math.log(1e-15), 12) as number,
      clipped: 1,
    });
    expect(multiclassBrier(wrong)).toBe(2);
  });
  it("ranks ties against the model", () => {
    expect(topKHits([{ actual: 1, scores: [0.5, 0.5] }], 1)).toEqual({ x: 0, n: 1 });
    expect(() => topKHits([{ actual: 2, scores: [0.5, 0.5] }], 1)).toThrow(
      "Unexpected class 2, expected 0 to 1",
    );
    expect(() => topKHits([], 0)).toThrow("Unexpected k 0");
  });
  it("refuses malformed rows", () => {
    expect(() => classScoreTables([{ actual: 0, scores: [0.5] }], 2)).toThrow(
      "Unexpected 1 scores, expected 2",
    );
    expect(() => classScoreTables([{ actual: -1, scores: [0.5, 0.5] }], 2)).toThrow("Unexpected class -1");
    expect(() => classScoreTables([{ actual: 0, scores: [NaN, 0.5] }], 2)).toThrow("Unexpected score NaN");
    expect(() => multiclassLogLoss([[{ score: 1.2, positives: 1, negatives: 0 }]])).toThrow(
      "Unexpected score 1.2",
    );
  });
});

describe("classAverageInterval", () => {
  it.each(reference.delta)("$average $measure of $matrix: numerical delta method, numpy 2.4.6", (row) => {
    const bounds = classAverageInterval(row.matrix, row.measure, row.average);
    expectClose(bounds?.low, row.low, 1e-6);
    expectClose(bounds?.high, row.high, 1e-6);
  });
  it("claims nothing where its variance is 0 or the average undefined", () => {
    const perfect = [
      [9, 0],
      [0, 9],
    ];
    for (const matrix of [
      perfect,
      [],
      [[0]],
      [[5]],
      [
        [0, 3],
        [3, 0],
      ],
    ]) {
      for (const measure of ["f1", "precision"] as const) {
        expect(classAverageInterval(matrix, measure, "macro")).toBeNull();
        expect(classAverageInterval(matrix, measure, "weighted")).toBeNull();
      }
    }
  });
});

describe("macroRateInterval", () => {
  it("is MOVER of Wilson's intervals, written out", () => {
    const [a, b] = [wilsonInterval(0, 20), wilsonInterval(81, 263)];
    const value = (0 + 81 / 263) / 2;
    const down = Math.sqrt((0 - (a?.low ?? 9)) ** 2 + (81 / 263 - (b?.low ?? 9)) ** 2) / 2;
    const up = Math.sqrt((a?.high ?? 9) ** 2 + ((b?.high ?? 9) - 81 / 263) ** 2) / 2;
    const bounds = macroRateInterval([
      { x: 0, n: 20 },
      { x: 81, n: 263 },
      { x: 0, n: 0 },
    ]);
    expectClose(bounds?.low, value - down, 1e-12);
    expectClose(bounds?.high, value + up, 1e-12);
  });
  it("of one class is Wilson's own, of none is null", () => {
    const one = macroRateInterval([{ x: 25, n: 25 }]);
    expectClose(one?.low, wilsonInterval(25, 25)?.low, 1e-12);
    expect(one?.high).toBe(1);
    expect(macroRateInterval([{ x: 0, n: 0 }])).toBeNull();
    expect(macroRateInterval([])).toBeNull();
  });
});

describe("dependentAverageInterval", () => {
  it("of equal parts is the interval of one, however many", () => {
    const part = { value: 0.7, variance: 0.0025, weight: 1 };
    const one = dependentAverageInterval([part]);
    expectClose(one?.low, 0.7 - 1.959963984540054 * 0.05, 1e-9);
    expect(dependentAverageInterval([part, part, part])?.high).toBeCloseTo(one?.high ?? 9, 12);
  });
  it("is null without weight or spread, clipped to [0, 1], and refuses what is no variance", () => {
    expect(dependentAverageInterval([])).toBeNull();
    expect(dependentAverageInterval([{ value: 1, variance: 0, weight: 1 }])).toBeNull();
    expect(dependentAverageInterval([{ value: 0.5, variance: 1, weight: 1 }])).toEqual({ low: 0, high: 1 });
    expect(() => dependentAverageInterval([{ value: 0.5, variance: NaN, weight: 1 }])).toThrow(
      "Unexpected variance NaN",
    );
  });
});

describe("classAverage", () => {
  it("is null without a value, and weighs a class of no weight as absent", () => {
    expect(classAverage([])).toEqual({ value: null, withZeros: null, undefinedClasses: 0 });
    expect(classAverage([null])).toEqual({ value: null, withZeros: 0, undefinedClasses: 1 });
    expect(classAverage([0.5, null], [3, 0])).toEqual({ value: 0.5, withZeros: 0.5, undefinedClasses: 0 });
    expect(() => classAverage([0.5], [])).toThrow("Unexpected 0 weights, expected 1");
    expect(() => classAverage([0.5], [-1])).toThrow("Unexpected weight -1");
  });
});

describe("matthewsMulticlass", () => {
  it("is Matthews' own for two classes", () => {
    expectClose(
      matthewsMulticlass([
        [9, 1],
        [2, 8],
      ]),
      matthews({ tp: 8, fn: 2, fp: 1, tn: 9 }) ?? undefined,
      1e-12,
    );
    expectClose(matthewsMulticlass(reference.hpc.confusion), reference.hpc.mcc, 1e-12);
  });
  it("is 0 for one predicted class and null without cases", () => {
    expect(
      matthewsMulticlass([
        [5, 0],
        [7, 0],
      ]),
    ).toBe(0);
    expect(matthewsMulticlass([[5]])).toBe(0);
    expect(matthewsMulticlass([[0]])).toBeNull();
  });
});

describe("oneVsRest and topConfusions", () => {
  it("refuse a matrix that is none", () => {
    expect(() => oneVsRest([[1, 2]])).toThrow("Unexpected row 0 of 2 counts, expected 1");
    expect(() => topConfusions([[1.5]])).toThrow("Unexpected count 1.5, expected an integer >= 0");
    expect(() => topConfusions([[NaN]])).toThrow("Unexpected count NaN");
  });
  it("put the smaller class first where counts are equal", () => {
    const found = topConfusions([
      [90, 3, 0],
      [0, 5, 3],
      [0, 0, 4],
    ]);
    expect(found.map(({ actual }) => actual)).toEqual([1, 0]);
  });
});

describe("rejectOptionCurve", () => {
  it("loses coverage and never answers a tie in part", () => {
    const table = [
      { score: 0.4, positives: 1, negatives: 3 },
      { score: 0.6, positives: 0, negatives: 0 },
      { score: 0.8, positives: 5, negatives: 1 },
    ];
    expect(rejectOptionCurve(table)).toEqual([
      { threshold: 0.4, answered: 10, right: 6, n: 10 },
      { threshold: 0.8, answered: 6, right: 5, n: 10 },
    ]);
    expect(rejectOptionCurve([])).toEqual([]);
  });
});
