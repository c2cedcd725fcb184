import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import { expectClose } from "../stats/expect-close.js";
import { readFixture } from "../stats/read-fixture.js";
import { assessFiles, assessPlan, estimateAt, planFile, valueOf } from "./project-folder.js";

/* Calibration of the breast cancer scores, from the CSV to the Assessment, against other packages. */
const g05 = readFixture("golden/G05_binary_breast_cancer.json") as {
  readonly brier_decomposition_width10: Readonly<Record<string, number>>;
  readonly spiegelhalter: { readonly z: number };
  readonly calibration: Readonly<Record<string, number>>;
};
const g07 = readFixture("golden/G07_calibration_rms.json") as Record<string, unknown>;
const rows = readFileSync(
  new URL("../fixtures/golden/inputs/breast_cancer_scores.csv", import.meta.url),
  "utf8",
)
  .trim()
  .split(/\r?\n/);

/** The scores with a column that parts the cases in two halves, and one person per three rows. */
const csv = rows
  .map((row, index) => {
    if (index === 0) return `${row},half,person`;
    return `${row},${index % 2 === 0 ? "even" : "odd"},P${Math.floor(index / 3).toString()}`;
  })
  .join("\n");

async function assessed(evaluation: object = {}): Promise<Assessment> {
  const base = { id: "wdbc", data: "scores.csv", label: "y", positive: 1, score: "p", slices: ["half"] };
  return assessFiles({
    "scores.csv": `${csv}\n`,
    "forthright.yaml": planFile({
      deployment: { threshold: 0.5 },
      evaluations: [{ ...base, ...evaluation }],
    }),
  });
}

describe("G05, scikit-learn 1.2.1 and closed forms; G07, R 4.2.2 rms::val.prob", () => {
  let assessment: Assessment;
  beforeAll(async () => {
    assessment = await assessed();
  });

  it.each([
    ["calibration-slope", "slope", "se_slope"],
    ["calibration-intercept", "intercept", "se_intercept"],
    ["calibration-in-the-large", "calibration_in_the_large", "se_citl"],
  ])("%s with its normal interval", (metric, value, error) => {
    const own = estimateAt(assessment, `${metric}@all`);
    const [centre = NaN, se = NaN] = [g05.calibration[value], g05.calibration[error]];
    expectClose(own.value, centre, 1e-7);
    expectClose(own.interval?.low, centre - 1.959963984540054 * se, 1e-6);
    expectClose(own.interval?.high, centre + 1.959963984540054 * se, 1e-6);
  });

  it.each([
    ["brier-reliability", "reliability"],
    ["brier-resolution", "resolution"],
    ["brier-uncertainty", "uncertainty"],
  ])("%s, ten bands of equal width", (metric, term) => {
    expectClose(valueOf(assessment, `${metric}@all`), g05.brier_decomposition_width10[term], 1e-12);
  });

  it("spiegelhalter-z, as rms prints it too", () => {
    expectClose(valueOf(assessment, "spiegelhalter-z@all"), g05.spiegelhalter.z, 1e-9);
    expect(JSON.stringify(g07)).toContain("-5.06442");
  });

  it("ece-expected lies far below the ece of scores that are this far off", () => {
    const expected = estimateAt(assessment, "ece-expected@all");
    expect(expected.value).toBeGreaterThan(0.02);
    expect(expected.interval?.high).toBeLessThan(0.06);
    expect(valueOf(assessment, "ece@all")).toBeGreaterThan(0.11);
    expect(expected.interval?.method).toBe("500 simulated tests of right scores, seed 1");
  });

  it("every slice has its own calibration, from its own cases", () => {
    for (const metric of ["calibration-slope", "calibration-in-the-large", "ece", "ece-expected"]) {
      const values = ["half=even", "half=odd", "all"].map((slice) =>
        valueOf(assessment, `${metric}@${slice}`),
      );
      expect(new Set(values).size).toBe(3);
      expect(values).not.toContain(null);
    }
  });

  it("number-needed-to-flag-test is (TP + FP) / TP, its range that of the precision turned round", () => {
    const own = estimateAt(assessment, "number-needed-to-flag-test@all");
    const precision = estimateAt(assessment, "precision-test@all");
    expect([own.numerator, own.denominator, own.value]).toEqual([247, 208, 247 / 208]);
    expectClose(own.interval?.low, 1 / (precision.interval?.high ?? NaN), 1e-12);
    expectClose(own.interval?.high, 1 / (precision.interval?.low ?? NaN), 1e-12);
  });
});

describe("calibration that cannot be told", () => {
  it("rows of one person give a slope without a range, and no test value", async () => {
    const assessment = await assessed({ subject: "person" });
    const slope = estimateAt(assessment, "calibration-slope@all");
    expectClose(slope.value, g05.calibration["slope"], 1e-7);
    expect([slope.interval, slope.reason]).toEqual([null, "no-interval-clustered"]);
    for (const metric of ["spiegelhalter-z", "ece-expected"]) {
      const { value, reason } = estimateAt(assessment, `${metric}@all`);
      expect([value, reason]).toEqual([null, "repeated-subjects"]);
    }
  });

  it("scores that are no probabilities have none", async () => {
    const assessment = await assessed({ score_range: [0, 2] });
    for (const metric of ["calibration-slope", "brier-reliability", "spiegelhalter-z", "ece-expected"])
      expect(estimateAt(assessment, `${metric}@all`).reason).toBe("not-probabilities");
  });

  it("one score for all, and classes that do not overlap, have no slope", async () => {
    for (const data of ["y,p\n1,0.3\n0,0.3\n0,0.3\n", "y,p\n1,0.9\n1,0.8\n0,0.1\n0,0.2\n"]) {
      const assessment = await assessFiles({
        "data.csv": data,
        "forthright.yaml": planFile({
          evaluations: [{ id: "e", data: "data.csv", label: "y", positive: 1, score: "p" }],
        }),
      });
      const { value, reason } = estimateAt(assessment, "calibration-slope@all");
      expect([value, reason]).toEqual([null, "no-fit"]);
    }
  });

  it("scores of 0 and 1 alone leave nothing to vary", async () => {
    const assessment = await assessFiles({
      "data.csv": "y,p\n1,1\n0,0\n0,1\n",
      "forthright.yaml": planFile({
        evaluations: [{ id: "e", data: "data.csv", label: "y", positive: 1, score: "p" }],
      }),
    });
    const { value, reason } = estimateAt(assessment, "spiegelhalter-z@all");
    expect([value, reason]).toEqual([null, "nothing-varies"]);
  });
});

describe("number-needed-to-flag at the stated base rate", () => {
  it("is one over the precision there, and says at most where no false alarm was seen", async () => {
    const judged = async (counts: object): Promise<Assessment> =>
      assessPlan({ deployment: { base_rate: 0.012 }, evaluations: [{ id: "e", counts }] });
    const usual = await judged({ tp: 200, fn: 40, fp: 600, tn: 19_160 });
    // 200/240 caught and 600/19,760 false at 12 of 1,000: precision .250, so four flagged for each one caught.
    expect(valueOf(usual, "number-needed-to-flag@all")).toBeCloseTo(4, 1);
    const clean = estimateAt(await judged({ tp: 8, fn: 2, fp: 0, tn: 150 }), "number-needed-to-flag@all");
    expect([clean.value, clean.interval?.side]).toEqual([1, "at-most"]);
  });

  it("has no value where none is caught", async () => {
    const counts = { tp: 0, fn: 10, fp: 3, tn: 147 };
    const assessment = await assessPlan({
      deployment: { base_rate: 0.01 },
      evaluations: [{ id: "e", counts }],
    });
    for (const metric of ["number-needed-to-flag", "number-needed-to-flag-test"]) {
      const { value, reason } = estimateAt(assessment, `${metric}@all`);
      expect([value, reason]).toEqual([null, "none-caught"]);
    }
  });
});
