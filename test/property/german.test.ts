import process from "node:process";
import { describe, expect, it } from "vitest";

import { loadMaterials } from "../../src/load/load-materials.js";
import { checkGerman } from "./check-german.js";

/** `npm run property` asks for the nightly number. */
const runs = Number(process.env.PROPERTY_RUNS ?? 3_000);
const { phrases } = await loadMaterials(null, "de");

describe("German", () => {
  it(`says of ${runs} random tables what their counts bear, declined`, { timeout: 30 * 60_000 }, () => {
    expect(checkGerman(phrases, runs, 20261123).slice(0, 5)).toEqual([]);
  });

  it.each([
    ["another number", "frequency.split", /\{tp\}/, "{fn}"],
    ["another denominator", "rate.recall", "{of_positives}", "{of_negatives}"],
    ["the wrong case", "frequency.people", "{of_cases}", "{cases}"],
    ["the wrong verb", "frequency.others", "wird", "werden"],
    ["the wrong side", "rate.precision", "{a_positive}", "{a_negative}"],
  ] as const)("is caught with %s in %s", (_what, id, from, to) => {
    const wrong = { ...phrases, [id]: (phrases[id] ?? "").replace(from, to) };
    expect(wrong[id]).not.toBe(phrases[id]);
    expect(checkGerman(wrong, 2_000, 20261123).length).toBeGreaterThan(0);
  });
});
