import { describe, expect, it } from "vitest";

import { editionOf } from "../../src/pipeline.js";
import { assessmentSchema, type Assessment } from "../../src/model/assessment.js";
import { calibrationAt } from "../../src/model/calibration-at.js";
import { calibrationAround } from "../../src/stats/calibration-around.js";
import { assessFiles, planFile } from "../measure/project-folder.js";
import { csvOf, type Block } from "./small-csv.js";

const bandScores = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];

/** So many cases at each of ten scores; of those scored `s`, the share `rate(s)` is positive. */
function scored(
  rate: (score: number) => number,
  each = 200,
  group = "A",
  at = (score: number) => score,
): Block[] {
  return bandScores.flatMap((score) => {
    const positives = Math.round(each * rate(score));
    return [
      { times: positives, cells: [1, at(score), group] },
      { times: each - positives, cells: [0, at(score), group] },
    ];
  });
}

/** Ten of each score: 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 positives, halves rounded up. */
const tens = scored((score) => score, 10);
const right = scored((score) => score);

async function gated(
  blocks: readonly Block[],
  evaluation: object = {},
  plan: object = {},
): Promise<Assessment> {
  return assessFiles({
    "data.csv": csvOf(["y", "s", "group"], blocks),
    "forthright.yaml": planFile({
      deployment: { threshold: 0.5 },
      evaluations: [
        {
          id: "e",
          data: "data.csv",
          label: "y",
          positive: 1,
          score: "s",
          kind: "held-out",
          slices: ["group"],
          ...evaluation,
        },
      ],
      ...plan,
    }),
  });
}

function reasonsOf({ calibration }: Assessment): string[] {
  return calibration.flatMap(({ reasons }) => reasons.map(({ message }) => message));
}

describe("the calibration gate", () => {
  it("opens for scores that occurred as they said, on a sample of real use", async () => {
    const assessment = await gated(right);
    expect(assessment.calibration).toEqual([
      { evaluation: "e", passes: true, reasons: [], slices: [], bands: [] },
    ]);
    expect(calibrationAt(assessment, "e", 0.25)).toMatchObject({
      verdict: "passes",
      around: { n: 200, positives: 50, fits: true },
    });
  });

  const off = (by: number) => scored((score) => Math.min(1, score * by));
  /** The odds of each score, sharpened: the outcome follows them only in part. */
  const extreme = scored((score) => 1 / (1 + Math.exp(-0.4 * Math.log(score / (1 - score)))), 400);
  const negatives: Block[] = right.map(({ times, cells }) => ({
    times: cells[0] === 0 ? times : Math.round(times / 12),
    cells,
  }));

  it.each<readonly [string, readonly Block[], object, object, readonly string[]]>([
    ["evidence of unknown kind", right, { kind: undefined }, {}, ["calibration.not-a-sample"]],
    ["a benchmark", right, { kind: "benchmark" }, {}, ["calibration.not-a-sample"]],
    [
      "a mix of cases unlike that in use",
      right,
      {},
      { deployment: { threshold: 0.5, base_rate: 0.1 } },
      ["calibration.other-base-rate"],
    ],
    ["too few of either class", tens, {}, {}, ["calibration.few-positives", "calibration.few-negatives"]],
    [
      "a level that is clearly off",
      off(0.7),
      {},
      {},
      ["calibration.level", "calibration.too-extreme", "calibration.found-off"],
    ],
    ["scores that are too extreme", extreme, {}, {}, ["calibration.too-extreme", "calibration.found-off"]],
    ["scores turned round", right, { flag: "below" }, {}, ["calibration.not-probabilities"]],
    [
      "outcomes still open",
      [...right, { times: 150, cells: ["", 0.55, "A"] }],
      {},
      {},
      ["calibration.not-final"],
    ],
  ])("stays closed for %s", async (_, blocks, evaluation, plan, expected) => {
    const assessment = await gated(blocks, evaluation, plan);
    expect(reasonsOf(assessment)).toEqual(expected);
    expect(assessment.calibration[0]?.passes).toBe(false);
    expect(calibrationAt(assessment, "e", 0.25).verdict).toBe("fails");
  });

  it("counts what it complains about", async () => {
    const assessment = await gated(negatives);
    const level = assessment.calibration[0]?.reasons.find(({ message }) => message === "calibration.level");
    const positives = negatives.reduce((sum, { times, cells }) => sum + (cells[0] === 1 ? times : 0), 0);
    const expected = negatives.reduce((sum, { times, cells }) => sum + times * Number(cells[1]), 0);
    expect(level?.slots.observed).toBe(positives);
    expect(level?.slots.expected).toBeCloseTo(expected, 6);
    const few = await gated(tens);
    expect(few.calibration[0]?.reasons.map(({ slots }) => slots)).toEqual([{ n: 55 }, { n: 45 }]);
  });

  it("says nothing of evidence without scores", async () => {
    const counts = { tp: 500, fn: 500, fp: 500, tn: 500 };
    const assessment = await assessFiles({
      "forthright.yaml": planFile({ evaluations: [{ id: "e", counts, kind: "held-out" }] }),
    });
    expect(assessment.calibration).toEqual([]);
    expect(calibrationAt(assessment, "e", 0.25)).toMatchObject({ verdict: "fails", around: null });
  });

  it("fails for a group that was found to be off, and hides from customers which one", async () => {
    const assessment = await gated([
      ...scored((score) => score, 1_000),
      ...scored((score) => Math.min(1, score * 1.6), 60, "B"),
    ]);
    expect(assessment.calibration[0]).toMatchObject({ passes: true, slices: ["group=B"] });
    expect(calibrationAt(assessment, "e", 0.25).verdict).toBe("passes");
    expect(calibrationAt(assessment, "e", 0.25, "group=A").verdict).toBe("passes");
    expect(calibrationAt(assessment, "e", 0.25, "group=B")).toMatchObject({
      verdict: "locally",
      reasons: [{ message: "calibration.slice" }],
    });
    expect(editionOf(assessment, "auditor").calibration).toEqual(assessment.calibration);
    expect(editionOf(assessment, "customer").calibration).toEqual([
      {
        evaluation: "e",
        passes: false,
        reasons: [{ message: "calibration.uneven", slots: {} }],
        slices: [],
        bands: [],
      },
    ]);
  });

  it("fails around a score where the outcome was another, and where few cases have it", async () => {
    const bent = await gated(scored((score) => (score === 0.25 ? 0.42 : score === 0.75 ? 0.58 : score), 300));
    expect(calibrationAt(bent, "e", 0.25)).toMatchObject({
      verdict: bent.calibration[0]?.passes === true ? "locally" : "fails",
      around: { n: 300, positives: 126, fits: false },
    });
    const plain = await gated(right);
    expect(calibrationAt(plain, "e", 0.3)).toMatchObject({
      verdict: "locally",
      reasons: [{ message: "calibration.few-like-it", slots: { n: 0 } }],
    });
  });

  it("reads an Assessment that was saved before there was a gate as closed", async () => {
    const { calibration, ...before } = await gated(right);
    expect(calibration).toHaveLength(1);
    const read = assessmentSchema.parse(before);
    expect(calibrationAt(read, "e", 0.25)).toMatchObject({ verdict: "fails", around: { n: 200 } });
  });
});

describe("the window around a shown score", () => {
  const edges = Array.from({ length: 1_001 }, (_, index) => index / 1_000);
  const flat = (perStep: number, rate: number) => ({
    edges,
    positive: edges.map(() => perStep * rate),
    negative: edges.map(() => perStep * (1 - rate)),
  });

  it("is the narrowest with a hundred cases", () => {
    // 10 cases per step of 0.001: 0.14 to 0.16 holds 20 steps.
    expect(calibrationAround(flat(10, 0.15), 0.15)).toMatchObject({ n: 200, positives: 30 });
    // 2 per step: 0.01, 0.015 and 0.02 to each side hold 40, 60 and 80 cases; 0.03 holds 120.
    const wide = calibrationAround(flat(2, 0.15), 0.15);
    expect(wide.n).toBe(120);
    expect(wide.low).toBeCloseTo(0.12, 9);
    expect(wide.high).toBeCloseTo(0.18, 9);
  });

  it("never reaches half the way to 0 or 1, and does not fit when it is thin there", () => {
    const low = calibrationAround(flat(4, 0.02), 0.02);
    expect(low.low).toBeCloseTo(0.01, 9);
    expect(low.n).toBe(80);
    expect(low.fits).toBe(false);
  });

  it("fits within the interval, or within a quarter of p and 5 of 100", () => {
    // 15 of 100 expected; 10,000 cases: the interval is far narrower than the tolerance.
    expect(calibrationAround(flat(500, 0.18), 0.15).fits).toBe(true); // 3 of 100 off: a fifth of 15.
    expect(calibrationAround(flat(500, 0.2), 0.15).fits).toBe(false); // 5 of 100 off: a third of 15.
    expect(calibrationAround(flat(500, 0.66), 0.6).fits).toBe(false); // 6 of 100 off.
    expect(calibrationAround(flat(500, 0.64), 0.6).fits).toBe(true);
  });

  it("is wider where rows share subjects", () => {
    const bins = flat(10, 0.22);
    expect(calibrationAround(bins, 0.15).fits).toBe(false);
    expect(calibrationAround(bins, 0.15, 4).fits).toBe(true);
  });
});
