import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";

import { scenarioDataOf } from "../../src/compose/scenario-data-of.js";
import { assessmentSchema, type Assessment, type Distribution } from "../../src/model/assessment.js";
import { packageFile } from "../../src/package-file.js";
import { mergeBins } from "../../src/redact/merge-cells.js";
import { prepare } from "../../src/scenario/prepare.js";
import { seededRandom } from "../../src/stats/random.js";
import { contextFor, scenarioDataFor } from "./scenario-data-for.js";

const projects = ["application-fraud-check", "churn-score", "probability-of-default-consumer-credit"];
const assessments = new Map<string, Assessment>();

beforeAll(() => {
  for (const name of projects) {
    const text = readFileSync(packageFile(`out/${name}/assessment.json`), "utf8");
    assessments.set(name, assessmentSchema.parse(JSON.parse(text)));
  }
});

function isSafe(count: number): boolean {
  return count === 0 || count >= 10;
}

describe.each(projects)("what the sliders of %s carry", (name) => {
  it.each(["auditor", "executive"] as const)(
    "tells no small cell to the %s edition, not by subtraction either",
    async (audience) => {
      const assessment = assessments.get(name);
      if (assessment === undefined) throw new Error(name);
      const data = await scenarioDataFor(assessment, { audience });
      const { positives, negatives, edges } = data.histogram;
      expect([...positives, ...negatives].filter((count) => !isSafe(count))).toEqual([]);
      expect(edges.length).toBeGreaterThan(5);
      // Printed beside it: the counts at today's threshold, exactly, and the totals.
      const { caught, alarms } = prepare(data);
      const at = (metric: string) =>
        assessment.estimates.find(
          (one) => one.metric === metric && one.slice === "all" && one.facet === undefined,
        );
      expect(edges).toContain(data.threshold);
      for (const [metric, counts] of [
        ["recall", caught],
        ["false-alarms", alarms],
      ] as const) {
        const printed = at(metric);
        const { numerator, denominator } = printed ?? {};
        if (numerator == null || denominator == null) throw new Error(metric);
        for (const count of counts) {
          expect(isSafe(Math.abs(count - numerator)), `${count} beside ${numerator}`).toBe(true);
          expect(isSafe(denominator - count), `${count} of ${denominator}`).toBe(true);
        }
      }
      // Nothing of the rows, and no group, travels along.
      const text = JSON.stringify({ ...data, phrases: {} });
      for (const { value, name: told } of assessment.slices) {
        if (value !== null && value.length > 2) expect(text).not.toContain(`"${value}"`);
        if (told !== null) expect(text).not.toContain(told);
      }
    },
  );
});

describe.each(projects)("outside the house, %s", (name) => {
  it.each(["customer", "public"] as const)("has no scores, and no sliders: %s", async (audience) => {
    const assessment = assessments.get(name);
    if (assessment === undefined) throw new Error(name);
    expect(scenarioDataOf(await contextFor(assessment, { audience }))).toBe("withheld");
  });
});

describe("bins of an edition", () => {
  it("keep the thresholds whose counts are printed wherever both sides are safe", () => {
    const random = seededRandom(9);
    for (let run = 0; run < 200; run += 1) {
      const bins = 5 + Math.floor(random() * 60);
      const counts = () => Array.from({ length: bins }, () => Math.floor(random() ** 3 * 30));
      const distribution: Distribution = {
        id: "scores@all",
        evaluation: "e",
        slice: "all",
        edges: Array.from({ length: bins }, (_, index) => index / bins),
        positive: counts(),
        negative: counts(),
      };
      const kept = distribution.edges[Math.floor(random() * bins)] ?? 0;
      const merged = mergeBins(distribution, [kept]);
      const sum = (own: readonly number[], edges: readonly number[], from: number, to: number) =>
        own.reduce((all, n, bin) => ((edges[bin] ?? 0) >= from && (edges[bin] ?? 0) < to ? all + n : all), 0);
      const sides = [distribution.positive, distribution.negative].flatMap((own) => [
        sum(own, distribution.edges, -1, kept),
        sum(own, distribution.edges, kept, 2),
      ]);
      const mayKeep = sides.every(isSafe);
      if (mayKeep) expect(merged.edges).toContain(kept);
      const whole = [distribution.positive, distribution.negative].map((own) =>
        sum(own, distribution.edges, -1, 2),
      );
      if (whole.every(isSafe))
        expect([...merged.positive, ...merged.negative].filter((count) => !isSafe(count))).toEqual([]);
      // Whatever was joined, counts from every edge left are those of the rows.
      for (const edge of merged.edges)
        for (const side of ["positive", "negative"] as const)
          expect(sum(merged[side], merged.edges, edge, 2)).toBe(
            sum(distribution[side], distribution.edges, edge, 2),
          );
    }
  });
});
