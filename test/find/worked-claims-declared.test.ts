import { describe, expect, it } from "vitest";

import type { Confidence } from "../../src/model/confidence.js";
import { assessFiles, planFile } from "../measure/project-folder.js";
import { claimOf, costs, csv, times, declared } from "./worked-claim.js";

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
