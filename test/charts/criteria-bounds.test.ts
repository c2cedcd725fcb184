import { beforeAll, describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import { redact } from "../../src/redact/redact.js";
import { groupsCsv } from "../find/small-csv.js";
import { assessFiles, planFile } from "../measure/project-folder.js";
import { drawCharts, wordsOf, type DrawnChart } from "./draw-charts.js";

const groups = {
  // 10 of 100 honest ones stopped, 20 of 100, and 30 of 100: 60 of 300 in all.
  A: { tp: 50, fn: 10, fp: 10, tn: 90 },
  B: { tp: 50, fn: 10, fp: 20, tn: 80 },
  C: { tp: 50, fn: 10, fp: 30, tn: 70 },
};

async function assessGroups(csv: string, criteria: readonly object[]): Promise<Assessment> {
  return assessFiles({
    "data.csv": csv,
    "forthright.yaml": planFile({
      deployment: { threshold: 0.5 },
      evaluations: [{ id: "e", data: "data.csv", label: "y", positive: 1, score: "s", slices: ["group"] }],
      criteria,
    }),
  });
}

async function bounds(assessment: Assessment): Promise<DrawnChart> {
  const drawn = (await drawCharts(assessment)).get("criteria-bounds");
  if (drawn == null) throw new Error("There is no chart of criteria");
  return drawn;
}

describe("a criterion on a group beside another", () => {
  const toAll = { id: "AC-1", metric: "false-alarms", relative_to_overall: 2, slice: "each:group" };
  const toOne = {
    id: "AC-2",
    metric: "false-alarms",
    relative_to: { slice: "group=A", at_most: 4 },
    slice: "group=C",
  };
  let drawn: DrawnChart;
  beforeAll(async () => {
    drawn = await bounds(await assessGroups(groupsCsv(groups), [toAll, toOne]));
  });

  it("has its dot where the ratio of the error rates was seen", () => {
    // Rates of 10, 20 and 30 beside 20 of 100, and 30 beside 10; the line stands in the middle of the strip.
    const parts = [0.5 / 2, 1 / 2, 1.5 / 2, 3 / 4];
    const dots = drawn.strips.flatMap(
      (strip) => /class="s-mark[^"]*" x="([\d.]+)%"/.exec(strip)?.slice(1) ?? [],
    );
    expect(dots.map(Number)).toEqual(parts.map((part) => Number((2 + 96 * (part / 2)).toFixed(1))));
  });

  it("says the ratio beside the rate", () => {
    const seen = drawn.chart.grid.rows.map(({ cells }) => wordsOf(cells[3]?.pieces ?? []));
    expect(seen.map((words) => /; (.*)$/.exec(words)?.[1])).toEqual([
      "0.50 times",
      "1.00 times",
      "1.50 times",
      "3.00 times",
    ]);
  });
});

describe("outside the house", () => {
  it("no ratio to a group of few cases is told, for it would tell their counts", async () => {
    const few = { tp: 3, fn: 1, fp: 2, tn: 4 };
    const assessment = await assessGroups(groupsCsv({ ...groups, D: few }), [
      {
        id: "AC-1",
        metric: "false-alarms",
        relative_to: { slice: "group=D", at_most: 4 },
        slice: "group=C",
      },
    ]);
    expect(assessment.criteria.map(({ ratio }) => ratio)).toEqual([expect.closeTo(0.3 / (2 / 6), 9)]);
    const [row] = redact(assessment, "customer").criteria;
    expect([row?.ratio, row?.limit]).toEqual([null, null]);
  });
});
