import { describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import { expectClose } from "../stats/expect-close.js";
import { readFixture } from "../stats/read-fixture.js";
import { assessFiles, estimateAt, planFile, valueOf } from "./project-folder.js";

type Values = (number | null)[];
interface Bounded {
  readonly alpha: number;
  readonly low: number;
  readonly high: number;
}
const g11 = readFixture("golden/G11_agreement.json") as {
  krippendorff: { data_coders_by_units: Values[]; alpha: Record<string, number> };
  weighted: { a: number[]; b: number[]; kappa: number; linear: number; quadratic: number };
};
const reference = readFixture("many-classes.json") as {
  alpha: Record<string, Bounded> & { units: Values[] };
};

function project(csv: string, evaluation: object): Promise<Assessment> {
  const plan = planFile({ evaluations: [{ id: "e", task: "labels", data: "data.csv", ...evaluation }] });
  return assessFiles({ "data.csv": csv, "forthright.yaml": plan });
}

const csvOf = (names: string, rows: readonly (readonly (string | number | null)[])[]): string =>
  [names, ...rows.map((row) => row.map((cell) => cell ?? "").join())].join("\n");
const times = (n: number, row: readonly (string | number)[]) => Array.from({ length: n }, () => row);
const pair = { annotators: ["a", "b"] };

describe("labels of several people", () => {
  const scales = ["nominal", "ordinal", "interval", "ratio"] as const;
  it.each(scales)("G11, Krippendorff 2011, four coders with missing labels: %s", async (annotator_scale) => {
    const coders = g11.krippendorff.data_coders_by_units;
    const rows = (coders[0] ?? []).map((_, unit) => coders.map((coder) => coder[unit] ?? null));
    const annotators = ["c1", "c2", "c3", "c4"];
    const assessment = await project(csvOf(annotators.join(), rows), { annotators, annotator_scale });
    expectClose(
      valueOf(assessment, "krippendorff-alpha@all"),
      g11.krippendorff.alpha[annotator_scale],
      1e-12,
    );
    expect(assessment.evaluations[0]).toMatchObject({ rows: 12, used: 11, excluded: { label_blank: 1 } });
    expect(estimateAt(assessment, "agreement[c1=c2]@all")).toMatchObject({ numerator: 8, denominator: 9 });
  });
  it("jackknife interval of alpha as numpy 2.4.6 gives it row by row", async () => {
    const assessment = await project(csvOf("a,b,c", reference.alpha.units), { annotators: ["a", "b", "c"] });
    const { value, interval } = estimateAt(assessment, "krippendorff-alpha@all");
    expectClose(value, reference.alpha.nominal?.alpha, 1e-9);
    expectClose(interval?.low, reference.alpha.nominal?.low, 1e-6);
    expectClose(interval?.high, reference.alpha.nominal?.high, 1e-6);
  });
  it("G11, scikit-learn 1.2.1 cohen_kappa_score, plain and weighted; weights only where labels have an order", async () => {
    const { a, b, kappa, linear, quadratic } = g11.weighted;
    const csv = csvOf(
      "a,b",
      a.map((first, i) => [first, b[i] ?? null]),
    );
    const ordered = await project(csv, { ...pair, annotator_scale: "ordinal" });
    expectClose(valueOf(ordered, "cohen-kappa@all"), kappa, 1e-12);
    expectClose(valueOf(ordered, "kappa-linear@all"), linear, 1e-12);
    expectClose(valueOf(ordered, "kappa-quadratic@all"), quadratic, 1e-12);
    const plain = await project(csv, pair);
    expect(plain.estimates.map(({ metric }) => metric)).not.toContain("kappa-linear");
  });
  it("words in the order of the plan, not of the alphabet", async () => {
    const rows = [...times(9, ["low", "low"]), ...times(6, ["mid", "high"]), ...times(5, ["high", "high"])];
    const csv = csvOf("a,b", [...rows, ["low", "mid"]]);
    const plan = { ...pair, annotator_scale: "ordinal" };
    const ordered = await project(csv, { ...plan, classes: ["low", "mid", "high"] });
    const numbered = await project(
      csv.replaceAll("low", "1").replaceAll("mid", "2").replaceAll("high", "3"),
      plan,
    );
    const byLetters = await project(csv, plan);
    expect(valueOf(ordered, "kappa-quadratic@all")).toBe(valueOf(numbered, "kappa-quadratic@all"));
    expect(valueOf(byLetters, "kappa-quadratic@all")).not.toBe(valueOf(numbered, "kappa-quadratic@all"));
  });
  it("noise and ceiling: 82 of 100 alike of two classes is noise of 0.1 and a ceiling of 0.9", async () => {
    const rows = [
      ...times(41, ["y", "y"]),
      ...times(41, ["n", "n"]),
      ...times(9, ["y", "n"]),
      ...times(9, ["n", "y"]),
    ];
    const assessment = await project(csvOf("a,b", rows), pair);
    expectClose(valueOf(assessment, "label-noise@all"), 0.1, 1e-12);
    expectClose(valueOf(assessment, "label-ceiling@all"), 0.9, 1e-12);
    const { interval } = estimateAt(assessment, "label-noise@all");
    expect(interval?.low).toBeLessThan(0.1);
    expect(interval?.high).toBeGreaterThan(0.1);
  });
  it("Rogan-Gladen (G31): below the reviewers' own false alarms it is not above noise", async () => {
    const reviewed = (positives: number, more: object = {}) =>
      project(csvOf("a,b", [...times(positives, [1, 1]), ...times(1000 - positives, [0, 0])]), {
        ...pair,
        positive: 1,
        reviewers: { sensitivity: 0.9, specificity: 0.98 },
        ...more,
      });
    expectClose(valueOf(await reviewed(50), "corrected-base-rate@all"), 0.0340909090909, 1e-9);
    expect(estimateAt(await reviewed(10), "corrected-base-rate@all")).toMatchObject({
      value: null,
      interval: null,
      reason: "not-above-noise",
    });
    const chance = await reviewed(50, { reviewers: { sensitivity: 0.5, specificity: 0.5 } });
    expect(estimateAt(chance, "corrected-base-rate@all").reason).toBe("reviewers-by-chance");
  });
  it("one label, none in common, words on a scale of numbers: null with a reason", async () => {
    const one = await project(csvOf("a,b", times(20, ["x", "x"])), pair);
    expect(estimateAt(one, "cohen-kappa@all")).toMatchObject({ value: null, reason: "one-label" });
    expect(estimateAt(one, "krippendorff-alpha@all")).toMatchObject({ value: null, reason: "one-label" });
    expect(estimateAt(one, "label-noise@all")).toMatchObject({ value: null, reason: "one-label" });
    const apart = await project(
      csvOf("a,b", [
        ["x", null],
        [null, "y"],
        [null, null],
      ]),
      pair,
    );
    for (const metric of ["agreement", "cohen-kappa", "krippendorff-alpha", "label-noise"])
      expect(estimateAt(apart, `${metric}@all`)).toMatchObject({ value: null, reason: "no-common-cases" });
    const words = await project(csvOf("a,b", times(9, ["x", "</script>"])), {
      ...pair,
      annotator_scale: "ratio",
    });
    expect(estimateAt(words, "krippendorff-alpha@all").reason).toBe("labels-not-numbers");
    expect(JSON.stringify([one, apart, words])).not.toMatch(/NaN|Infinity/);
  });
  it.each([
    ["no annotators", { annotators: undefined }, "Missing `annotators`"],
    ["a column twice", { annotators: ["a", "a"] }, 'Unexpected second "a"'],
    [
      "reviewers without a positive",
      { ...pair, reviewers: { sensitivity: 1, specificity: 1 } },
      "without `positive`",
    ],
    ["a column that is not there", { annotators: ["a", "z"] }, 'There is no column "z"'],
  ])("%s is refused", async (_name, evaluation, text) => {
    await expect(project("a,b\nx,y\n", evaluation)).rejects.toMatchObject({
      messages: [expect.objectContaining({ text: expect.stringContaining(text) as string })],
    });
  });
});

describe("annotators of other evidence", () => {
  it("stand beside the metrics of the model", async () => {
    const csv = csvOf("y,p,a,b", [...times(30, ["c", "c", "c", "c"]), ...times(10, ["d", "c", "d", "c"])]);
    const assessment = await project(csv, { task: "multiclass", label: "y", prediction: "p", ...pair });
    expect(estimateAt(assessment, "accuracy@all")).toMatchObject({ numerator: 30, denominator: 40 });
    expect(estimateAt(assessment, "agreement@all")).toMatchObject({ numerator: 30, denominator: 40 });
    expect(assessment.findings.filter(({ rule }) => rule === "label-noise").map(({ id }) => id)).toEqual([
      "label-noise@e#kappa",
    ]);
  });
});
