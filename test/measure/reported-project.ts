import type { Assessment } from "../../src/model/assessment.js";
import { readFixture } from "../stats/read-fixture.js";
import { assessPlan } from "./project-folder.js";

export const { hpc } = readFixture("many-classes.json") as {
  hpc: { classes: string[]; confusion: number[][]; report: Record<string, Record<string, number>> };
};

export function planOf(...evaluations: readonly object[]): object {
  return {
    evaluations: evaluations.map((own, index) => ({ id: `e${index + 1}`, task: "reported", ...own })),
  };
}

export function project(...evaluations: readonly object[]): Promise<Assessment> {
  return assessPlan(planOf(...evaluations));
}

export function findingsOf({ findings }: Assessment, rule: string): string[] {
  return findings.filter((finding) => finding.rule === rule).map(({ id }) => id);
}
