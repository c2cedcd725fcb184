import { describe, expect, it } from "vitest";

import { measure } from "../../src/measure/measure.js";
import { planSchema } from "../../src/model/plan.js";
import type { Estimate } from "../../src/model/assessment.js";
import { seededRandom } from "../../src/stats/random.js";
import { resampleInWorkers } from "../../src/workers/resample-scores.js";
import { countInMemory } from "./count-in-memory.js";

const random = seededRandom(3);
const rows = Array.from({ length: 1_200 }, (_, index) => {
  const score = Math.round(random() * 1_000) / 1_000;
  return {
    y: random() < score ? 1 : 0,
    s: score,
    group: index % 3 === 0 ? "a" : "b",
    who: `p${index % 300}`,
  };
});

async function estimatesOf(keys: object, threads = false): Promise<readonly Estimate[]> {
  const plan = planSchema.parse({
    schema: 1,
    model: { name: "Drawn" },
    deployment: { threshold: 0.5 },
    costs: { currency: "EUR", miss: 30, false_alarm: 4 },
    evaluations: [
      { id: "e", data: "data.csv", label: "y", positive: 1, score: "s", slices: ["group"], ...keys },
    ],
  });
  const source = {
    path: "data.csv",
    copy: "/data.csv",
    format: "csv" as const,
    sha256: "0".repeat(64),
    bytes: 0,
    header: [],
    delimiter: ",",
    rowsAtMost: rows.length,
  };
  const { evidence } = await measure({
    project: { root: "/", plan, places: {}, notes: [], limitations: [], messages: [] },
    sources: { e: { data: source } },
    ask: countInMemory(rows),
    date: null,
    ...(threads ? { resample: resampleInWorkers(() => undefined) } : {}),
  });
  return evidence.estimates;
}

const get = (estimates: readonly Estimate[], id: string): Estimate => {
  const found = estimates.find((estimate) => estimate.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

describe("drawn intervals", () => {
  it("are absent where the plan does not ask for them", async () => {
    const estimates = await estimatesOf({});
    expect(get(estimates, "ece@all")).toMatchObject({ interval: null, reason: "no-interval-index" });
    expect(get(estimates, "net-benefit@all").interval).toBeNull();
  });
  it("stand beside ECE and average precision, name their draws and seed, and hold the value", async () => {
    const estimates = await estimatesOf({ resample: 400 });
    for (const id of ["ece@all", "ece@group=a", "average-precision@all"]) {
      const { value, interval, reason } = get(estimates, id);
      expect(reason).toBeNull();
      expect(interval?.method).toMatch(/^bootstrap, percentile \(400 draws, seed \d+\)$/);
      expect(interval?.low).toBeLessThanOrEqual(value ?? -1);
      expect(interval?.high).toBeGreaterThanOrEqual(value ?? 2);
    }
    // Where a formula serves, it stays.
    expect(get(estimates, "roc-auc@all").interval?.method).toBe("DeLong");
    expect(get(estimates, "recall@all").interval?.method).toBe("Wilson");
  });
  it("tell how sure the net benefit is", async () => {
    const { value, interval } = get(await estimatesOf({ resample: 400 }), "net-benefit@all");
    expect(interval?.method).toMatch(/^bootstrap/);
    expect(interval?.low).toBeLessThan(value ?? 0);
    expect(interval?.high).toBeGreaterThan(value ?? 0);
  });
  it("draw subjects where rows share them", async () => {
    const { interval } = get(await estimatesOf({ resample: 400, subject: "who" }), "ece@all");
    expect(interval?.method).toMatch(/draws of subjects/);
  });
  it("are the same in threads of their own", async () => {
    expect(await estimatesOf({ resample: 400 }, true)).toEqual(await estimatesOf({ resample: 400 }));
  });
});
