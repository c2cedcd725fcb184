import { describe, expect, it } from "vitest";

import { assessPlan, estimateAt, planFile, valueOf } from "./project-folder.js";
import { publishFiles } from "./publish-project.js";

const words = {
  case: "prospect / prospects",
  positive: "high-value customer / high-value customers",
  negative: "other prospect / other prospects",
  flagged: "picked",
  missed: "not picked",
};

/** 10,000 prospects, 1,000 of them high-value; the model picks 1,000, of which 850 rightly. A right pick brings £60. */
const counts = { tp: 850, fn: 150, fp: 150, tn: 8850 };

function planOf(action: unknown, more: object = {}, evaluation: object = { counts }): object {
  return {
    words,
    deployment: { base_rate: 0.1, out_of: 10_000 },
    costs: { currency: "GBP", action, miss: 60, ...more },
    evaluations: [{ id: "list", ...evaluation }],
  };
}

async function toldOf(plan: object): Promise<string> {
  const { documents } = await publishFiles(
    { "forthright.yaml": planFile(plan), "notes/model-card/verdict.md": "::budget\n" },
    { kinds: ["model-card"] },
  );
  return (documents[0]?.markdown ?? "").replaceAll("\u00A0", " ");
}

describe("money of an option", () => {
  it("has one range wherever it is told: that of costs, error rates and base rate", async () => {
    const rated = (base_rate: unknown): object => ({
      ...planOf({ value: 8, low: 7, high: 9 }),
      deployment: { base_rate, volume: { cases: 20_000, per: "month" } },
      documents: [
        {
          kind: "briefing",
          options: [
            { id: "none", name: "None", act: "none", in_use: true },
            { id: "all", name: "All", act: "all" },
          ],
        },
      ],
    });
    const assessment = await assessPlan(rated({ value: 0.1, low: 0.08, high: 0.13 }));
    const net = assessment.scenarios.find(({ id }) => id === "all")?.net;
    // 20,000 letters at 7 to 9 pounds bring 60 for each of 1,600 to 2,600 good customers.
    expect(net?.value).toBeCloseTo(-40_000, 6);
    expect(net?.low).toBeCloseTo(1_600 * 60 - 20_000 * 9, 6);
    expect(net?.high).toBeCloseTo(2_600 * 60 - 20_000 * 7, 6);
    const told = estimateAt(assessment, "net-gain[all]@all");
    expect(net?.low).toBeCloseTo(20 * (told.interval?.low ?? 0), 6);
    expect(net?.high).toBeCloseTo(20 * (told.interval?.high ?? 0), 6);
    const certain = await assessPlan(rated(0.1));
    expect(certain.scenarios.find(({ id }) => id === "all")?.net?.low).toBeCloseTo(
      2_000 * 60 - 20_000 * 9,
      6,
    );
  });
});

describe("the worked list: 10,000 prospects, v = £60", () => {
  it("c = £8: the model brings £43,000, contacting all loses £20,000, break-even at 13 of 100", async () => {
    const assessment = await assessPlan(planOf(8));
    // Told per 1,000 cases met: 43,000 and -20,000 of 10,000.
    expect(valueOf(assessment, "net-gain@all")).toBeCloseTo(4_300, 9);
    expect(valueOf(assessment, "net-gain[all]@all")).toBeCloseTo(-2_000, 9);
    expect(valueOf(assessment, "break-even-precision@all")).toBeCloseTo(8 / 60, 12);
    expect(valueOf(assessment, "wrong-per-right@all")).toBeCloseTo((60 - 8) / 8, 12);
    // FN (v - c) = 150 x 52 of 10,000.
    expect(valueOf(assessment, "missed-value@all")).toBeCloseTo((150 * 52) / 10, 9);
  });

  it("c = £8, in words", async () => {
    const text = await toldOf(planOf(8));
    expect(text).toContain(
      "For 10,000 prospects, acting on those picked gains about £43,000 against doing nothing (range £42,000 to £44,000).",
    );
    expect(text).toContain(
      "It breaks even when 13 of 100 picked are right. Here about 85 are (range 83 to 87).",
    );
    expect(text).toContain("Each right one pays for up to 6 wrong ones.");
    expect(text).toContain("Acting on all 10,000 prospects would lose about £20,000.");
    expect(text).toContain(
      "Had the 150 high-value customers not picked been picked too, that would have brought about £7,800 more (£6,700 to £9,000).",
    );
    expect(text).toContain("£8 for each case acted on (assumption)");
  });

  it("c = £55: break-even at 92 of 100 is above 85, the model loses £4,000, and nothing is best", async () => {
    const assessment = await assessPlan(planOf(55));
    expect(valueOf(assessment, "net-gain@all")).toBeCloseTo(-400, 9);
    expect(valueOf(assessment, "break-even-precision@all")).toBeCloseTo(55 / 60, 12);
    const text = await toldOf(planOf(55));
    expect(text).toContain("acting on those picked loses about £4,000 against doing nothing (range £");
    expect(text).toContain("It breaks even when 92 of 100 picked are right. Here about 85 are");
    expect(text).toContain("At these costs doing nothing loses least.");
    expect(text).toContain("One right one does not pay for one wrong one.");
  });

  it("is for the people the sentence names: a period where the volume is known", async () => {
    const plan = { ...planOf(8), deployment: { base_rate: 0.1, volume: { cases: 50_000, per: "month" } } };
    const text = await toldOf(plan);
    expect(text).toContain("For 50,000 prospects a month, acting on those picked gains about £220,000");
  });
});

describe("where the sign is not sure", () => {
  const small = { counts: { tp: 35, fn: 6, fp: 6, tn: 354 } };

  it("could gain or lose, whatever the middle is", async () => {
    // Precision 85 of 100 and break-even 80 of 100: the range of 35 of 41 and 6 of 360 spans it.
    const text = await toldOf(planOf(48, {}, small));
    expect(text).toMatch(/could gain or lose against doing nothing: −£[\d,]+ to £[\d,]+\./);
    expect(text).not.toMatch(/gains about|loses about/);
  });

  it("takes in the ranges of the costs: a list that gains at £8 may lose where acting may cost £55", async () => {
    const wide = await assessPlan(planOf({ value: 8, low: 8, high: 55 }));
    const { interval, value } = estimateAt(wide, "net-gain@all");
    expect(value).toBeCloseTo(4_300, 9);
    expect(interval?.low).toBeLessThan(-400);
    expect(await toldOf(planOf({ value: 8, low: 8, high: 55 }))).toContain("could gain or lose");
  });

  it("takes in the range of the base rate", async () => {
    const plan = planOf(8);
    const narrow = estimateAt(await assessPlan(plan), "net-gain@all").interval;
    const wide = estimateAt(
      await assessPlan({ ...plan, deployment: { base_rate: { value: 0.1, low: 0.05, high: 0.2 } } }),
      "net-gain@all",
    ).interval;
    expect(wide?.low).toBeLessThan((narrow?.low ?? 0) * 0.6);
    expect(wide?.high).toBeGreaterThan((narrow?.high ?? 0) * 1.8);
  });
});

describe("what is not known stays unsaid", () => {
  it("rates without counts give the money no range, and say so", async () => {
    const rates = { rates: { sensitivity: 0.85, specificity: 59 / 60 } };
    const plan = planOf({ value: 8, low: 7, high: 9 }, {}, rates);
    const { value, interval } = estimateAt(await assessPlan(plan), "net-gain@all");
    expect([Math.round(value ?? 0), interval]).toEqual([4_300, null]);
    expect(await toldOf(plan)).toContain("gains about £43,000 against doing nothing (range not known).");
  });

  it("without a base rate of use only the break-even is told", async () => {
    const plan = { ...planOf(8), deployment: {} };
    const assessment = await assessPlan(plan);
    expect(assessment.estimates.filter(({ metric }) => metric === "net-gain")).toEqual([]);
    const text = await toldOf(plan);
    expect(text).toContain("It breaks even when 13 of 100 picked are right.");
    expect(text).not.toMatch(/gains about|loses about|Acting on all/);
  });

  it("a log of real use has its own base rate", async () => {
    const plan = { ...planOf(8, {}, { counts, kind: "deployment" }), deployment: {} };
    expect(valueOf(await assessPlan(plan), "net-gain@all")).toBeCloseTo(4_300, 9);
  });

  it("without a cost of acting, or of a miss, there is no budget", async () => {
    for (const costs of [
      { currency: "GBP", miss: 60 },
      { currency: "GBP", action: 8 },
    ]) {
      const assessment = await assessPlan({ ...planOf(8), costs });
      expect(assessment.estimates.filter(({ metric }) => /net-gain|wrong-per/.test(metric))).toEqual([]);
    }
  });

  it("acting that costs as much as it saves never pays", async () => {
    expect(await toldOf(planOf(60))).toContain(
      "Acting costs as much as it can save, so no share of right ones is enough.",
    );
  });
});

it("false alarms with a cost of their own, and an effect under 1, by arithmetic of its own", async () => {
  const assessment = await assessPlan(planOf(8, { false_alarm: 3, effect: 0.5 }));
  // v = 0.5 x 60: 850 x 30 - 1,000 x 8 - 150 x 3 of 10,000.
  expect(valueOf(assessment, "net-gain@all")).toBeCloseTo((850 * 30 - 1_000 * 8 - 150 * 3) / 10, 9);
  expect(valueOf(assessment, "net-gain[all]@all")).toBeCloseTo((1_000 * 30 - 10_000 * 8 - 9_000 * 3) / 10, 9);
  expect(valueOf(assessment, "missed-value@all")).toBeCloseTo((150 * (30 - 8)) / 10, 9);
  expect(valueOf(assessment, "wrong-per-right@all")).toBeCloseTo((30 - 8) / (8 + 3), 12);
});
