import { describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import type { Confidence } from "../../src/model/confidence.js";
import { assessFiles, planFile, type ProjectFiles } from "../measure/project-folder.js";

/*
 * The nine worked claims of the specification (communication.md 5.4), each over a small project whose counts are those
 * of the table. Where the table and the algorithm of 5.2 disagree the test says what was settled, and why.
 */

/** A claim by its id; throws when it is not made, so that a renamed id cannot pass for "not claimed". */
function claimOf({ confidence }: Assessment, id: string): Confidence {
  const found = confidence.find(({ claim }) => claim === id);
  if (found === undefined)
    throw new Error(`No claim ${id} among ${confidence.map(({ claim }) => claim).join(", ")}`);
  return found;
}

/** What a claim costs, by domain; domains that cost nothing are left out. */
function costs({ deductions }: Confidence): Record<string, number> {
  return Object.fromEntries(
    deductions.filter(({ points }) => points < 0).map(({ domain, points }) => [domain, points]),
  );
}

function csv(header: string, rows: readonly string[]): string {
  return [header, ...rows].join("\n") + "\n";
}

/** So many rows of one kind. */
function times(count: number, row: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => row(index));
}

/** Rows of a score that catches and misses so many positives, flags and leaves so many negatives. */
function rowsOf(caught: number, missed: number, flagged: number, left: number): string[] {
  return [
    ...times(caught, (i) => `1,0.9${i % 5}`),
    ...times(missed, (i) => `1,0.1${i % 5}`),
    ...times(flagged, (i) => `0,0.8${i % 5}`),
    ...times(left, (i) => `0,0.0${i % 5}`),
  ];
}

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

describe("5: platform A beats platform B", () => {
  it("is highly speculative for us, and speculative of the vendor's benchmark itself", async () => {
    // 160 and 120 cases on which only one of the two is right: 40 of 2,000 more.
    const rows = [
      ...times(1_560, () => "1,1,1"),
      ...times(160, () => "1,1,0"),
      ...times(120, () => "1,0,1"),
      ...times(160, () => "1,0,0"),
    ];
    const assessment = await assessFiles({
      "forthright.yaml": planFile({
        evaluations: [
          {
            id: "benchmark",
            task: "comparison",
            data: "data/benchmark.csv",
            label: "y",
            positive: 1,
            kind: "vendor",
            collected: "2026-08-01/2026-08-31",
            models: [
              { id: "a", prediction: "a" },
              { id: "b", prediction: "b" },
            ],
          },
        ],
      }),
      "data/benchmark.csv": csv("y,a,b", rows),
    });
    const [us, test] = ["", "#test"].map((end) =>
      claimOf(assessment, `paired-accuracy-difference[a-vs-b]@all${end}`),
    );
    expect(costs(us as Confidence)).toEqual({ directness: -2, provenance: -2, replication: -1 });
    expect(us).toMatchObject({ scope: "use", sum: -5, c: 1, stop: "highly-speculative" });
    /*
     * "2 more of 100 on the benchmark is itself C 2": a statement about a finished test. Whether it is like our mail,
     * old, or repeats does not arise; the vendor's word does, and costs two. By the sum with D and R it would be 1.
     * The width beside the figure (0.4 to 3.6 about 2) is not asked of a difference, which may be about nothing.
     */
    expect(costs(test as Confidence)).toEqual({ provenance: -2 });
    expect(test).toMatchObject({ scope: "test", sum: -2, c: 2, stop: "speculative" });
  });
});

/** Claims that the plan declares, beside evidence that has nothing to do with them. */
async function declared(claim: object): Promise<Confidence> {
  const assessment = await assessFiles({
    "forthright.yaml": planFile({
      costs: { currency: "USD" },
      claims: [{ id: "it", ...claim }],
      evaluations: [{ id: "counts", counts: { tp: 40, fn: 10, fp: 95, tn: 855 } }],
    }),
  });
  return claimOf(assessment, "claim:it");
}

describe("6: 30 of 100 too much in stock", () => {
  it("is certain: it was counted, and audited", async () => {
    const text = "Stock of drinks is 30 of 100 above plan.";
    const claim = await declared({ kind: "counted", text, source: "warehouse count of 14 March, audited" });
    expect(claim).toMatchObject({ c: null, stop: "certain", sum: 0, deductions: [], cap: null, moves: [] });
  });
});

describe("7: the disruption caused it", () => {
  const text = "The disruption caused the errors of the forecast.";
  it.each([
    [undefined, 2, "speculative", "timing-only"],
    ["no", 2, "speculative", "timing-only"],
    ["controlled", 4, "well-supported", null],
    ["reversed", 4, "well-supported", null],
  ])("tested: %s gives C %s", async (tested, c, stop, cap) => {
    const claim = await declared({ kind: "cause", text, ...(tested === undefined ? {} : { tested }) });
    expect([claim.c, claim.stop, claim.sum, claim.cap?.id ?? null]).toEqual([c, stop, 0, cap]);
  });

  it("never reaches the top, however many lines of evidence agree", async () => {
    const claim = await declared({ kind: "cause", text, tested: "controlled", lines: 4, agreement: "high" });
    expect([claim.c, claim.cap?.id]).toEqual([4, "cause"]);
  });
});

describe("8: carrying cost of 1.5 million", () => {
  const amount = { value: 1_500_000, low: 1_100_000, high: 1_900_000 };
  const claim = { kind: "cost", text: "Carrying the stock costs $1.5M.", source: "cost model", ...amount };

  it("is speculative: the range is wide, and there is one scenario", async () => {
    const judged = await declared(claim);
    expect(costs(judged)).toEqual({ precision: -1, replication: -1 });
    expect(judged).toMatchObject({ sum: -2, c: 2, stop: "speculative" });
  });

  it("is partly supported once a second scenario comes out alike", async () => {
    expect(await declared({ ...claim, scenarios: 2 })).toMatchObject({ sum: -1, c: 3 });
  });
});

describe("9: no attack gets through", () => {
  it("is speculative for the attacks tried, highly speculative for those that were not", async () => {
    const assessment = await assessFiles({
      "forthright.yaml": planFile({
        deployment: { threshold: 0.5 },
        evaluations: [
          {
            id: "attacks",
            task: "attack-detection",
            data: "data/attacks.csv",
            label: "truth",
            score: "s",
            kind: "deployment",
            collected: "2026-08-03/2026-08-28",
            in_scope: { truth: ["print", "replay", "injection"] },
          },
        ],
        documents: [{ kind: "briefing", headline: ["apcer@all"] }],
      }),
      "data/attacks.csv": csv("truth,s", [...times(75, () => "print,0.9"), ...times(75, () => "replay,0.9")]),
    });
    const claim = claimOf(assessment, "apcer@all");
    expect(costs(claim)).toEqual({ replication: -1, adversary: -1 });
    expect(claim).toMatchObject({ sum: -2, c: 2, stop: "speculative" });
    const untried = claimOf(assessment, "attacks#untested");
    expect(untried).toMatchObject({ c: 1, stop: "highly-speculative", cap: { id: "untested-attack" } });
    expect(untried.deductions[0]?.slots).toEqual({ n: 1, names: "injection" });
  });
});
