import { describe, expect, it } from "vitest";

import { alphaByLook } from "../../src/stats/alpha-by-look.js";
import { normalCdf } from "../../src/stats/normal-cdf.js";
import { smallestDetectableRate } from "../../src/stats/smallest-detectable-rate.js";
import { assessPlan } from "../measure/project-folder.js";
import { expectClose } from "../stats/expect-close.js";

const counts = { tp: 90, fn: 10, fp: 50, tn: 950 };

describe("stages of a rollout", () => {
  const plan = {
    evaluations: [{ id: "e", counts }],
    criteria: [
      { id: "AC-1", metric: "recall", at_least: 0.7 },
      { id: "AC-2", metric: "false-alarms", at_most: 0.01, importance: "should" },
    ],
    rollout: {
      stages: [
        { name: "Shadow", entry: ["AC-1"] },
        {
          name: "5 in 100",
          share: 0.05,
          entry: ["AC-1", "AC-2"],
          min_cases: 1_000,
          looks: 3,
          guardrails: [{ signal: "False alarms", rate: 0.05 }, { signal: "Support calls" }],
        },
      ],
    },
  };

  it("carry the verdict of their entry criteria, each of which has to pass", async () => {
    const { stages, rollout } = await assessPlan(plan);
    expect(stages.map(({ entry_verdict }) => entry_verdict)).toEqual(["go", "no-go"]);
    expect(rollout).toBe("Shadow, 5 in 100");
  });

  it("say the smallest harm that their least exposure would show, at the level of the last look", async () => {
    const { stages } = await assessPlan(plan);
    const [, second] = stages;
    const level = alphaByLook(3).at(-1) ?? NaN;
    expect(second?.alpha_by_look).toEqual(alphaByLook(3));
    expect(second?.detectable).toEqual([
      {
        signal: "False alarms",
        rate: 0.05,
        detects: smallestDetectableRate(1_000, 0.05, "rise", 0.8, level),
      },
    ]);
    // G17b: 1,000 per arm at 5 in 100 show a rise to 8.1 in 100; looking three times costs a little.
    expect(second?.detectable[0]?.detects).toBeGreaterThan(0.081);
    expect(second?.detectable[0]?.detects).toBeLessThan(0.084);
  });

  it("as a plain line are none", async () => {
    const { stages, rollout } = await assessPlan({
      evaluations: [{ id: "e", counts }],
      rollout: "In two steps",
    });
    expect([stages, rollout]).toEqual([[], "In two steps"]);
  });
});

describe("alphaByLook", () => {
  it("adds up to the level, little of it early", () => {
    for (const looks of [1, 2, 5, 12]) {
      const levels = alphaByLook(looks);
      expectClose(
        levels.reduce((sum, level) => sum + level, 0),
        0.05,
        1e-12,
      );
      expect([...levels].sort((a, b) => a - b)).toEqual(levels);
    }
    expect(alphaByLook(1)[0]).toBeCloseTo(0.05, 12);
  });
  it("spends at the half what the closed form says: 4 (1 - Phi(2.2414 / sqrt(.5)))", () => {
    expectClose(alphaByLook(2)[0], 4 * normalCdf(-2.241402727604947 / Math.SQRT1_2), 1e-9);
  });
  it("refuses no look", () => {
    expect(() => alphaByLook(0)).toThrow("Unexpected looks 0, expected an integer >= 1");
  });
});

describe("a rollback", () => {
  const trigger = { signal: "Misses", threshold: "twice the usual", action: "rollback" };
  const plan = (older: object, version = "1.0") => ({
    model: { name: "Small model", version: "2.0" },
    evaluations: [
      { id: "new", counts, model_version: "2.0" },
      { id: "old", counts: older, model_version: "1.0" },
    ],
    criteria: [{ id: "AC-1", metric: "recall", at_least: 0.7, evaluation: "new" }],
    rollback: { triggers: [{ ...trigger, target: { version } }] },
  });

  it.each([
    ["keeps every must", counts, "1.0", "go", []],
    ["fails a must", { ...counts, tp: 40, fn: 60 }, "1.0", "no-go", ["finding.rollback-target.fails"]],
    [
      "is open on a must",
      { ...counts, tp: 8, fn: 2 },
      "1.0",
      "conditional",
      ["finding.rollback-target.unknown"],
    ],
    ["was never tested", counts, "0.9", "unknown", ["finding.rollback-target.unknown"]],
  ] as const)("to a version that %s", async (_, older, version, verdict, messages) => {
    const { triggers, findings, rollback } = await assessPlan(plan(older, version));
    expect(triggers.map(({ target_verdict }) => target_verdict)).toEqual([verdict]);
    const told = findings.filter(({ rule }) => rule === "rollback-target").map(({ message }) => message);
    expect(told).toEqual(messages);
    expect(rollback).toBe("Misses: twice the usual");
  });

  it("that only alerts names no version, and none is judged", async () => {
    const { triggers } = await assessPlan({
      evaluations: [{ id: "e", counts }],
      rollback: { triggers: [{ ...trigger, action: "alert" }] },
    });
    expect(triggers.map(({ target_verdict }) => target_verdict)).toEqual([null]);
  });
});
