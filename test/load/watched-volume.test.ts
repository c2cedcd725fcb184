import { describe, expect, it } from "vitest";

import { assessPlan, assessFiles, planFile } from "../measure/project-folder.js";

const evaluations = [{ id: "e", counts: { tp: 90, fn: 10, fp: 50, tn: 950 } }];
/** 30,000 a month are 30,000 x 12 / 365.25 = 985.6 a day; a tenth of them is 98.6. */
const deployment = { volume: { cases: 30_000, per: "month" } };
const watched = (cases: number, per: string, more: object = {}) => ({
  triggers: [
    {
      signal: "Stopped",
      threshold: "above 55 of 1,000",
      action: "alert",
      watch: { cases, per, usual: 0.04, above: 0.055 },
      ...more,
    },
  ],
});
const rollout = {
  stages: [
    { name: "Shadow", share: 0 },
    { name: "One in ten", share: 0.1 },
    { name: "All", share: 1 },
  ],
};
const plan = (more: object) => ({ evaluations, deployment, ...more });

describe("a rule that waits for more cases than come in", () => {
  it.each([
    [
      "of a day",
      watched(986, "day"),
      "986 cases per day, expected at most 985, as many as come in by deployment.volume",
    ],
    ["of a week", watched(6_900, "week"), "6900 cases per week, expected at most 6899"],
  ])("%s is told", async (_, rollback, message) => {
    await expect(assessPlan(plan({ rollback }))).rejects.toThrow(message);
  });

  it("is told of the stage that has too few, unless it is not judged there", async () => {
    const rollback = watched(99, "day");
    await expect(assessPlan(plan({ rollout, rollback }))).rejects.toThrow(
      '99 cases per day, expected at most 98, as many as come in by stage "One in ten"',
    );
    const whole = await assessPlan(plan({ rollout, rollback: watched(99, "day", { stages: ["All"] }) }));
    expect(whole.triggers[0]?.stages).toEqual(["All"]);
    const small = await assessPlan(plan({ rollout, rollback: watched(98, "day") }));
    expect(small.triggers).toHaveLength(1);
  });

  it("stands at its line of the plan", async () => {
    const files = { "forthright.yaml": planFile(plan({ rollback: watched(5_000, "day") })) };
    const line = files["forthright.yaml"].split("\n").findIndex((text) => text.includes('"watch"')) + 1;
    const failed: unknown = await assessFiles(files).catch((error: unknown) => error);
    expect(failed).toMatchObject({ messages: [{ place: { file: "forthright.yaml", line } }] });
  });

  it("names a stage that is not there", async () => {
    const rollback = watched(90, "day", { stages: ["Al"] });
    await expect(assessPlan(plan({ rollout, rollback }))).rejects.toThrow('Unexpected stage "Al"');
  });

  it("is a signal that is watched daily, too; of other cadences nothing is known", async () => {
    const signal = { signal: "Stopped", threshold: "above 5 of 100", owner: "Operations", min_n: 1_000 };
    const of = (cadence: string) => assessPlan(plan({ monitoring: [{ ...signal, cadence }] }));
    await expect(of("daily")).rejects.toThrow("1000 cases per day, expected at most 985");
    await expect(of("weekly")).resolves.toBeDefined();
    await expect(of("after each release")).resolves.toBeDefined();
  });

  it("and without a volume nothing is told", async () => {
    await expect(assessPlan({ evaluations, rollback: watched(1_000_000, "hour") })).resolves.toBeDefined();
  });
});
