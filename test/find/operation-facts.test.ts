import { describe, expect, it } from "vitest";

import { redact } from "../../src/redact/redact.js";
import { assessFiles, assessPlan, planFile } from "../measure/project-folder.js";

const counts = { tp: 90, fn: 10, fp: 50, tn: 950 };
const evaluations = [{ id: "e", counts }];

const arms = [
  { name: "version 3.1", share: 0.5 },
  { name: "version 3.2", share: 0.5 },
];
const withUnits = (first: number, second: number) => [
  { ...arms[0], units: first },
  { ...arms[1], units: second },
];
const outcome = { name: "honest applicants stopped", rate: 0.03, harm: 0.05 };
const experiment = { unit: "applicant", arms, outcome, min_units: 1_506 };

describe("an experiment", () => {
  it("shows the harm for which it was sized: 1,506 in each arm tell 3 of 100 from 5 (R power.prop.test)", async () => {
    const { experiment: facts } = await assessPlan({ evaluations, experiment });
    expect(facts?.needed).toBe(1_506);
    expect(facts?.detects).toBeCloseTo(0.05, 4);
    expect(facts?.alpha_by_look).toHaveLength(1);
    expect(facts?.sample_ratio_p).toBeNull();
  });

  it("needs more units the more often it is looked at, and sees less with the same", async () => {
    const { experiment: facts } = await assessPlan({ evaluations, experiment: { ...experiment, looks: 4 } });
    expect(facts?.needed).toBeGreaterThan(1_506);
    expect(facts?.detects).toBeGreaterThan(0.05);
  });

  it("of something better when higher looks for a fall", async () => {
    const better = { name: "passed", rate: 0.9, better: "higher", harm: 0.88 };
    const { experiment: facts } = await assessPlan({
      evaluations,
      experiment: { ...experiment, outcome: better, min_units: 3_213 },
    });
    // G17: 90 against 92 of 100 needs 3,213; downwards from 90 the rates lie nearer to one half.
    expect(facts?.detects).toBeLessThan(0.88);
    expect(facts?.needed).toBeGreaterThan(3_213);
  });

  it("that is split unevenly is told by its p, and only once all arms are counted", async () => {
    const of = async (units: object[]) =>
      (await assessPlan({ evaluations, experiment: { ...experiment, arms: units } })).experiment;
    expect((await of(withUnits(821_588, 815_482)))?.sample_ratio_p).toBeLessThan(0.001);
    expect((await of(withUnits(5_012, 4_988)))?.sample_ratio_p).toBeGreaterThan(0.5);
    expect((await of([withUnits(5, 5)[0] ?? {}, arms[1] ?? {}]))?.sample_ratio_p).toBeNull();
  });

  it("with a harm that is none is a mistake of the plan", async () => {
    const plan = { evaluations, experiment: { ...experiment, outcome: { ...outcome, harm: 0.02 } } };
    await expect(assessPlan(plan)).rejects.toThrow("Unexpected harm 0.02");
  });
});

describe("a labelling plan", () => {
  const classes = [
    { name: "fraud", means: "somebody meant to deceive" },
    { name: "honest", means: "nobody did" },
  ];
  const labelling = {
    classes,
    cases: { cases: 2_000, per: "month" },
    double: 0.1,
    pass_through: { share: 0.01 },
    kappa: { at_least: 0.7, expected: 0.8 },
  };
  const deployment = { base_rate: 0.1, volume: { cases: 30_000, per: "month" } };

  it("is told with what follows from its numbers", async () => {
    const { labelling: facts } = await assessPlan({ evaluations, deployment, labelling });
    expect(facts?.doubled).toBe(200);
    expect(facts?.passed_through).toEqual({ cases: 300, positives: 30, per: "month" });
    // Bloch and Kraemer's variance at kappa 0.8 and a share of 0.1, by hand: 1.0427 * 2.7055 / 0.01.
    expect(facts?.kappa_needed).toBe(283);
    expect([facts?.kappa_estimate, facts?.kappa_verdict]).toEqual([null, "not-measured"]);
  });

  it("without volume, base rate or expectation leaves open what would follow from them", async () => {
    const { labelling: facts } = await assessPlan({
      evaluations,
      labelling: { classes, pass_through: { share: 0.01 }, kappa: { at_least: 0.7 } },
    });
    expect([facts?.doubled, facts?.passed_through, facts?.kappa_needed]).toEqual([null, null, null]);
  });

  it("holds the measured agreement against its target, by the ends of its range", async () => {
    const rows = (agree: number, differ: number) =>
      [
        ["1,1", agree],
        ["0,0", agree],
        ["1,0", differ],
        ["0,1", differ],
      ].flatMap(([row, times]) => Array.from({ length: Number(times) }, () => String(row)));
    const of = async (agree: number, differ: number) => {
      const plan = {
        evaluations: [{ id: "twice", task: "labels", data: "data/l.csv", annotators: ["a", "b"] }],
        labelling: { classes, kappa: { at_least: 0.7, rarer: 0.5 } },
      };
      const text = `a,b\n${rows(agree, differ).join("\n")}\n`;
      return (await assessFiles({ "forthright.yaml": planFile(plan), "data/l.csv": text })).labelling;
    };
    // Kappa is 2 p - 1 of balanced labels: 0.9, 0.74 with few cases, 0.4.
    expect((await of(380, 20))?.kappa_verdict).toBe("pass");
    expect((await of(87, 13))?.kappa_verdict).toBe("inconclusive");
    const poor = await of(280, 120);
    expect([poor?.kappa_verdict, poor?.kappa_needed]).toEqual(["fail", null]);
    expect(poor?.kappa_estimate).toBe("cohen-kappa@all");
  });

  it("that names an evaluation which is not there is a mistake of the plan", async () => {
    const plan = { evaluations, labelling: { classes, kappa: { at_least: 0.7, evaluation: "twice" } } };
    await expect(assessPlan(plan)).rejects.toThrow('Unexpected evaluation "twice"');
  });
});

describe("a trigger with its rule in numbers", () => {
  const trigger = { signal: "Refusals", threshold: "above 9 of 100 on two days", action: "alert" };
  const watch = { cases: 100, per: "day", usual: 0.05, above: 0.09, windows: 2, harm: 0.15 };

  it("says how often it alarms for nothing and how late it notices", async () => {
    const { triggers } = await assessPlan({ evaluations, rollback: { triggers: [{ ...trigger, watch }] } });
    // Ten or more of 100 at 5: 0.0281883, so (p^-2 - 1) / (1 - p) days. At 15 of 100: 0.944908.
    expect(triggers[0]?.false_alarm_windows).toBeCloseTo(1_294, 0);
    expect(triggers[0]?.delay_windows).toBeCloseTo((0.944_908 ** -2 - 1) / (1 - 0.944_908), 2);
  });

  it("says neither without it, and never more than a million windows", async () => {
    const rare = { ...watch, above: 0.9, harm: undefined };
    const { triggers } = await assessPlan({
      evaluations,
      rollback: { triggers: [trigger, { ...trigger, watch: rare }] },
    });
    expect(triggers.map((one) => [one.false_alarm_windows, one.delay_windows])).toEqual([
      [null, null],
      [1_000_000, null],
    ]);
  });
});

describe("what a plan names in its operation", () => {
  const monitoring = [{ signal: "s", threshold: "t", owner: "o", limitations: ["LIM-0001"] }];

  it("has to exist: limitations, criteria, and days in their order", async () => {
    await expect(assessPlan({ evaluations, monitoring })).rejects.toThrow('Unexpected limitation "LIM-0001"');
    const accepted = { criterion: "AC-9", by: "x", on: "2026-10-02", until: "2026-10-01", restriction: "r" };
    const plan = { evaluations, acceptance: { may_accept: "COO", accepted: [accepted] } };
    await expect(assessPlan(plan)).rejects.toThrow('Unexpected criterion "AC-9"');
    await expect(assessPlan(plan)).rejects.toThrow("Unexpected until 2026-10-01");
  });

  it("reaches nobody outside, and an auditor only with limitations that an auditor may see", async () => {
    const record = (id: string, disclosure: string) =>
      `---\nid: ${id}\ntitle: x\ntype: COV\ndisclosure: ${disclosure}\n---\n`;
    const assessment = await assessFiles({
      "forthright.yaml": planFile({
        evaluations,
        monitoring: [{ ...monitoring[0], limitations: ["LIM-0001", "LIM-0002"] }],
        experiment: { ...experiment, arms: withUnits(40, 5) },
        rollback: { triggers: [{ signal: "Secret signal", threshold: "7", action: "alert" }] },
      }),
      "limitations/a.md": record("LIM-0001", "internal"),
      "limitations/b.md": record("LIM-0002", "auditor"),
    });
    const auditor = redact(assessment, "auditor");
    expect(auditor.monitoring[0]?.limitations).toEqual(["LIM-0002"]);
    expect(auditor.experiment?.arms).toEqual(arms);
    expect(auditor.experiment?.sample_ratio_p).toBeNull();
    const customer = redact(assessment, "customer");
    expect([customer.monitoring, customer.experiment, customer.rollback]).toEqual([[], null, null]);
    expect(JSON.stringify(customer)).not.toContain("Secret signal");
  });
});
