import { describe, expect, it } from "vitest";

import type { Assessment, Criterion } from "../../src/model/assessment.js";
import { rateRatioInterval } from "../../src/stats/rate-ratio-interval.js";
import { assessFiles, assessPlan, planFile } from "../measure/project-folder.js";
import { lowerBound, upperBound } from "./binomial-bounds.js";
import { csvOf, groupsCsv } from "./small-csv.js";

type Counts = Readonly<Record<"tp" | "fn" | "fp" | "tn", number>>;

async function ofCounts(counts: Counts, criteria: readonly object[]): Promise<Assessment> {
  return assessPlan({ evaluations: [{ id: "e", counts }], criteria });
}

async function ofGroups(
  groups: Readonly<Record<string, Counts>>,
  criteria: readonly object[],
  evaluation: object = {},
): Promise<Assessment> {
  return assessFiles({
    "data.csv": groupsCsv(groups),
    "forthright.yaml": planFile({
      deployment: { threshold: 0.5 },
      evaluations: [
        { id: "e", data: "data.csv", label: "y", positive: 1, score: "s", slices: ["group"], ...evaluation },
      ],
      criteria,
    }),
  });
}

function verdicts({ criteria }: Assessment): readonly (readonly [string, string, string])[] {
  return criteria.map(({ id, verdict, reason }) => [id, verdict, reason]);
}

function first({ criteria }: Assessment): Criterion {
  const [criterion] = criteria;
  if (criterion === undefined) throw new Error("There is no criterion");
  return criterion;
}

const alarms = (x: number, n: number): Counts => ({ tp: 50, fn: 10, fp: x, tn: n - x });

describe("between", () => {
  const between = { id: "A", metric: "false-alarms", at_least: 0.02, at_most: 0.1 };
  it.each([
    [60, 1_000, "pass"],
    [25, 1_000, "inconclusive"],
    [92, 1_000, "inconclusive"],
    [5, 1_000, "fail"],
    [150, 1_000, "fail"],
  ] as const)("%i of %i: %s", async (x, n, verdict) => {
    expect(first(await ofCounts(alarms(x, n), [between])).verdict).toBe(verdict);
  });
  it("tells the end of the range that is nearer to its bound, or beyond it", async () => {
    const near = first(await ofCounts(alarms(92, 1_000), [between]));
    expect(near.limit_side).toBe("at-most");
    expect(near.limit).toBeCloseTo(upperBound(92, 1_000, 0.95), 9);
    const low = first(await ofCounts(alarms(25, 1_000), [between]));
    expect(low.limit_side).toBe("at-least");
    expect(low.limit).toBeCloseTo(lowerBound(25, 1_000, 0.95), 9);
  });
});

describe("relative_to_overall", () => {
  const relative = {
    id: "A",
    metric: "false-alarms",
    relative_to_overall: 1.25,
    slice: "each:group",
  };
  const usual = { tp: 90, fn: 10, fp: 100, tn: 9_900 };

  it("passes a group whose error rate is surely no more than 1.25 times that of all", async () => {
    const assessment = await ofGroups({ A: usual, B: usual, C: { ...usual, fp: 40, tn: 9_960 } }, [relative]);
    const rows = new Map(assessment.criteria.map((row) => [row.slice, row]));
    expect(rows.get("group=C")?.verdict).toBe("pass");
    // All cases hold the group: R = r / (w r + 1 - w), from the exact ratio to the rest.
    const { high } = rateRatioInterval(40, 10_000, 200, 20_000, 0.9) ?? { high: null };
    const r = high ?? NaN;
    expect(rows.get("group=C")?.limit).toBeCloseTo(r / (r / 3 + 2 / 3), 9);
    expect(rows.get("group=A")?.verdict).toBe("inconclusive");
  });

  it("fails one that is surely more, and judges misses of a metric that is better higher", async () => {
    const bad = await ofGroups({ A: usual, B: { ...usual, fp: 400, tn: 9_600 } }, [relative]);
    expect(bad.criteria.find(({ slice }) => slice === "group=B")?.verdict).toBe("fail");
    const misses = await ofGroups(
      { A: { tp: 980, fn: 20, fp: 5, tn: 95 }, B: { tp: 800, fn: 200, fp: 5, tn: 95 } },
      [{ ...relative, metric: "recall" }],
    );
    // Recall is .98 and .80, a ratio of .9 to all; misses are 20 of 100 against 11, a ratio of 1.8.
    expect(misses.criteria.find(({ slice }) => slice === "group=B")?.verdict).toBe("fail");
  });

  it("has no ratio where nobody erred", async () => {
    const none = { tp: 90, fn: 10, fp: 0, tn: 900 };
    const assessment = await ofGroups({ A: none, B: none }, [relative]);
    expect(new Set(assessment.criteria.map(({ verdict, reason }) => `${verdict} ${reason}`))).toEqual(
      new Set(["not-evaluable criterion.no-ratio"]),
    );
  });

  it("compares with one other group where that is asked", async () => {
    const criteria = [
      {
        id: "A",
        metric: "false-alarms",
        relative_to: { slice: "group=A", at_most: 1.5 },
        slice: "group=B",
      },
    ];
    const assessment = await ofGroups({ A: usual, B: { ...usual, fp: 400, tn: 9_600 } }, criteria);
    const { verdict, limit, against, ratio } = first(assessment);
    expect([verdict, against, ratio]).toEqual(["fail", "group=A", expect.closeTo(4, 9)]);
    expect(limit).toBeCloseTo(rateRatioInterval(400, 10_000, 100, 10_000, 0.9)?.low ?? NaN, 9);
  });
});

describe("exists and all_measured", () => {
  it("a number that was not measured does not exist", async () => {
    const counts = { tp: 0, fn: 0, fp: 5, tn: 95 };
    const assessment = await ofCounts(counts, [
      { id: "A", metric: "recall", exists: true },
      { id: "B", metric: "false-alarms", exists: true },
    ]);
    expect(verdicts(assessment)).toEqual([
      ["A", "fail", "criterion.does-not-exist"],
      ["B", "pass", "criterion.exists"],
    ]);
  });

  it.each([
    [["A", "B"], "pass"],
    [["A", "B", "thin"], "inconclusive"],
    [["A", "thin", "mask"], "fail"],
  ] as const)("in scope %j: %s", async (scope, verdict) => {
    const fine = { tp: 40, fn: 10, fp: 5, tn: 95 };
    const assessment = await ofGroups(
      { A: fine, B: fine, thin: { tp: 3, fn: 1, fp: 1, tn: 3 } },
      [{ id: "A", all_measured: true }],
      { in_scope: { group: scope } },
    );
    expect(first(assessment).verdict).toBe(verdict);
  });

  it("without a scope nothing can be all", async () => {
    expect(verdicts(await ofCounts(alarms(1, 90), [{ id: "A", all_measured: true }]))).toEqual([
      ["A", "not-evaluable", "criterion.no-scope"],
    ]);
  });
});

describe("what a criterion needs before it is judged", () => {
  it("a required value that was not tested is never a pass", async () => {
    const fine = { tp: 90, fn: 5, fp: 1, tn: 90 };
    const criteria = [
      { id: "A", metric: "recall", at_least: 0.8, slice: "each:group", required: ["print", "mask"] },
    ];
    expect(verdicts(await ofGroups({ print: fine }, criteria))).toEqual([
      ["A@group=print", "pass", "criterion.pass"],
      ["A@group=mask", "not-evaluable", "criterion.required-missing"],
    ]);
  });

  it("subjects: fewer than agreed, or not known", async () => {
    const rows = Array.from({ length: 60 }, (_, index) => ({
      times: 1,
      cells: [index % 2, index % 2 === 0 ? 0.1 : 0.9, `P${Math.floor(index / 3).toString()}`],
    }));
    const criteria = (subjects: number): object[] => [
      { id: "A", metric: "recall", at_least: 0.5, min_subjects: subjects },
    ];
    const judged = async (subjects: number, evaluation: object) =>
      assessFiles({
        "data.csv": csvOf(["y", "s", "person"], rows),
        "forthright.yaml": planFile({
          deployment: { threshold: 0.5 },
          evaluations: [{ id: "e", data: "data.csv", label: "y", positive: 1, score: "s", ...evaluation }],
          criteria: criteria(subjects),
        }),
      });
    const person = { subject: "person" };
    expect(verdicts(await judged(20, person))[0]?.[1]).toBe("pass");
    expect(verdicts(await judged(21, person))).toEqual([
      ["A", "not-evaluable", "criterion.below-min-subjects"],
    ]);
    expect(verdicts(await judged(20, {}))).toEqual([["A", "not-evaluable", "criterion.no-subjects"]]);
  });

  it("what was seen decides only where it decides nothing", async () => {
    const info = { id: "A", metric: "false-alarms", at_most: 0.05, importance: "info" };
    const counts = alarms(4, 100);
    expect(first(await ofCounts(counts, [info])).verdict).toBe("inconclusive");
    expect(verdicts(await ofCounts(counts, [{ ...info, judged_on: "observed" }]))).toEqual([
      ["A", "pass", "criterion.observed"],
    ]);
  });

  it("an age of its own, before the shelf life of the evidence", async () => {
    const plan = (max: object) =>
      planFile({
        evaluations: [
          { id: "e", counts: alarms(0, 400), collected: "2026-01-31", shelf_life: "12 months" },
          { id: "later", counts: alarms(0, 400), collected: "2026-06-30" },
        ],
        criteria: [{ id: "A", metric: "false-alarms", at_most: 0.05, evaluation: "e", ...max }],
      });
    expect(first(await assessFiles({ "forthright.yaml": plan({}) })).verdict).toBe("pass");
    expect(first(await assessFiles({ "forthright.yaml": plan({ max_age: "6 months" }) })).verdict).toBe(
      "pass",
    );
    const { verdict, reason } = first(
      await assessFiles({ "forthright.yaml": plan({ max_age: "4 months" }) }),
    );
    expect([verdict, reason]).toEqual(["stale", "criterion.stale"]);
  });
});

describe("one of many groups that fails", () => {
  const ok = { tp: 90, fn: 10, fp: 20, tn: 980 };
  const criteria = [{ id: "A", metric: "false-alarms", at_most: 0.05, slice: "each:group" }];
  const groups = (count: number, worst: Counts): Record<string, Counts> => ({
    ...Object.fromEntries(Array.from({ length: count - 1 }, (_, index) => [`g${index.toString()}`, ok])),
    worst,
  });
  // 64 of 1,000 where 50 are allowed: chance .03 of as many, which one group in thirty has anyhow.
  const alone = { tp: 90, fn: 10, fp: 64, tn: 936 };

  it("fails alone, and among ten only where it fails over all of them together (Holm)", async () => {
    expect(first(await ofCounts(alone, [{ ...criteria[0], slice: "all" }])).verdict).toBe("fail");
    const among = await ofGroups(groups(10, alone), criteria);
    const row = among.criteria.find(({ slice }) => slice === "group=worst");
    expect([row?.verdict, row?.reason]).toEqual(["inconclusive", "criterion.fail-among-many"]);
    expect(row?.limit).toBeCloseTo(upperBound(64, 1_000, 0.95), 9);
    const clear = await ofGroups(groups(10, { tp: 90, fn: 10, fp: 90, tn: 910 }), criteria);
    expect(clear.criteria.find(({ slice }) => slice === "group=worst")?.verdict).toBe("fail");
  });

  it("and passing needs no correction: every group has to pass", async () => {
    const assessment = await ofGroups(groups(10, ok), criteria);
    expect(new Set(assessment.criteria.map(({ verdict }) => verdict))).toEqual(new Set(["pass"]));
  });
});

describe("a rate on the wrong side of its bound", () => {
  it("cannot pass with more of the same", async () => {
    const assessment = await ofCounts(alarms(5, 60), [{ id: "A", metric: "false-alarms", at_most: 0.07 }]);
    const { verdict, reason, needed_n, limit, limit_side } = first(assessment);
    expect([verdict, reason, needed_n]).toEqual(["inconclusive", "criterion.cannot-pass", null]);
    // 5 of 60 are 83 of 1,000: that the range reaches 70 is seen at its lower end alone.
    expect(limit_side).toBe("at-least");
    expect(limit).toBeCloseTo(lowerBound(5, 60, 0.95), 9);
    expect(assessment.findings.find(({ rule }) => rule === "criteria-not-met")?.message).toBe(
      "finding.criteria-not-met.cannot-pass",
    );
  });

  it("is shown by the upper end where it has to be high", async () => {
    const { reason, limit, limit_side } = first(
      await ofCounts({ tp: 90, fn: 10, fp: 1, tn: 99 }, [{ id: "A", metric: "recall", at_least: 0.93 }]),
    );
    expect([reason, limit_side]).toEqual(["criterion.cannot-pass", "at-most"]);
    expect(limit).toBeCloseTo(upperBound(90, 100, 0.95), 9);
  });
});

describe("what all criteria say together", () => {
  const pass = { id: "P", metric: "false-alarms", at_most: 0.2 };
  const fail = { id: "F", metric: "false-alarms", at_most: 0.01 };
  const open = { id: "O", metric: "false-alarms", at_most: 0.06 };
  it.each([
    ["every must passes", [pass], { verdict: "go", failed: [], open: [], advisory: [] }],
    ["a must is open", [pass, open], { verdict: "conditional", failed: [], open: ["O"], advisory: [] }],
    ["a must fails", [pass, open, fail], { verdict: "no-go", failed: ["F"], open: ["O"], advisory: [] }],
    [
      "a must is open that was agreed to block",
      [pass, { ...open, on_inconclusive: "block" }],
      { verdict: "no-go", failed: ["O"], open: [], advisory: [] },
    ],
    [
      "what should hold does not",
      [pass, { ...fail, importance: "should" }],
      { verdict: "go", failed: [], open: [], advisory: ["F"] },
    ],
  ] as const)("%s", async (_, criteria, release) => {
    expect((await ofCounts(alarms(50, 1_000), criteria)).release).toEqual(release);
  });
  it("nothing, where nothing was agreed", async () => {
    expect((await ofCounts(alarms(50, 1_000), [])).release).toBeNull();
  });
});
