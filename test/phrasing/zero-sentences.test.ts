import { describe, expect, it } from "vitest";

import type { Estimate } from "../../src/model/assessment.js";
import { zeroSentences } from "../../src/phrasing/frequency-sentences.js";
import { plainText } from "../../src/phrasing/inline.js";
import { createSay } from "../../src/phrasing/say.js";
import { hundredEach, type Voice } from "../../src/phrasing/voice.js";
import { readPhrases } from "../property/read-phrases.js";

const voice: Voice = {
  say: createSay(readPhrases(), "en"),
  knows: () => true,
  lang: "en",
  audience: "internal",
  words: {
    case: ["case", "cases"],
    positive: ["leaver", "leavers"],
    negative: ["stayer", "stayers"],
    flagged: "called",
    missed: "not called",
    unflagged: "not called",
    given: true,
  },
  currency: null,
  totalOf: ({ of }) => (of === "negatives" ? 1_000 : 100),
  taskOf: () => "binary",
  partName: () => null,
  outOf: { ...hundredEach, negatives: 1_000 },
  estimate: () => undefined,
};

function rate(metric: string, numerator: number, denominator: number): Estimate {
  const estimate: Partial<Estimate> = {
    id: `${metric}@all`,
    metric,
    value: numerator / denominator,
    numerator,
    denominator,
    n_effective: null,
  };
  return estimate as Estimate;
}

function told(caught: readonly [number, number], alarms: readonly [number, number]): string[] {
  return zeroSentences(voice, {
    recall: rate("recall", ...caught),
    falseAlarms: rate("false-alarms", ...alarms),
  }).map(plainText);
}

// Exact one-sided 95 % bound of none of n: 1 - 0.05^(1/n); of 59 that is 4.95 %, of 299 it is 0.997 %.
describe("none or all of a class", () => {
  it("is told with what is still possible", () => {
    expect(told([59, 59], [0, 299])).toEqual([
      "The test missed none of 59 leavers; up to 5 of 100 is possible.",
      "The test raised no false alarm among 299 stayers; up to 10 of 1,000 is possible.",
    ]);
    expect(told([0, 59], [299, 299])).toEqual([
      "The test caught none of 59 leavers; up to 5 of 100 is possible.",
      "The test flagged all 299 stayers; fewer than that, down to 990 of 1,000, is possible.",
    ]);
  });

  it("is not told of anything between", () => expect(told([58, 59], [1, 299])).toEqual([]));
});
