import { describe, expect, it } from "vitest";
import { clusteredProportion } from "../../src/stats/clustered-proportion.js";
import { logistic } from "../../src/stats/logistic.js";
import { normalQuantile } from "../../src/stats/normal-quantile.js";
import { seededRandom } from "../../src/stats/random.js";
import { twoWayBootstrap, type SubjectPair } from "../../src/stats/two-way-bootstrap.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";
import { readRows } from "./read-rows.js";

const threshold = -0.004657;

/** Errors and trials per pair of subjects in the scores of G23. */
function pairsOf(genuine: boolean): SubjectPair[] {
  const subjects = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = subjects.get(name) ?? subjects.size;
    subjects.set(name, known);
    return known;
  };
  return readRows("verif_test.csv")
    .filter((row) => (row("genuine") === "1") === genuine)
    .map((row) => ({
      probe: numberOf(row("real")),
      reference: numberOf(row("claimed")),
      errors: Number(row("score")) >= threshold === genuine ? 0 : 1,
      trials: 1,
    }));
}

describe("G23, numpy 1.24.2: false non-matches of 26 people", () => {
  const golden = (
    readFixture("golden/G23_face_verification_bob.json") as {
      fnmr_test_cluster: { p: number; se_cluster: number; deff: number };
    }
  ).fnmr_test_cluster;
  const result = twoWayBootstrap(pairsOf(true), { draws: 4000, seed: 2 });
  it("comparisons of a person with themselves come to the clustered standard error", () => {
    expectClose(result?.rate, golden.p, 1e-12);
    // sqrt(26 / 25) lies between the bootstrap and the reference; the standard error of 4,000 draws is about 1 %.
    expectClose(result?.standardError, golden.se_cluster * Math.sqrt(25 / 26), 0.045);
    expectClose(result?.designEffect, golden.deff * (25 / 26), 0.09);
  });
  it("an analytic interval of the same clusters is close", () => {
    const bySubject = new Map<number, { k: number; m: number }>();
    for (const { probe, errors } of pairsOf(true)) {
      const { k, m } = bySubject.get(probe) ?? { k: 0, m: 0 };
      bySubject.set(probe, { k: k + errors, m: m + 1 });
    }
    const sum = (f: (s: { k: number; m: number }) => number): number =>
      [...bySubject.values()].reduce((total, subject) => total + f(subject), 0);
    const analytic = clusteredProportion({
      subjects: bySubject.size,
      errors: sum((s) => s.k),
      trials: sum((s) => s.m),
      sumK2: sum((s) => s.k * s.k),
      sumKM: sum((s) => s.k * s.m),
      sumM2: sum((s) => s.m * s.m),
    });
    // G23 divides by p (1 - p) / n, R's survey by p (1 - p) / (n - 1).
    expectClose((analytic?.designEffect ?? 0) * (390 / 389), golden.deff, 1e-9);
    expect(Math.abs((result?.interval?.low ?? 0) - (analytic?.interval.low ?? 1))).toBeLessThan(0.012);
    expect(Math.abs((result?.interval?.high ?? 0) - (analytic?.interval.high ?? 1))).toBeLessThan(0.02);
  });
});

/** Impostor comparisons of every pair of people; people who are lamb or wolf raise the chance on all theirs. */
function simulate(people: number, spread: number, random: () => number): SubjectPair[] {
  const kind = Array.from({ length: people }, () => spread * normalQuantile(random()));
  return kind.flatMap((a, probe) =>
    kind.flatMap((b, reference) =>
      probe <= reference
        ? []
        : [{ probe, reference, errors: random() < logistic(-2 + a + b) ? 1 : 0, trials: 1 }],
    ),
  );
}

describe("twoWayBootstrap on simulated pairs", () => {
  it("covers the true rate where comparisons share people; independent bounds would not", () => {
    const random = seededRandom(21);
    // The mean of logistic(-2 + a + b) over normal a and b, each of standard deviation 0.7, by quadrature.
    const truth = meanRate(0.7);
    let covered = 0;
    let effect = 0;
    const reports = 150;
    for (let report = 0; report < reports; report += 1) {
      const result = twoWayBootstrap(simulate(40, 0.7, random), { draws: 400, seed: report });
      const { low, high } = result?.interval ?? { low: 1, high: 0 };
      if (low <= truth && truth <= high) covered += 1;
      effect += (result?.designEffect ?? 0) / reports;
    }
    expect(covered / reports).toBeGreaterThan(0.88);
    expect(effect).toBeGreaterThan(2.5);
  });
});

function meanRate(spread: number): number {
  const points = Array.from({ length: 4000 }, (_, i) => normalQuantile((i + 0.5) / 4000));
  const both = Math.SQRT2 * spread;
  return points.reduce((sum, z) => sum + logistic(-2 + both * z), 0) / points.length;
}

describe("twoWayBootstrap at its edges", () => {
  const pairs = simulate(12, 0.5, seededRandom(1));
  it("needs trials, two subjects, draws that keep a comparison, and some error", () => {
    expect(twoWayBootstrap([])).toBeNull();
    expect(twoWayBootstrap([{ probe: 0, reference: 1, errors: 0, trials: 0 }])).toBeNull();
    const alone = { probe: 3, reference: 3, errors: 1, trials: 4 };
    expect(twoWayBootstrap([alone])).toMatchObject({
      rate: 0.25,
      interval: null,
      reason: "too-few-subjects",
    });
    const none = pairs.map((pair) => ({ ...pair, errors: 0 }));
    expect(twoWayBootstrap(none)).toMatchObject({ rate: 0, interval: null, reason: "replicates-equal" });
    const all = pairs.map((pair) => ({ ...pair, errors: pair.trials }));
    expect(twoWayBootstrap(all)).toMatchObject({ rate: 1, interval: null, designEffect: null });
    expect(twoWayBootstrap([{ probe: 0, reference: 1, errors: 1, trials: 2 }])).toMatchObject({
      reason: "replicates-undefined",
    });
  });
  it("gaps in the numbers of the subjects, order and splitting a pair change nothing", () => {
    const plan = { draws: 200, seed: 4 };
    const expected = twoWayBootstrap(pairs, plan);
    const gaps = pairs.map((pair) => ({
      ...pair,
      probe: pair.probe * 7 + 3,
      reference: pair.reference * 7 + 3,
    }));
    expect(twoWayBootstrap(gaps, plan)).toEqual(expected);
    const split = pairs.flatMap((pair) => [pair, { ...pair, errors: 0, trials: 0 }]);
    expect(twoWayBootstrap(split, plan)).toEqual(expected);
    expect(twoWayBootstrap(pairs, plan)).toEqual(expected);
  });
  it("refuses counts that are none", () => {
    const bad = { probe: 0, reference: 1, errors: 5, trials: 3 };
    expect(() => twoWayBootstrap([bad])).toThrow("Unexpected errors 5 of trials 3");
    expect(() => twoWayBootstrap([{ ...bad, errors: 0.5 }])).toThrow("Unexpected errors 0.5");
    expect(() => twoWayBootstrap(pairs, { level: 1 })).toThrow("Unexpected level 1");
  });
});
