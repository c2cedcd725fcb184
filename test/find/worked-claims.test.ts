import { describe, expect, it } from "vitest";

import { assessFiles, planFile, type ProjectFiles } from "../measure/project-folder.js";
import { claimOf, costs, csv, times, rowsOf } from "./worked-claim.js";

describe("1: a fraud check finds 200 of 240 frauds and flags 600 of 19,760 honest applications", () => {
  const evaluation = { label: "y", positive: 1, score: "s", kind: "held-out", label_source: "outcome" };
  const project = (injection: number): ProjectFiles => ({
    "forthright.yaml": planFile({
      use: { domain: "adversarial" },
      words: {
        case: "application / applications",
        positive: "fraud / frauds",
        negative: "honest application / honest applications",
      },
      deployment: { base_rate: 0.012, threshold: 0.5 },
      evaluations: [
        {
          ...evaluation,
          id: "july",
          data: "data/july.csv",
          collected: "2026-07-01/2026-07-31",
          reference: "data/training.csv",
          agrees_with: ["september"],
          attack_classes: { print: 60, replay: 60, mask: 60, edit: 60, injection },
        },
        { ...evaluation, id: "september", data: "data/september.csv", collected: "2026-09-01/2026-09-30" },
      ],
      documents: [{ kind: "briefing", headline: ["july/recall@all", "july/false-alarms@all"] }],
    }),
    "data/july.csv": csv("y,s", rowsOf(200, 40, 600, 19_160)),
    "data/training.csv": csv("y,s", rowsOf(205, 35, 640, 19_120)),
    "data/september.csv": csv("y,s", rowsOf(190, 50, 580, 19_180)),
  });

  it("is partly supported while one attack class of five was never tried", async () => {
    const assessment = await assessFiles(project(0));
    const claim = claimOf(assessment, "july/recall@all");
    expect(costs(claim)).toEqual({ adversary: -1 });
    expect(claim).toMatchObject({ sum: -1, c: 3, stop: "partly-supported", cap: null });
    expect(claim.deductions.map(({ domain }) => domain)).toHaveLength(8); // All but calibration.
  });

  it("is well supported once all five were tried", async () => {
    const assessment = await assessFiles(project(40));
    expect(claimOf(assessment, "july/recall@all")).toMatchObject({ sum: 0, c: 4, stop: "well-supported" });
  });

  /*
   * The table makes one claim of both rates. They are two: how many honest applications are flagged is not up to
   * attackers, so the missing class costs that rate nothing.
   */
  it("is well supported of honest applications whatever attacks were tried", async () => {
    const assessment = await assessFiles(project(0));
    expect(claimOf(assessment, "july/false-alarms@all")).toMatchObject({ sum: 0, c: 4 });
  });
});

describe("2: an applicant with a score of 0.15 defaults", () => {
  /** 58 of 412 with scores about 0.15, and other cases about as many of which were positive as their scores say. */
  const vintage = (near: number): string[] => [
    ...times(412, (i) => `${i < near ? 1 : 0},0.15`),
    ...times(600, (i) => `${i < 30 ? 1 : 0},0.05`),
    ...times(400, (i) => `${i < 160 ? 1 : 0},0.4`),
    ...times(200, (i) => `${i < 140 ? 1 : 0},0.7`),
  ];
  const evaluation = { label: "y", positive: 1, score: "s", kind: "held-out", label_source: "outcome" };
  const project = (score: number): ProjectFiles => ({
    "forthright.yaml": planFile({
      use: { domain: "credit" },
      deployment: { threshold: 0.3 },
      claims: [{ id: "case", text: "An applicant with this score defaults.", kind: "chance", score }],
      evaluations: [
        {
          ...evaluation,
          id: "first",
          data: "data/first.csv",
          collected: "2025-01-01/2025-07-31",
          agrees_with: ["second"],
        },
        { ...evaluation, id: "second", data: "data/second.csv", collected: "2026-08-01/2026-09-30" },
      ],
    }),
    "data/first.csv": csv("y,s", vintage(58)),
    "data/second.csv": csv("y,s", vintage(64)),
  });

  it("is partly supported: the evidence is 14 months old, and stays fresh for 12", async () => {
    const claim = claimOf(await assessFiles(project(0.15)), "claim:case");
    expect(claim.seen).toMatchObject({ numerator: 58, denominator: 412 });
    expect(claim.seen?.low).toBeCloseTo(0.1105, 3); // Wilson, by hand.
    expect(claim.seen?.high).toBeCloseTo(0.1777, 3);
    expect(costs(claim)).toEqual({ age: -1 });
    expect(claim.deductions[0]?.slots).toEqual({ months: 14, fresh: "12 months" });
    expect(claim).toMatchObject({ sum: -1, c: 3, stop: "partly-supported" });
  });

  it("is at most speculative where the score is off, however many cases there are", async () => {
    const files = project(0.15);
    const off = csv("y,s", vintage(200));
    const claim = claimOf(
      await assessFiles({ ...files, "data/first.csv": off, "data/second.csv": off }),
      "claim:case",
    );
    expect(costs(claim)).toMatchObject({ calibration: -2 });
    expect(claim.c).toBeLessThanOrEqual(2);
  });
});

describe("3: a churn score finds 14 of 41 leavers of a new segment", () => {
  it("is speculative: the range is wide, and there is one period", async () => {
    const rows = (name: string, caught: number, missed: number, left: number): string[] =>
      rowsOf(caught, missed, 60, left - 60).map((row) => `${row},${name}`);
    const assessment = await assessFiles({
      "forthright.yaml": planFile({
        deployment: { threshold: 0.5 },
        evaluations: [
          {
            id: "customers",
            data: "data/customers.csv",
            label: "y",
            positive: 1,
            score: "s",
            slices: ["segment"],
            kind: "held-out",
            collected: "2026-01-01/2026-06-30",
          },
        ],
        documents: [{ kind: "briefing", headline: ["recall@segment=new"] }],
      }),
      "data/customers.csv": csv("y,s,segment", [...rows("new", 14, 27, 299), ...rows("old", 56, 24, 920)]),
    });
    const claim = claimOf(assessment, "recall@segment=new");
    expect(costs(claim)).toEqual({ precision: -1, replication: -1 });
    expect(claim).toMatchObject({ sum: -2, c: 2, stop: "speculative", cap: null });
    // 1.96^2 0.34 0.66 / 0.05^2 = 346 leavers for a range 10 of 100 wide.
    expect(claim.deductions[0]?.slots).toEqual({ width: 28, needed: 350 });
  });
});

describe("4: the churn model still works overall", () => {
  const project = (unseen: number): ProjectFiles => ({
    "forthright.yaml": planFile({
      use: { domain: "demand" },
      deployment: { threshold: 0.5 },
      evaluations: [
        {
          id: "test",
          data: "data/test.csv",
          label: "y",
          positive: 1,
          score: "s",
          kind: "held-out",
          collected: "2026-01-01/2026-03-31",
          shelf_life: "6 months",
          reference: "data/today.csv",
          unseen_share: unseen,
        },
      ],
      documents: [{ kind: "briefing", headline: ["roc-auc@all"] }],
    }),
    "data/test.csv": csv("y,s", rowsOf(600, 100, 200, 2_100)),
    "data/today.csv": csv("y,s", rowsOf(1_000, 100, 800, 1_100)),
  });

  it("is highly speculative: scores have moved far, and a fifth of revenue was never tested", async () => {
    const assessment = await assessFiles(project(0.2));
    const index =
      assessment.estimates.find(({ metric, facet }) => metric === "psi" && facet === "s")?.value ?? 0;
    expect(index).toBeGreaterThan(0.25);
    const claim = claimOf(assessment, "roc-auc@all");
    expect(costs(claim)).toEqual({ shift: -2, replication: -1 });
    expect(claim).toMatchObject({ sum: -3, c: 1, stop: "highly-speculative" });
  });
});
