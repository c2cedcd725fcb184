import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import { readFixture } from "../stats/read-fixture.js";
import { expectClose } from "../stats/expect-close.js";
import { assessFiles, estimateAt, planFile, valueOf } from "./project-folder.js";

type Report = Record<string, Record<string, number>>;
const reference = readFixture("many-classes.json") as {
  hpc: Record<string, number> & {
    classes: string[];
    confusion: number[][];
    report: Report;
    auc: Record<string, number>;
    reject_at_0_9: { answered: number; right: number };
  };
};
const g06 = readFixture("golden/G06_multiclass_iris.json") as Record<string, number> & {
  confusion: number[][];
  report: Report;
};
const measures = [
  ["recall", "recall"],
  ["precision", "precision"],
  ["f1", "f1-score"],
] as const;

function input(name: string): string {
  return readFileSync(new URL(`../fixtures/golden/inputs/${name}`, import.meta.url), "utf8");
}

function project(csv: string, evaluation: object): Promise<Assessment> {
  const plan = planFile({ evaluations: [{ id: "e", task: "multiclass", data: "data.csv", ...evaluation }] });
  return assessFiles({ "data.csv": csv, "forthright.yaml": plan });
}

/** Rows of the columns y and p, as often as said. */
function rows(counts: readonly (readonly [number, string, string])[]): string {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = counts.flatMap(([times, y, p]) =>
    Array.from({ length: times }, () => `${quoted(y)},${quoted(p)}`),
  );
  return ["y,p", ...lines].join("\n");
}

const columns = { label: "y", prediction: "p" };

describe("hpc_cv against scikit-learn 1.9.1", () => {
  const { hpc } = reference;
  const plan = { label: "obs", classes: hpc.classes, scores: { VF: "VF", F: "F", M: "M", L: "L" } };
  let assessment: Assessment;
  beforeAll(async () => {
    assessment = await project(input("hpc_cv.csv"), { ...plan, prediction: "pred", slices: ["fold"] });
  });

  it.each(measures)("classification_report: %s per class, macro, weighted, micro", (metric, name) => {
    for (const own of hpc.classes)
      expectClose(valueOf(assessment, `${metric}[${own}]@all`), hpc.report[own]?.[name], 1e-12);
    expectClose(valueOf(assessment, `${metric}-macro@all`), hpc.report["macro avg"]?.[name], 1e-12);
    expectClose(valueOf(assessment, `${metric}-weighted@all`), hpc.report["weighted avg"]?.[name], 1e-12);
    expectClose(valueOf(assessment, `${metric}-micro@all`), hpc.report.accuracy as unknown as number, 1e-12);
  });
  it("confusion_matrix, with its classes in the order of the plan", () => {
    const table = assessment.tables.find(({ id }) => id === "confusion@all");
    expect(table?.columns).toEqual(hpc.classes);
    expect(table?.rows.map(({ cells }) => cells)).toEqual(hpc.confusion);
  });
  it("roc_auc_score per class and averaged, matthews_corrcoef, log loss, summed Brier score", () => {
    for (const own of hpc.classes)
      expectClose(valueOf(assessment, `roc-auc[${own}]@all`), hpc.auc[own], 1e-12);
    expectClose(valueOf(assessment, "roc-auc-macro@all"), hpc.auc_macro, 1e-12);
    expectClose(valueOf(assessment, "roc-auc-weighted@all"), hpc.auc_weighted, 1e-12);
    expectClose(valueOf(assessment, "matthews@all"), hpc.mcc, 1e-12);
    expectClose(valueOf(assessment, "log-loss-classes@all"), hpc.log_loss, 1e-9);
    expectClose(valueOf(assessment, "brier-score-classes@all"), hpc.brier_sum, 1e-9);
  });
  it("counts before percent: every rate with the cases it is of", () => {
    expect(estimateAt(assessment, "recall[M]@all")).toMatchObject({
      numerator: 79,
      denominator: 412,
      of: "class",
    });
    expect(estimateAt(assessment, "precision[M]@all")).toMatchObject({ numerator: 79, denominator: 137 });
    expect(estimateAt(assessment, "accuracy@all")).toMatchObject({ numerator: 2457, denominator: 3467 });
    expect(estimateAt(assessment, "accuracy@all").baseline).toBeCloseTo(1769 / 3467, 12);
    expect(estimateAt(assessment, "confused[M=F]@all")).toMatchObject({ numerator: 219, denominator: 412 });
  });
  it("the reject option: what is answered at a confidence of 0.9 is as numpy counts it", () => {
    const table = assessment.tables.find(({ id }) => id === "reject-option@all");
    for (const { cells } of table?.rows ?? []) {
      const [confidence = 0, answered, right, n] = cells;
      const kept = input("hpc_cv.csv")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.replaceAll('"', "").split(","))
        .filter((cell) => Math.max(...cell.slice(2, 6).map(Number)) >= (confidence ?? 0));
      expect([answered, right, n]).toEqual([kept.length, kept.filter(([y, p]) => y === p).length, 3467]);
    }
    expect(table?.rows).toHaveLength(8);
  });
  it("slices add up to all, and each is held against all others", () => {
    const folds = assessment.slices.filter(({ negated }) => !negated);
    const right = folds.map(({ id }) => estimateAt(assessment, `accuracy@${id}`).numerator ?? 0);
    expect(right.reduce((a, b) => a + b, 0)).toBe(2457);
    const own = estimateAt(assessment, "recall[L]@fold=Fold03");
    const rest = estimateAt(assessment, "recall[L]@fold!=Fold03");
    expect((own.numerator ?? 0) + (rest.numerator ?? 0)).toBe(111);
    expect((own.denominator ?? 0) + (rest.denominator ?? 0)).toBe(208);
  });
  it("without a prediction column the highest score decides", async () => {
    const decided = await project(input("hpc_cv.csv"), plan);
    const lines = input("hpc_cv.csv").trim().split("\n").slice(1);
    const right = lines.filter((line) => {
      const [y = "", , ...rest] = line.replaceAll('"', "").split(",");
      const scores = rest.slice(0, 4).map(Number);
      return hpc.classes[scores.indexOf(Math.max(...scores))] === y;
    });
    expect(estimateAt(decided, "accuracy@all").numerator).toBe(right.length);
  });
});

describe("iris against G06, scikit-learn 1.2.1", () => {
  it("classes that are numbers", async () => {
    const assessment = await project(input("iris_nearest_centroid.csv"), {
      label: "y",
      prediction: "pred",
      scores: { 0: "p0", 1: "p1", 2: "p2" },
    });
    for (const [metric, name] of measures) {
      for (const own of ["0", "1", "2"])
        expectClose(valueOf(assessment, `${metric}[${own}]@all`), g06.report[own]?.[name], 1e-12);
      expectClose(valueOf(assessment, `${metric}-macro@all`), g06.report["macro avg"]?.[name], 1e-12);
    }
    expectClose(valueOf(assessment, "roc-auc-macro@all"), g06.roc_auc_ovr_macro, 1e-12);
    expect(estimateAt(assessment, "roc-auc[0]@all")).toMatchObject({ value: 1, interval: null });
  });
});

describe("a class that is never predicted", () => {
  it("has no precision, and macro stands in both conventions (G06b)", async () => {
    const g06b = readFixture("golden/G06b_multiclass_edge.json") as Record<string, number> & {
      y: number[];
      pred: number[];
    };
    const csv = ["y,p", ...g06b.y.map((y, i) => `${y},${g06b.pred[i] ?? ""}`)].join("\n");
    const assessment = await project(csv, columns);
    expect(estimateAt(assessment, "precision[2]@all")).toMatchObject({
      value: null,
      interval: null,
      reason: "never-predicted",
    });
    expectClose(valueOf(assessment, "precision-macro@all"), g06b.precision_macro_excluding_undefined, 1e-12);
    expectClose(
      valueOf(assessment, "precision-macro-zeros@all"),
      g06b.precision_macro_zero_division_0,
      1e-12,
    );
    expectClose(valueOf(assessment, "f1-macro@all"), g06b.f1_macro_zero_division_0, 1e-12);
    expect(assessment.findings.find(({ rule }) => rule === "never-predicted")?.estimates).toEqual([
      "recall[2]@all",
    ]);
  });
});

describe("rows that share subjects", () => {
  it("widen every range, and leave every value", async () => {
    const cells = ["a a", "a b", "b b", "b b", "a a", "b a", "a a", "b b"];
    const lines = Array.from({ length: 40 }, (_, subject) =>
      Array.from({ length: 6 }, () => `${(cells[subject % 8] ?? "").replace(" ", ",")},s${subject}`),
    ).flat();
    const csv = ["y,p,who", ...lines].join("\n");
    const alone = await project(csv, columns);
    const shared = await project(csv, { ...columns, subject: "who" });
    for (const id of ["accuracy@all", "recall-macro@all", "f1-macro@all", "precision[a]@all"]) {
      const [a, b] = [estimateAt(alone, id), estimateAt(shared, id)];
      expect(b.value).toBe(a.value);
      const width = ({ interval }: typeof a): number => (interval?.high ?? 0) - (interval?.low ?? 0);
      // Six equal rows of a subject are worth one: ranges are about the root of six times as wide.
      expect(width(b) / width(a)).toBeGreaterThan(1.9);
      expect(width(b) / width(a)).toBeLessThan(3.2);
    }
    expect(estimateAt(shared, "accuracy@all").n_effective).toBeLessThan(60);
    expect(shared.evaluations[0]?.subjects).toBe(40);
  });
});

describe("hostile and empty input", () => {
  it("one class only: rates of it, and null with a reason where two are needed", async () => {
    const assessment = await project(rows([[40, "a", "a"]]), columns);
    expect(estimateAt(assessment, "recall[a]@all")).toMatchObject({ numerator: 40, denominator: 40 });
    expect(valueOf(assessment, "matthews@all")).toBe(0);
    expect(estimateAt(assessment, "f1-macro@all").interval).toBeNull();
    expect(estimateAt(assessment, "f1-macro@all").reason).toBe("no-interval");
    expect(JSON.stringify(assessment)).not.toMatch(/NaN|Infinity/);
  });
  it("a class of the plan without a case, and one that no score column has", async () => {
    const csv = [
      "y,p,sa,sb",
      ...Array.from({ length: 20 }, (_, i) => (i % 2 ? "a,a,.9,.1" : "b,a,.6,.4")),
    ].join("\n");
    const assessment = await project(csv, {
      ...columns,
      classes: ["a", "b", "c"],
      scores: { a: "sa", b: "sb" },
    });
    expect(estimateAt(assessment, "recall[c]@all")).toMatchObject({ value: null, reason: "no-class-cases" });
    expect(estimateAt(assessment, "f1[c]@all")).toMatchObject({ value: null, reason: "no-class-cases" });
    expect(estimateAt(assessment, "roc-auc[c]@all")).toMatchObject({
      value: null,
      reason: "class-without-score",
    });
    expect(estimateAt(assessment, "log-loss-classes@all").reason).toBe("class-without-score");
    const silent = assessment.findings.filter(({ rule }) => rule === "never-predicted");
    expect(silent.map(({ slots }) => slots.class)).toEqual(["b"]);
  });
  it("class names that are markup, commas, quotes, brackets, numbers, booleans and other scripts", async () => {
    const names = ["</script>", 'a "quoted", one', "x[y]@z", "1", "true", "猫", "a=b&c", "%41", " padded "];
    const assessment = await project(
      rows(names.flatMap((name) => [[3, name, name] as const, [1, name, "</script>"] as const])),
      columns,
    );
    const confusion = assessment.tables.find(({ id }) => id === "confusion@all");
    expect(new Set(confusion?.columns)).toEqual(new Set(names.map((name) => name.trim())));
    expect(estimateAt(assessment, "recall[%3C%2Fscript%3E]@all")).toMatchObject({
      facet: "</script>",
      numerator: 4,
      denominator: 4,
    });
    expect(estimateAt(assessment, "recall[%E7%8C%AB]@all")).toMatchObject({ numerator: 3, denominator: 4 });
    const ids = assessment.estimates.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => /[<>"\s]/.test(id))).toEqual([]);
  });
  it("numbers written two ways are one class", async () => {
    const assessment = await project(
      rows([
        [5, "1", "1.0"],
        [5, "2", "02"],
      ]),
      columns,
    );
    expect(estimateAt(assessment, "accuracy@all")).toMatchObject({ numerator: 10, denominator: 10 });
  });
  it("blank labels and predictions are counted and left out", async () => {
    const assessment = await project(
      rows([
        [6, "a", "a"],
        [4, "b", "a"],
        [3, "", "a"],
        [2, "b", " "],
      ]),
      columns,
    );
    expect(assessment.evaluations[0]).toMatchObject({ rows: 15, used: 10 });
    expect(assessment.evaluations[0]?.excluded).toMatchObject({ label_blank: 3, score_blank: 2 });
  });
  it.each([
    ["no usable row", rows([[3, "", "a"]]), {}, "No row has both a label and a prediction"],
    ["a class the plan does not list", rows([[3, "a", "z"]]), { classes: ["a"] }, 'Unexpected class "z"'],
    [
      "a column of ids",
      rows(Array.from({ length: 300 }, (_, i) => [1, `id${i}`, `id${i}`] as const)),
      {},
      "classes or more",
    ],
    ["a score outside its range", "y,p,s,t\na,a,2,.1\n", { scores: { a: "s", b: "t" } }, "2"],
    ["no such column", rows([[3, "a", "a"]]), { prediction: "pp" }, 'There is no column "pp"'],
    ["one score column", "y,p,s\na,a,.2\n", { scores: { a: "s" } }, "one for each of two or more classes"],
    ["a key of another kind", rows([[3, "a", "a"]]), { threshold: 0.5 }, "Unexpected threshold"],
  ])("%s is refused", async (_name, csv, more, text) => {
    await expect(project(csv, { ...columns, ...more })).rejects.toMatchObject({
      messages: [expect.objectContaining({ text: expect.stringContaining(text) as string })],
    });
  });
});
