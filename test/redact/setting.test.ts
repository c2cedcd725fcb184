import { beforeAll, describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import { audiences } from "../../src/model/plan.js";
import { redact } from "../../src/redact/redact.js";
import { groupsCsv } from "../find/small-csv.js";
import { assessFiles, planFile } from "../measure/project-folder.js";
import { publishAssessment } from "../measure/publish-project.js";

const outside = ["customer", "public"] as const;

async function assessed(disclosure?: object): Promise<Assessment> {
  return assessFiles({
    "data.csv": groupsCsv({
      north: { tp: 80, fn: 20, fp: 40, tn: 360 },
      south: { tp: 40, fn: 60, fp: 20, tn: 380 },
    }),
    "forthright.yaml": planFile({
      ...(disclosure === undefined ? {} : { disclosure }),
      deployment: { threshold: 0.5, base_rate: 0.2, volume: { cases: 1_000, per: "month" } },
      costs: { currency: "EUR", miss: 300, action: 10 },
      evaluations: [{ id: "e", data: "data.csv", label: "y", positive: 1, score: "s", slices: ["group"] }],
      criteria: [{ id: "AC-1", metric: "recall", at_least: 0.6, slice: "each:group" }],
      documents: ["briefing", "model-card"].map((kind) => ({
        kind,
        decision: { ask: 'Flag from :option{id="now" part="threshold"} on.' },
        options: [
          { id: "now", name: "As now", ask: true },
          { id: "more", name: "More", threshold: 0.05 },
        ],
      })),
    }),
  });
}

let whole: Assessment;

beforeAll(async () => {
  whole = await assessed();
});

describe.each(outside)("the %s edition", (audience) => {
  it("knows no cut-off, no counts by score, no costs and no option", () => {
    const told = redact(whole, audience);
    expect(told.held).toEqual(["cut-off", "trade-off", "groups", "costs"]);
    expect(told.evaluations.map(({ threshold }) => threshold)).toEqual([null]);
    expect(told.deployment.threshold).toBeNull();
    expect(told.estimates.filter(({ threshold }) => threshold !== null)).toEqual([]);
    expect(told.distributions).toEqual([]);
    expect(told.costs).toBeNull();
    expect(told.scenarios).toEqual([]);
    expect(told.documents.flatMap(({ options = [] }) => options)).toEqual([]);
    expect(told.estimates.filter(({ unit, value }) => unit === "money" && value !== null)).toEqual([]);
  });

  it("tells of a group how honest cases fare, and not where the others get through", () => {
    const own = redact(whole, audience).estimates.filter(({ slice }) => slice === "group=south");
    const value = (metric: string) => own.find((estimate) => estimate.metric === metric)?.value;
    expect(value("false-alarms")).toBeCloseTo(0.05, 12);
    expect(value("recall")).toBeNull();
    expect(value("excess-misses")).toBeNull();
    expect(value("precision-test")).toBeNull();
  });

  it("keeps what a criterion on a group found, without the bound", () => {
    const { criteria } = redact(whole, audience);
    expect(criteria.map(({ verdict }) => verdict).sort()).toEqual(["fail", "pass"]);
    expect(criteria.map(({ limit }) => limit)).toEqual([null, null]);
  });

  it("never says that nobody gave what it holds back", async () => {
    const documents = await publishAssessment(whole, { audience });
    const text = documents.map(({ markdown }) => markdown).join("\n");
    expect(text).toContain("told in other editions");
    expect(text).not.toMatch(
      /No threshold given|No costs are given|Threshold \| not given|none in the test|no share of right/,
    );
    expect(
      documents.flatMap(({ messages }) => messages.filter(({ severity }) => severity === "error")),
    ).toEqual([]);
  });
});

it.each(["internal", "auditor", "executive"] as const)("the %s edition knows the setting", (audience) => {
  expect(redact(whole, audience).held).toEqual([]);
  expect(redact(whole, audience).evaluations[0]?.threshold).toBe(0.5);
});

it("a plan may open each fact on its own", async () => {
  const open = await assessed({ cut_off: "public", groups: "customer" });
  expect(redact(open, "customer").held).toEqual(["trade-off", "costs"]);
  expect(redact(open, "public").held).toEqual(["trade-off", "groups", "costs"]);
  expect(redact(open, "public").evaluations[0]?.threshold).toBe(0.5);
  expect(audiences.every((audience) => redact(open, audience).evaluations[0]?.threshold === 0.5)).toBe(true);
});
