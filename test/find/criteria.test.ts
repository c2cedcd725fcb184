import { describe, expect, it } from "vitest";

import type { Criterion } from "../../src/model/assessment.js";
import { assess } from "../../src/pipeline.js";
import { assessPlan, planFile, withProject, type ProjectFiles } from "../measure/project-folder.js";
import { lowerBound, upperBound } from "./binomial-bounds.js";
import { csvOf, groupsCsv } from "./small-csv.js";

type Counts = Readonly<Record<"tp" | "fn" | "fp" | "tn", number>>;

/** The verdict on one criterion over counts. */
async function judge(counts: Counts, criterion: object, evaluation: object = {}, plan: object = {}) {
  const { criteria } = await assessPlan({
    ...plan,
    evaluations: [{ id: "e", counts, ...evaluation }],
    criteria: [{ id: "AC-1", ...criterion }],
  });
  return only(criteria);
}

function only(criteria: readonly Criterion[]): Criterion {
  const [criterion, ...more] = criteria;
  if (criterion === undefined || more.length > 0) throw new Error(`${criteria.length} rows of one criterion`);
  return criterion;
}

async function criteriaOf(files: ProjectFiles, date: string | null = null): Promise<readonly Criterion[]> {
  return withProject(files, async (root) => (await assess(root, { date })).assessment.criteria);
}

/** x of n negatives flagged. */
function alarms(x: number, n: number): Counts {
  return { tp: 50, fn: 10, fp: x, tn: n - x };
}

describe("a criterion is judged on the one-sided exact bound", () => {
  it.each([
    [0, 150, 0.07, "pass"],
    [0, 150, 0.03, "pass"],
    [0, 150, 0.01, "inconclusive"],
    [5, 60, 0.07, "inconclusive"],
    [5, 60, 0.03, "fail"],
    [60, 60, 0.9, "fail"],
  ] as const)("%i of %i against at most %f: %s at %s", async (x, n, bound, verdict) => {
    const criterion = await judge(alarms(x, n), { metric: "false-alarms", at_most: bound });
    expect(criterion.verdict).toBe(verdict);
    // Where the rate seen is too high, the other end tells: how near to the agreed limit the lowest rate that fits comes.
    expect(criterion.limit).toBeCloseTo((x / n > bound ? lowerBound : upperBound)(x, n, 0.95), 9);
  });

  it.each([
    [48, 50, 0.85, "pass"],
    // 15 / 22 * 22 is less than 15 in floating point: the counts must not go through their share.
    [15, 22, 0.4, "pass"],
    [40, 50, 0.75, "inconclusive"],
    [30, 50, 0.75, "fail"],
    [50, 50, 0.94, "pass"],
    [50, 50, 0.95, "inconclusive"],
  ] as const)("%i of %i against at least %f: %s", async (tp, n, bound, verdict) => {
    const counts = { tp, fn: n - tp, fp: 5, tn: 95 };
    const criterion = await judge(counts, { metric: "recall", at_least: bound });
    expect(criterion.verdict).toBe(verdict);
    expect(criterion.limit).toBeCloseTo((verdict === "fail" ? upperBound : lowerBound)(tp, n, 0.95), 9);
  });

  it("at the confidence it names", async () => {
    const criterion = { metric: "false-alarms", at_most: 0.04, confidence: 0.99 };
    const { verdict, limit } = await judge(alarms(1, 150), criterion);
    expect(limit).toBeCloseTo(upperBound(1, 150, 0.99), 9);
    expect(verdict).toBe("inconclusive");
    expect((await judge(alarms(1, 150), { ...criterion, confidence: 0.8 })).verdict).toBe("pass");
  });

  it("also where the rate is moved to the base rate and no false alarm was seen", async () => {
    const counts = { tp: 100, fn: 0, fp: 0, tn: 1_000 };
    const criterion = { metric: "precision", at_least: 0.8 };
    const { limit, verdict } = await judge(counts, criterion, {}, { deployment: { base_rate: 0.01 } });
    const worst = upperBound(0, 1_000, 0.95);
    expect(limit).toBeLessThanOrEqual(0.01 / (0.01 + 0.99 * worst) + 1e-9);
    expect(verdict).toBe("inconclusive");
  });
});

describe("an inconclusive verdict names the cases that would settle it", () => {
  /** Cases from which on the observed rate, in whole cases, would pass: one after the last that would not. */
  function fewest(x: number, n: number, passes: (x: number, n: number) => boolean): number {
    const sizes = Array.from({ length: 3_000 }, (_, index) => n + 1 + index);
    return 1 + (sizes.findLast((more) => !passes(Math.round((x / n) * more), more)) ?? n);
  }

  it.each([
    [0, 100, 0.01],
    [2, 150, 0.03],
    [5, 60, 0.1],
    [7, 300, 0.03],
  ])("%i of %i against at most %f", async (x, n, bound) => {
    const { verdict, needed_n } = await judge(alarms(x, n), { metric: "false-alarms", at_most: bound });
    expect(verdict).toBe("inconclusive");
    expect(needed_n).toBe(fewest(x, n, (more, of) => upperBound(more, of, 0.95) <= bound));
  });

  it("40 of 50 against at least 0.75", async () => {
    const { needed_n } = await judge({ tp: 40, fn: 10, fp: 5, tn: 95 }, { metric: "recall", at_least: 0.75 });
    expect(needed_n).toBe(fewest(40, 50, (more, of) => lowerBound(more, of, 0.95) >= 0.75));
  });

  it("and more of them where rows share subjects", async () => {
    // 100 people with two like rows each are worth 100 cases: 180 of 200 alone would pass.
    const rows = Array.from({ length: 200 }, (_, index) => {
      const person = Math.floor(index / 2);
      return { times: 1, cells: [1, person < 90 ? 0.9 : 0.1, `P${person}`] };
    });
    const [criterion] = await criteriaOf({
      "data.csv": csvOf(["y", "s", "person"], [...rows, { times: 100, cells: [0, 0.1, "Q"] }]),
      "forthright.yaml": planFile({
        deployment: { threshold: 0.5 },
        evaluations: [{ id: "e", data: "data.csv", label: "y", positive: 1, score: "s", subject: "person" }],
        criteria: [{ id: "AC-1", metric: "recall", at_least: 0.85 }],
      }),
    });
    expect(criterion?.verdict).toBe("inconclusive");
    // scipy 1.17.1 beta.ppf, one after the last size whose bound, on half its cases, is not kept.
    expect(criterion?.needed_n).toBe(316);
  });

  it("and none where the observed rate lies on the wrong side", async () => {
    const { verdict, needed_n } = await judge(alarms(5, 60), { metric: "false-alarms", at_most: 0.07 });
    expect([verdict, needed_n]).toEqual(["inconclusive", null]);
  });

  it("and a pass or a fail names none", async () => {
    for (const bound of [0.2, 0.01])
      expect((await judge(alarms(5, 60), { metric: "false-alarms", at_most: bound })).needed_n).toBeNull();
  });
});

describe("a criterion that cannot be judged says so", () => {
  it("below its least number of cases", async () => {
    const criterion = { metric: "false-alarms", at_most: 0.5, min_n: 61 };
    const { verdict, reason } = await judge(alarms(5, 60), criterion);
    expect([verdict, reason]).toEqual(["not-evaluable", "criterion.below-min-n"]);
  });

  it("of a rate without its class", async () => {
    const counts = { tp: 0, fn: 0, fp: 5, tn: 95 };
    const { verdict, reason } = await judge(counts, { metric: "recall", at_least: 0.1 });
    expect([verdict, reason]).toEqual(["not-evaluable", "reason.no-positives"]);
  });

  it("of rates somebody reported without counts", async () => {
    const { criteria } = await assessPlan({
      evaluations: [{ id: "e", rates: { sensitivity: 0.99, specificity: 0.99 } }],
      criteria: [{ id: "AC-1", metric: "recall", at_least: 0.5 }],
    });
    expect(only(criteria).verdict).toBe("not-evaluable");
  });

  it("of a slice that should be covered and is not: never a pass", async () => {
    const rows = await criteriaOf({
      "data.csv": groupsCsv({ print: { tp: 90, fn: 5, fp: 1, tn: 90 } }),
      "forthright.yaml": planFile({
        deployment: { threshold: 0.5 },
        evaluations: [
          {
            id: "e",
            data: "data.csv",
            label: "y",
            positive: 1,
            score: "s",
            slices: ["group"],
            in_scope: { group: ["print", "mask"] },
          },
        ],
        criteria: [{ id: "AC-1", metric: "recall", at_least: 0.8, slice: "each" }],
      }),
    });
    expect(rows.map(({ id, verdict }) => [id, verdict])).toEqual([
      ["AC-1@group=print", "pass"],
      ["AC-1@group=mask", "not-evaluable"],
    ]);
  });
});

describe("a verdict that does not count any more, or never did", () => {
  const good = alarms(0, 400);
  const criterion = { metric: "false-alarms", at_most: 0.05 };
  const dated = { collected: "2026-01-01/2026-03-31", shelf_life: "3 months" };

  it("is stale after the shelf life of its evidence", async () => {
    const files = {
      "forthright.yaml": planFile({
        evaluations: [{ id: "e", counts: good, ...dated }],
        criteria: [{ id: "AC-1", ...criterion }],
      }),
    };
    expect(only(await criteriaOf(files, "2026-06-30")).verdict).toBe("pass");
    expect(only(await criteriaOf(files, "2026-07-01")).verdict).toBe("stale");
  });

  it("is stale when another version was tested than the one in use", async () => {
    const model = { name: "Small model", version: "2.0" };
    const { verdict } = await judge(good, criterion, { ...dated, model_version: "1.0" }, { model });
    expect(verdict).toBe("stale");
  });

  it("is void when it was agreed after the evidence was in", async () => {
    expect((await judge(good, { ...criterion, agreed: "2026-04-01" }, dated)).verdict).toBe("void");
    expect((await judge(good, { ...criterion, agreed: "2026-03-31" }, dated)).verdict).toBe("pass");
  });

  it("is void when the threshold was chosen on the same cases", async () => {
    expect((await judge(good, criterion, { threshold_source: "test" })).verdict).toBe("void");
  });
});

describe("a criterion on a slice", () => {
  it("takes the base rate stated for that slice", async () => {
    const rows = [
      { times: 80, cells: [1, 0.9, "A"] },
      { times: 20, cells: [1, 0.1, "A"] },
      { times: 10, cells: [0, 0.9, "A"] },
      { times: 190, cells: [0, 0.1, "A"] },
      { times: 300, cells: [0, 0.1, "B"] },
    ];
    const plan = (bound: number) => ({
      deployment: { threshold: 0.5, base_rate: { value: 0.01, slices: { "group=A": 0.5 } } },
      evaluations: [{ id: "e", data: "data.csv", label: "y", positive: 1, score: "s", slices: ["group"] }],
      criteria: [{ id: "AC-1", metric: "precision", at_least: bound, slice: "group=A" }],
    });
    const [criterion] = await criteriaOf({
      "data.csv": csvOf(["y", "s", "group"], rows),
      "forthright.yaml": planFile(plan(0.8)),
    });
    // 0.8 caught and 0.05 flagged at a base rate of 0.5: 0.94 right, and at 0.01 it would be 0.14.
    expect(criterion?.verdict).toBe("pass");
  });
});
