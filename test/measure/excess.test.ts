import { describe, expect, it } from "vitest";

import { groupsCsv } from "../find/small-csv.js";
import { assessFiles, estimateAt, planFile } from "./project-folder.js";

/** 1,000 cases; A has many negatives that are flagged, few positives. */
const groups = {
  A: { tp: 45, fn: 5, fp: 120, tn: 80 },
  B: { tp: 150, fn: 100, fp: 25, tn: 475 },
};
const evaluations = [{ id: "one", data: "data.csv", label: "y", positive: 1, score: "s", slices: ["group"] }];

async function excessOf(deployment: object) {
  const assessment = await assessFiles({
    "data.csv": groupsCsv(groups),
    "forthright.yaml": planFile({ evaluations, deployment: { threshold: 0.5, ...deployment } }),
  });
  const value = (id: string) => estimateAt(assessment, id).value ?? Number.NaN;
  return { misses: value("excess-misses@group=A"), alarms: value("excess-false-alarms@group=A") };
}

describe("wrong decisions beyond those of all others", () => {
  it("are those of the group less what the rates of the others would give its own cases", async () => {
    const { misses, alarms } = await excessOf({});
    // 5 of 50 missed against 100 of 250; 120 of 200 flagged against 25 of 500; 1,000 cases in all.
    expect(misses).toBeCloseTo((5 - 50 * (100 / 250)) / 1_000, 12);
    expect(alarms).toBeCloseTo((120 - 200 * (25 / 500)) / 1_000, 12);
  });
  it("never exceed the wrong decisions there are", async () => {
    const { alarms } = await excessOf({});
    expect(alarms).toBeLessThanOrEqual(120 / 1_000);
  });
  it("move with the stated base rate by the odds", async () => {
    const { misses, alarms } = await excessOf({ base_rate: 0.1 });
    // The test has 300 of 1,000, the group 50 of 250: odds 1/4 times (1/9) / (3/7) are 7/108.
    const share = 7 / 108 / (1 + 7 / 108);
    expect(misses).toBeCloseTo(0.25 * share * (5 / 50 - 100 / 250), 12);
    expect(alarms).toBeCloseTo(0.25 * (1 - share) * (120 / 200 - 25 / 500), 12);
  });
  it("take the stated rate of the group where there is one", async () => {
    const { misses } = await excessOf({ base_rate: { value: 0.1, slices: { "group=A": 0.3 } } });
    expect(misses).toBeCloseTo(0.25 * 0.3 * (5 / 50 - 100 / 250), 12);
  });
});
