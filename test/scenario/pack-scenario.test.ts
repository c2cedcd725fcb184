import { describe, expect, it } from "vitest";

import type { ScenarioData } from "../../src/model/scenario-data.js";
import { packageFile } from "../../src/package-file.js";
import { assess } from "../../src/pipeline.js";
import { packScenario } from "../../src/scenario/pack-scenario.js";
import { unpackScenario } from "../../src/scenario/unpack-scenario.js";
import { scenarioDataFor } from "./scenario-data-for.js";

const { assessment } = await assess(packageFile("examples/application-fraud"));
const data = await scenarioDataFor(assessment, {});

function readBack(own: ScenarioData): unknown {
  return unpackScenario(JSON.parse(JSON.stringify(packScenario(own))) as ReturnType<typeof packScenario>);
}

function withHistogram(histogram: Partial<ScenarioData["histogram"]>): ScenarioData {
  return { ...data, histogram: { ...data.histogram, ...histogram } };
}

describe("what a page carries for its sliders", () => {
  it("is read back as it was, in half the letters", async () => {
    expect(data.histogram.clusters).not.toBeNull();
    expect(readBack(data)).toEqual(data);
    const shared = await scenarioDataFor(assessment, { audience: "executive", lang: "de" });
    expect(readBack(shared)).toEqual(shared);
    expect(JSON.stringify(packScenario(data)).length).toBeLessThan(0.65 * JSON.stringify(data).length);
  });

  it.each([
    ["uneven edges", { edges: [0, 0.1, 0.25, 0.7], positives: [0, 1, 2, 3], negatives: [3, 2, 1, 0] }],
    [
      "edges below zero and of many digits",
      { edges: [-3.5, -1 / 3, 0.1 + 0.2, 1e6], positives: [0, 0, 0, 1], negatives: [1, 0, 0, 0] },
    ],
    [
      "counts of one and of many digits",
      { positives: [35, 36, 1_295, 1_296, 9_999_999], negatives: [0, 1, 10, 35, 36] },
    ],
    ["no bin", { edges: [], positives: [], negatives: [] }],
    [
      "effects that are not known",
      {
        clusters: {
          positives: { subjects: 0, effects: [] },
          negatives: { subjects: 9, effects: [null, null, 1, 1.5, null] },
        },
      },
    ],
  ])("is read back with %s", (_, histogram) => {
    const own = withHistogram(histogram);
    expect(readBack(own)).toEqual(own);
  });
});
