import { describe, expect, it } from "vitest";
import { classAverage } from "../../src/stats/class-average.js";
import { classScoreTables } from "../../src/stats/class-score-tables.js";
import { fBeta } from "../../src/stats/f-beta.js";
import { matthewsMulticlass } from "../../src/stats/matthews-multiclass.js";
import { matthews } from "../../src/stats/matthews.js";
import { multiclassBrier } from "../../src/stats/multiclass-brier.js";
import { multiclassLogLoss } from "../../src/stats/multiclass-log-loss.js";
import { oneVsOneAuc } from "../../src/stats/one-vs-one-auc.js";
import { oneVsRestScores } from "../../src/stats/one-vs-rest-scores.js";
import { oneVsRest } from "../../src/stats/one-vs-rest.js";
import { precision } from "../../src/stats/precision.js";
import { rejectOptionCurve } from "../../src/stats/reject-option-curve.js";
import { rocAuc } from "../../src/stats/roc-auc.js";
import { topConfusions } from "../../src/stats/top-confusions.js";
import { topKHits } from "../../src/stats/top-k-hits.js";
import { weightedKappa } from "../../src/stats/weighted-kappa.js";
import { expectClose } from "./expect-close.js";
import { g06, g06b, reference, iris, matrixOf, measures } from "./many-classes-reference.js";

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
