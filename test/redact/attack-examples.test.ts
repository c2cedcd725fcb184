import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import { audiences } from "../../src/model/plan.js";
import { packageFile } from "../../src/package-file.js";
import { assess } from "../../src/pipeline.js";
import { redact } from "../../src/redact/redact.js";
import { attackColumn, casesOf, negativesOf, positivesOf, type Pair } from "./linear-attack.js";

/* Every example in every edition outside the internal one, against somebody who solves for the counts under ten. */

const examples = readdirSync(packageFile("examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const outside = audiences.filter((audience) => audience !== "internal");
const parts: readonly (readonly [string, (pair: Pair) => number])[] = [
  ["positives", positivesOf],
  ["negatives", negativesOf],
  ["cases", casesOf],
];

/** Counts from 1 to 9 of groups for which fewer than three numbers are left, with those numbers. */
function solved(
  whole: Assessment,
  edition: Assessment,
): { readonly leaks: string[]; readonly small: number } {
  const leaks: string[] = [];
  let small = 0;
  for (const { id: evaluation, positives } of whole.evaluations) {
    if (positives === null) continue;
    const own = whole.slices.filter((slice) => slice.evaluation === evaluation && !slice.negated);
    for (const column of new Set(own.map((slice) => slice.column)))
      for (const { id, pairs } of attackColumn(edition, evaluation, column)) {
        const { positives: p = 0, negatives: n = 0 } = own.find((slice) => slice.id === id) ?? {};
        const truth = { positives: p ?? 0, negatives: n ?? 0 };
        if (!pairs.some((pair) => pair.positives === truth.positives && pair.negatives === truth.negatives))
          throw new Error(`${evaluation} ${id}: the attack lost the truth`);
        for (const [part, count] of parts) {
          if (count(truth) < 1 || count(truth) > 9) continue;
          small += 1;
          const left = [...new Set(pairs.map(count))];
          if (left.length < 3) leaks.push(`${evaluation} ${id} ${part}: ${left.join(" or ")}`);
        }
      }
  }
  return { leaks, small };
}

describe.each(examples)("%s", (name) => {
  let whole: Assessment;
  beforeAll(async () => {
    ({ assessment: whole } = await assess(packageFile(`examples/${name}`)));
  });

  it.each(outside)("gives no count under ten of a group away in the %s edition", (audience) => {
    expect(solved(whole, redact(whole, audience)).leaks).toEqual([]);
  });
});

describe("the attack", () => {
  it("finds every small count of an edition that withholds nothing", async () => {
    const { assessment } = await assess(packageFile("examples/credit-pd"));
    const { leaks, small } = solved(assessment, assessment);
    expect(small).toBeGreaterThan(1);
    expect(leaks).toHaveLength(small);
  });

  it("finds a count from what a trivial rule would score alone", async () => {
    const { assessment } = await assess(packageFile("examples/credit-pd"));
    const told = redact(assessment, "auditor");
    const baseline = (id: string): number | null =>
      assessment.estimates.find((estimate) => estimate.id === id)?.baseline ?? null;
    const leaky = {
      ...told,
      estimates: told.estimates.map((one) =>
        one.metric === "brier-score" ? { ...one, baseline: baseline(one.id) } : one,
      ),
    };
    expect(solved(assessment, leaky).leaks.length).toBeGreaterThan(0);
  });
});
