import { describe, expect, it } from "vitest";

import type { Slice } from "../../src/model/assessment.js";
import { audiences } from "../../src/model/plan.js";
import { exposureOf, type Exposure } from "../../src/redact/hidden-slices.js";
import { redact } from "../../src/redact/redact.js";
import { csvOf } from "../find/small-csv.js";
import { assessFiles, planFile } from "../measure/project-folder.js";
import { publishAssessment } from "../measure/publish-project.js";

function slicesOf(counts: readonly (readonly [number, number])[]): Slice[] {
  return counts.map(([positives, negatives], index) => ({
    id: `g=${index}`,
    evaluation: "e",
    column: "g",
    value: String(index),
    negated: false,
    name: null,
    column_name: null,
    n: positives + negatives,
    positives,
    negatives,
  }));
}

/** Fewest and most cases that each group may have, for who knows all exposures and the total: rows as [low, high]. */
function solve(counts: readonly number[], exposures: readonly Exposure[]): [number, number][] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const own = counts.map((count, index): [number, number] => {
    const exposure = exposures[index];
    if (exposure === "open") return [count, count];
    if (exposure === "hidden") return [1, 9];
    return exposure === "blurred" ? [10, total] : [1, total];
  });
  const [low, high] = [0, 1].map((end) => own.reduce((sum, ends) => sum + (ends[end] ?? 0), 0));
  return own.map(([from, to]) => [
    Math.max(from, total - ((high ?? 0) - to)),
    Math.min(to, total - ((low ?? 0) - from)),
  ]);
}

/** All lists of so many counts up to a largest one, never falling. */
function* lists(length: number, largest: number, from = 1): Generator<number[]> {
  if (length === 0) yield [];
  else
    for (let first = from; first <= largest; first += 1)
      for (const rest of lists(length - 1, largest, first)) yield [first, ...rest];
}

describe("the cases of every column of two to four groups", () => {
  it.each([
    [2, 40],
    [3, 24],
    [4, 16],
  ])("of %i groups with up to %i cases leave three numbers for each under ten", (groups, largest) => {
    let [small, unnamed] = [0, 0];
    for (const counts of lists(groups, largest)) {
      // Positives and negatives are left out here: none, so that the cases alone decide.
      const slices = slicesOf(counts.map((count) => [0, count])).map((slice) => ({
        ...slice,
        positives: null,
        negatives: null,
      }));
      const exposures = slices.map(({ id }) => exposureOf(slices).get(id) ?? "open");
      if (exposures.includes("unnamed")) {
        unnamed += 1;
        continue; // How many groups there are is not known: nothing adds up.
      }
      for (const [index, [low, high]] of solve(counts, exposures).entries()) {
        const count = counts[index] ?? 0;
        if (count > 9) continue;
        small += 1;
        if (high - low < 2 || count < low || count > high)
          throw new Error(`${counts.join(", ")} (${exposures.join(", ")}): ${low} to ${high}`);
      }
    }
    expect(small).toBeGreaterThan(300);
    expect(unnamed).toBe(2); // One case in each group, and one group with two.
  });
});

describe("a column with hardly more cases than groups", () => {
  const project = {
    "data.csv": csvOf(
      ["y", "s", "site"],
      [
        [1, 0.9, "Zzabc"],
        [0, 0.2, "Zzdef"],
        [0, 0.1, "Zzghi"],
        [0, 0.3, "Zzghi"],
      ].map((cells) => ({ times: 1, cells: cells as [number, number, string] })),
    ),
    "forthright.yaml": planFile({
      deployment: { threshold: 0.5, base_rate: 0.2 },
      evaluations: [
        {
          id: "e",
          data: "data.csv",
          label: "y",
          positive: 1,
          score: "s",
          slices: ["site"],
          in_scope: { site: ["Zzabc", "Zzdef", "Zzghi", "Zznever"] },
        },
      ],
      criteria: [{ id: "AC-1", metric: "recall", at_least: 0.7, slice: "each:site" }],
      documents: [{ kind: "briefing" }, { kind: "model-card" }, { kind: "limitation-portfolio" }],
    }),
  };

  it("names no group in any edition outside, and all of them inside", async () => {
    const assessment = await assessFiles(project);
    for (const audience of audiences) {
      const told = JSON.stringify([
        redact(assessment, audience),
        (await publishAssessment(assessment, { audience })).map(({ html, markdown }) => [html, markdown]),
      ]);
      const named = ["Zzabc", "Zzdef", "Zzghi"].filter((name) => told.includes(name));
      expect([audience, named.length]).toEqual([audience, audience === "internal" ? 3 : 0]);
    }
  });
});
