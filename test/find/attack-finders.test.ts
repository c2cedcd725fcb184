import { describe, expect, it } from "vitest";

import { pooledAttackRate } from "../../src/find/finders/pooled-attack-rate.js";
import { estimateOf } from "../../src/measure/estimate.js";
import { missing } from "../../src/metrics/metric.js";
import type { Estimate } from "../../src/model/assessment.js";
import { findIn } from "./find-in-memory.js";

const place = {
  evaluation: "letter",
  prefix: "",
  slice: "all",
  threshold: null,
  baseRate: null,
  evidence: "plan",
};

function reported(id: string, facet?: string): Estimate {
  const metric = { id, of: "positives", unit: "share", origin: "measured" } as const;
  const own = facet === undefined ? place : { ...place, facet };
  return {
    ...estimateOf(metric, { ...missing("reported-without-counts"), value: 0.015 }, own),
    origin: "reported",
  };
}

/** What the finder says of evidence that holds these estimates beside some cases. */
async function messagesOn(estimates: Estimate[]): Promise<string[]> {
  const { evidence } = await findIn([
    { positive: true, score: 0.9, groups: {} },
    { positive: false, score: 0.1, groups: {} },
  ]);
  return pooledAttackRate
    .find({ ...evidence, estimates, criteria: [], triggers: [] })
    .map(({ message }) => message);
}

describe("pooled-attack-rate", () => {
  it.each(["acer", "ACER", "hter"])("speaks on a reported mean: %s", async (metric) => {
    expect(await messagesOn([reported(metric)])).toEqual(["finding.pooled-attack-rate.mean"]);
  });
  it.each(["apcer", "iapar", "dfar"])("speaks on a reported rate without its species: %s", async (metric) => {
    expect(await messagesOn([reported(metric)])).toEqual(["finding.pooled-attack-rate.unnamed"]);
  });
  it("is silent where the species is named, and on what was measured", async () => {
    const measured: Estimate = { ...reported("apcer"), origin: "measured" };
    expect(await messagesOn([reported("apcer", "mask"), reported("bpcer"), measured])).toEqual([]);
  });
});
