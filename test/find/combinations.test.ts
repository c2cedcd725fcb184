import { describe, expect, it } from "vitest";

import type { Finding } from "../../src/model/assessment.js";
import { findIn } from "./find-in-memory.js";
import { logistic, logit, simulateCases, type Simulation } from "./simulate-cases.js";

/* Pairs and triples of slice columns: silent on clean cases, and found where they are planted. */

const evaluation = (columns: number, depth: number): object => ({
  evaluations: [
    {
      id: "simulated",
      data: "data.csv",
      label: "y",
      positive: 1,
      score: "s",
      slices: Array.from({ length: columns }, (_, index) => `column${(index + 1).toString()}`),
      search_depth: depth,
    },
  ],
});

async function weakIds(seed: number, simulation: Simulation, depth: number): Promise<readonly string[]> {
  const plan = evaluation(simulation.columns.length, depth);
  const { findings } = await findIn(simulateCases(seed, simulation), plan);
  return findings.filter(({ rule }: Finding) => rule === "weak-slice").map(({ id }) => id);
}

const clean = { n: 3_000, columns: [2, 3, 4, 3], spread: 2, centre: -0.5 };
const far = (truth: number): number => logistic(logit(truth) - 4);

describe("a search over combinations", () => {
  it("speaks on at most 5 of 100 clean reports, three columns deep", async () => {
    let spoke = 0;
    for (let seed = 1; seed <= 40; seed += 1) if ((await weakIds(seed, clean, 3)).length > 0) spoke += 1;
    expect(spoke).toBeLessThanOrEqual(2);
  });

  it("finds a pair that is weak where neither of its columns is told to be, and looks at it only when asked", async () => {
    const fault: Simulation["fault"] = (truth, groups) =>
      groups["column2"] === "v1" && groups["column3"] === "v2" ? far(truth) : truth;
    const found = await weakIds(5, { ...clean, fault }, 2);
    expect(found).toContain("weak-slice@column2=v1&column3=v2#recall");
    const one = await weakIds(5, { ...clean, fault }, 1);
    expect(one.filter((id) => id.includes("&"))).toEqual([]);
  });

  it("finds a triple, and none of the pairs that it does not make weak", async () => {
    const fault: Simulation["fault"] = (truth, groups) =>
      groups["column1"] === "v1" && groups["column2"] === "v1" && groups["column3"] === "v1"
        ? far(truth)
        : truth;
    const found = await weakIds(7, { ...clean, n: 12_000, fault }, 3);
    expect(found).toContain("weak-slice@column1=v1&column2=v1&column3=v1#recall");
    const strangers = found.filter((id) => !/column[123]=v1/.test(id) || id.includes("column4"));
    expect(strangers).toEqual([]);
  });

  it("tells a value that is weak by itself, and none of its combinations", async () => {
    const fault: Simulation["fault"] = (truth, groups) => (groups["column3"] === "v1" ? far(truth) : truth);
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const found = await weakIds(seed, { ...clean, fault }, 3);
      expect(found).toContain("weak-slice@column3=v1#recall");
      expect(found.filter((id) => id.includes("&") && id.includes("column3=v1"))).toEqual([]);
    }
  });

  it("counts every combination it looked at", async () => {
    const searched = async (depth: number): Promise<number> =>
      (await findIn(simulateCases(1, clean), evaluation(4, depth))).searched;
    const [one, two, three] = [await searched(1), await searched(2), await searched(3)];
    // Six pairs of columns with 2 to 12 value pairs, each looked at for misses and for false alarms.
    expect(two - one).toBe(2 * (6 + 8 + 6 + 12 + 9 + 12));
    expect(three).toBeGreaterThan(two);
  });
});
