import { describe, expect, it } from "vitest";
import { classAverageInterval } from "../../src/stats/class-average-interval.js";
import { classAverage } from "../../src/stats/class-average.js";
import { fBeta } from "../../src/stats/f-beta.js";
import { krippendorffAlphaInterval } from "../../src/stats/krippendorff-alpha-interval.js";
import { krippendorffAlpha } from "../../src/stats/krippendorff-alpha.js";
import { macroRateInterval } from "../../src/stats/macro-rate-interval.js";
import { oneVsRest } from "../../src/stats/one-vs-rest.js";
import { precision } from "../../src/stats/precision.js";
import { seededRandom } from "../../src/stats/random.js";
import { recall } from "../../src/stats/recall.js";
import type { Bounds, CodedUnits } from "../../src/stats/types.js";
import { weightedKappaInterval } from "../../src/stats/weighted-kappa-interval.js";
import { weightedKappa } from "../../src/stats/weighted-kappa.js";

/** Cases of a population of 1,000; samples of 150 are drawn from it with replacement. */
const population = [
  [380, 60, 10],
  [50, 240, 30],
  [20, 60, 150],
];
const draws = 1_000;
const size = 150;

/** A sample matrix by inverse distribution, for a stream of uniform numbers. */
function sample(random: () => number): number[][] {
  const cells = population.flatMap((row, i) => row.map((count, j) => ({ i, j, count })));
  const matrix = population.map((row) => row.map(() => 0));
  for (let drawn = 0; drawn < size; drawn += 1) {
    let left = random() * 1_000;
    const hit = cells.find(({ count }) => (left -= count) < 0);
    const row = matrix[hit?.i ?? 0];
    if (row !== undefined && hit !== undefined) row[hit.j] = (row[hit.j] ?? 0) + 1;
  }
  return matrix;
}

const unitsOf = (matrix: readonly (readonly number[])[]): CodedUnits[] =>
  matrix.flatMap((row, i) => row.map((count, j) => ({ values: [i + 1, j + 1], count })));
const classes = oneVsRest(population);
const support = classes.map(({ tp, fn }) => tp + fn);

interface Covered {
  readonly name: string;
  readonly truth: number | null;
  readonly interval: (matrix: number[][]) => Bounds | null;
}
const cases: readonly Covered[] = [
  {
    name: "macro recall",
    truth: classAverage(classes.map(recall)).value,
    interval: (matrix) => macroRateInterval(oneVsRest(matrix).map(({ tp, fn }) => ({ x: tp, n: tp + fn }))),
  },
  {
    name: "macro precision",
    truth: classAverage(classes.map(precision)).value,
    interval: (matrix) => macroRateInterval(oneVsRest(matrix).map(({ tp, fp }) => ({ x: tp, n: tp + fp }))),
  },
  {
    name: "macro F1",
    truth: classAverage(classes.map((table) => fBeta(table))).value,
    interval: (matrix) => classAverageInterval(matrix, "f1", "macro"),
  },
  {
    name: "weighted precision",
    truth: classAverage(classes.map(precision), support).value,
    interval: (matrix) => classAverageInterval(matrix, "precision", "weighted"),
  },
  {
    name: "quadratic kappa",
    truth: weightedKappa(population, "quadratic"),
    interval: (matrix) => weightedKappaInterval(matrix, "quadratic"),
  },
  {
    name: "alpha, ordinal",
    truth: krippendorffAlpha(unitsOf(population), "ordinal"),
    interval: (matrix) => krippendorffAlphaInterval(unitsOf(matrix), "ordinal"),
  },
];

describe("95 % intervals over 1,000 samples of 150 cases, seed 20261122", () => {
  it.each(cases)(
    "$name holds the truth in 95 % of them, within four standard errors",
    ({ truth, interval }) => {
      const random = seededRandom(20261122);
      let held = 0;
      for (let draw = 0; draw < draws; draw += 1) {
        const bounds = interval(sample(random));
        if (bounds !== null && truth !== null && bounds.low <= truth && truth <= bounds.high) held += 1;
      }
      expect(Math.abs(held / draws - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / draws));
    },
  );
});
