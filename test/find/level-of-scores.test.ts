import { describe, expect, it } from "vitest";

import { levelOfScores } from "../../src/model/level-of-scores.js";
import type { Estimate } from "../../src/model/assessment.js";

function ranged(low: number, high: number): Pick<Estimate, "interval"> {
  return { interval: { low, high, level: 0.95, method: "", side: "two-sided" } };
}

describe("the level of scores", () => {
  it("is off where either range excludes as many as expected, and unclear where neither does", () => {
    expect(levelOfScores(ranged(0.98, 1.15), ranged(0.001, 0.238))).toBe("under");
    expect(levelOfScores(ranged(0.74, 0.84), ranged(-1.04, -0.77))).toBe("over");
    expect(levelOfScores(ranged(0.9, 1.1), ranged(-0.1, 0.1))).toBe("unclear");
    expect(levelOfScores(ranged(0.9, 1.1), undefined)).toBe("unclear");
  });

  it("is not known without a range: no absence of evidence is told as a right level", () => {
    expect(levelOfScores(undefined, undefined)).toBe("unknown");
    expect(levelOfScores({ interval: null }, { interval: null })).toBe("unknown");
  });
});
