import { describe, expect, it } from "vitest";

import { findInRows } from "./find-in-memory.js";
import { simulateComparisons, simulatedKeys, type ComparisonSimulation } from "./simulate-comparisons.js";

/** Gaps found in one simulated report, as their ids. */
async function gapsIn(seed: number, simulation: ComparisonSimulation): Promise<string[]> {
  const plan = { deployment: { threshold: 1.6 } };
  const { findings } = await findInRows(simulateComparisons(seed, simulation), simulatedKeys, plan);
  return findings.filter(({ rule }) => rule === "demographic-gap").map(({ id }) => id);
}

async function shareOf(
  reports: number,
  simulation: ComparisonSimulation,
  holds: (gaps: readonly string[]) => boolean,
): Promise<number> {
  let hits = 0;
  for (let seed = 1; seed <= reports; seed += 1) if (holds(await gapsIn(seed, simulation))) hits += 1;
  return hits / reports;
}

/*
 * Of 200 clean reports with four groups of 12 people one spoke falsely, and one of 200 with two groups of 20: the
 * interval allows for having chosen the pair, and its lower end has to lie above 1.25. Both planted gaps were found in
 * 50 of 50.
 */
describe("demographic-gap", () => {
  it("is silent where all groups are alike", async () => {
    const four = { groups: ["a", "b", "c", "d"], perGroup: 12 };
    expect(await shareOf(20, four, (gaps) => gaps.length > 0)).toBeLessThanOrEqual(0.05);
    expect(await shareOf(20, { perGroup: 20 }, (gaps) => gaps.length > 0)).toBeLessThanOrEqual(0.05);
  }, 60_000);

  it("finds a group whose impostors are accepted five times as often in at least 9 of 10", async () => {
    const isFound = (gaps: readonly string[]): boolean => gaps.includes("demographic-gap@group=a#fmr");
    expect(await shareOf(10, { lift: 1.2 }, isFound)).toBeGreaterThanOrEqual(0.9);
  }, 60_000);

  it("finds a group whose genuine comparisons are refused four times as often in at least 9 of 10", async () => {
    const isFound = (gaps: readonly string[]): boolean => gaps.includes("demographic-gap@group=a#fnmr");
    expect(await shareOf(10, { shift: 1 }, isFound)).toBeGreaterThanOrEqual(0.9);
  }, 60_000);
});
