import { beforeAll, describe, expect, it } from "vitest";

import type { Assessment, Limitation } from "../../../src/model/assessment.js";
import type { Risk } from "../../../src/model/risk.js";
import { assessFiles, estimateAt, planFile } from "../../measure/project-folder.js";
import { groupsCsv } from "../small-csv.js";

/** Cases a month: 15 a day, a month being a twelfth of 365.25 days. */
const cases = 456.5625;

const plan = {
  deployment: {
    threshold: 0.5,
    base_rate: { value: 0.1, low: 0.05, high: 0.2 },
    volume: { cases: 15, per: "day" },
  },
  costs: { currency: "EUR", miss: { value: 100, low: 50, high: 300 }, action: 4 },
  evaluations: [
    {
      id: "e",
      data: "data.csv",
      label: "y",
      positive: 1,
      score: "s",
      slices: ["group"],
      collected: "2026-01-01/2026-03-31",
    },
  ],
  documents: [{ kind: "limitation-portfolio" }],
};

/** Half of the positives of group a are missed, and one in ten of its negatives is flagged. */
const data = groupsCsv({
  a: { tp: 20, fn: 20, fp: 16, tn: 144 },
  b: { tp: 54, fn: 6, fp: 37, tn: 703 },
});

function record(id: string, more: object): [string, string] {
  const front = { id, title: `${id} is weak`, type: "UNM", owner: "Somebody", ...more };
  return [`limitations/${id}.md`, `---\n${JSON.stringify(front)}\n---\n`];
}

const records = [
  record("LIM-0001", {
    type: "SLC",
    affected: { slice: "group=a" },
    evidence: ["recall@group=a"],
    harm_class: 3,
    appeal: { possible: false },
  }),
  record("LIM-0002", {
    evidence: ["false-alarms@group=a"],
    affected: { slice: "group=a", share_of_traffic: 0.5 },
  }),
  record("LIM-0003", { harm_class: 2 }),
  record("LIM-0004", { harm_class: 1, likelihood: { level: 1, reason: "Nobody complained" } }),
  record("LIM-0005", {
    harm_class: 5,
    evidence: ["recall@all"],
    likelihood: { level: 2, reason: "A person looks" },
  }),
  record("LIM-0006", {
    harm_class: 3,
    evidence: ["recall@all"],
    severity: { level: 2, reason: "All are repaid" },
  }),
  record("LIM-0007", { harm_class: 4, evidence: ["base-rate@all"] }),
  record("LIM-0008", { harm_class: 4, status: "closed" }),
];

let assessment: Assessment;

beforeAll(async () => {
  assessment = await assessFiles({
    "data.csv": data,
    "forthright.yaml": planFile(plan),
    ...Object.fromEntries(records),
  });
});

function limitation(id: string): Limitation {
  const found = assessment.limitations.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no ${id}`);
  return found;
}

function risk(id: string): Risk {
  const found = limitation(id).risk;
  if (found === null) throw new Error(`${id} has no risk`);
  return found;
}

describe("likelihood", () => {
  // beta.ppf(0.95, 21, 20) of scipy: the share of misses that 20 of 40 does not rule out.
  const upper = 0.6389083400016622;

  it("follows the one-sided bound of the rate times the positives of the slice, point and bound kept", () => {
    const { rate, exposure, events, likelihood, estimate } = risk("LIM-0001");
    expect(estimate).toBe("recall@group=a");
    expect(rate?.point).toBeCloseTo(0.5, 12);
    expect(rate?.upper).toBeCloseTo(upper, 9);
    // 40 of 100 positives lie in the slice; the base rate is 0.1 and may be 0.2.
    expect(exposure?.point).toBeCloseTo(cases * 0.1 * 0.4, 9);
    expect(exposure?.upper).toBeCloseTo(cases * 0.2 * 0.4, 9);
    expect(events?.point).toBeCloseTo(9.13125, 9);
    expect(events?.upper).toBeCloseTo(upper * cases * 0.2 * 0.4, 6);
    expect(likelihood).toMatchObject({ point: 3, upper: 4, basis: "measured", given: null });
  });

  it("takes the negatives for false alarms, by the lower base rate, and the author's share of the cases", () => {
    const { rate, exposure, events } = risk("LIM-0002");
    expect(rate?.point).toBeCloseTo(0.1, 12);
    expect(rate?.upper).toBeCloseTo(0.14791735768024108, 9);
    expect(exposure?.point).toBeCloseTo(cases * 0.9 * 0.5, 9);
    expect(exposure?.upper).toBeCloseTo(cases * 0.95 * 0.5, 9);
    expect(events?.upper).toBeCloseTo(0.14791735768024108 * cases * 0.95 * 0.5, 6);
  });

  it("is at least 3 where nothing was measured, whatever the author set, with grade E0", () => {
    expect(risk("LIM-0003")).toMatchObject({
      likelihood: { point: null, upper: 3, basis: "untested" },
      grade: "E0",
    });
    expect(risk("LIM-0004")).toMatchObject({
      likelihood: {
        upper: 3,
        basis: "untested",
        given: { level: 1, reason: "Nobody complained", computed: null },
      },
      grade: "E0",
    });
  });

  it("is the author's with a reason where something was measured, and the numbers stay", () => {
    const { likelihood, events } = risk("LIM-0005");
    expect(likelihood).toMatchObject({
      point: 2,
      upper: 2,
      given: { level: 2, reason: "A person looks", computed: 4 },
    });
    expect(events?.point).toBeCloseTo(cases * 0.1 * 0.26, 9);
  });

  it("cannot be estimated from evidence without a rate of errors", () => {
    expect(risk("LIM-0007").likelihood).toEqual({ point: null, upper: null, basis: "no-rate", given: null });
  });
});

describe("severity", () => {
  it("is one graver without appeal", () => {
    expect(risk("LIM-0001").severity).toEqual({ point: 4, upper: 4, raised: ["no-appeal"], given: null });
  });

  it("is the author's with a reason, and nobody's where no harm was named", () => {
    expect(risk("LIM-0006").severity).toMatchObject({
      upper: 2,
      given: { level: 2, reason: "All are repaid", computed: 3 },
    });
    expect(risk("LIM-0002").severity).toBeNull();
  });
});

describe("the register", () => {
  it("tells expected harm a month in money, beyond all others, at the outer costs", () => {
    const { value, interval } = estimateAt(assessment, "excess-misses@group=a");
    const harm = risk("LIM-0001").harm;
    expect(harm).toMatchObject({ unit: "money", reference: "others" });
    expect(harm?.value).toBeCloseTo((value ?? NaN) * cases * 100, 9);
    expect(harm?.low).toBeCloseTo((interval?.low ?? NaN) * cases * 50, 9);
    expect(harm?.high).toBeCloseTo((interval?.high ?? NaN) * cases * 300, 9);
  });

  it("escalates what is grave and not rare, also where nobody can say how rare, but nothing that is closed", () => {
    const escalated = assessment.limitations.filter((one) => one.risk?.escalated).map(({ id }) => id);
    expect(escalated.sort()).toEqual(["LIM-0001", "LIM-0007"]);
  });

  it("has what may not be released first, then expected harm, then what has no size, closed ones last", () => {
    const declared = assessment.limitations.filter(({ origin }) => origin === "declared");
    expect(declared.map(({ id }) => id)).toEqual([
      "LIM-0001",
      "LIM-0007",
      ...["LIM-0005", "LIM-0006", "LIM-0002"],
      ...["LIM-0003", "LIM-0004"],
      "LIM-0008",
    ]);
  });

  it("lets a declared record absorb what a search found of its slice", () => {
    expect(limitation("LIM-0001")).toMatchObject({ origin: "declared", found_by: ["weak-slice"] });
    const grown = assessment.limitations.filter(({ origin }) => origin === "weak-slice");
    expect(grown).toEqual([]);
  });
});

describe("without declared records", () => {
  async function found(more: object = {}): Promise<Limitation[]> {
    const own = await assessFiles({ "data.csv": data, "forthright.yaml": planFile({ ...plan, ...more }) });
    return own.limitations.filter(({ origin }) => origin === "weak-slice");
  }

  it("a limitation that a search found keeps its id when others come or go", async () => {
    const [own] = await found();
    const extra = { criteria: [{ id: "AC-1", metric: "recall", at_least: 0.99 }] };
    const again = await found(extra);
    expect(own?.id).toMatch(/^FND-\d{4}$/);
    expect(again.map(({ id }) => id)).toContain(own?.id);
    expect(own?.found_by).toEqual(["weak-slice"]);
  });

  it("counts wrong decisions where the plan gives no cost, and nothing without a volume", async () => {
    const [counted] = await found({ costs: undefined });
    expect(counted?.risk?.harm?.unit).toBe("cases");
    const [unknown] = await found({ deployment: { threshold: 0.5, base_rate: 0.1 } });
    expect(unknown?.risk).toMatchObject({ harm: null, likelihood: { upper: null, basis: "no-volume" } });
  });
});
