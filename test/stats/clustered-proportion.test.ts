import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusteredProportion } from "../../src/stats/clustered-proportion.js";
import type { ClusterSums } from "../../src/stats/clustered-proportion.js";
import { wilsonInterval } from "../../src/stats/wilson-interval.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";
import { readRows } from "./read-rows.js";

/** Sums over subjects from rows of [subject, error]. */
function clusterSums(rows: readonly (readonly [string, number])[]): ClusterSums {
  const subjects = new Map<string, { k: number; m: number }>();
  for (const [subject, error] of rows) {
    const { k, m } = subjects.get(subject) ?? { k: 0, m: 0 };
    subjects.set(subject, { k: k + error, m: m + 1 });
  }
  const total = (f: (s: { k: number; m: number }) => number): number =>
    [...subjects.values()].reduce((sum, subject) => sum + f(subject), 0);
  return {
    subjects: subjects.size,
    errors: total((s) => s.k),
    trials: total((s) => s.m),
    sumK2: total((s) => s.k * s.k),
    sumKM: total((s) => s.k * s.m),
    sumM2: total((s) => s.m * s.m),
  };
}

const golden = readFixture("golden/G18b_cluster_proportion.json") as {
  p: number;
  se_cluster: number;
  deff: number;
  n_effective: number;
  ci95_logit: [number, number];
};
const verification = readFixture("golden/G23_face_verification_bob.json") as {
  fnmr_test_cluster: { p: number; subjects: number; se_cluster: number };
};

describe("clusteredProportion", () => {
  it('G18b, R survey 4.1.1 svyciprop(~error, design, method = "logit"), svymean deff', () => {
    const rows = readRows("clustered_errors.csv").map(
      (row) => [row("subject"), Number(row("error"))] as const,
    );
    const result = clusteredProportion(clusterSums(rows));
    expectClose(result?.share, golden.p, 1e-12);
    expectClose(result?.standardError, golden.se_cluster, 1e-9);
    expectClose(result?.designEffect, golden.deff, 1e-9);
    expectClose(result?.effectiveN, golden.n_effective, 1e-9);
    expectClose(result?.interval.low, golden.ci95_logit[0], 1e-9);
    expectClose(result?.interval.high, golden.ci95_logit[1], 1e-9);
    expect(result?.method).toBe("cluster-logit-t");
  });
  it("G23, numpy: clustered standard error of a false non-match rate over 26 people", () => {
    const threshold = -0.004657;
    const rows = readRows("verif_test.csv")
      .filter((row) => row("genuine") === "1")
      .map((row) => [row("claimed"), Number(row("score")) < threshold ? 1 : 0] as const);
    const result = clusteredProportion(clusterSums(rows));
    expectClose(result?.share, verification.fnmr_test_cluster.p, 1e-12);
    expectClose(result?.standardError, verification.fnmr_test_cluster.se_cluster, 1e-9);
  });

  const sums = { subjects: 9, errors: 4, trials: 36, sumK2: 6, sumKM: 16, sumM2: 144 };
  it("falls back to Wilson on subjects below 10 of them, without errors, and with errors only", () => {
    const none = { subjects: 12, errors: 0, trials: 48, sumK2: 0, sumKM: 0, sumM2: 192 };
    const all = { subjects: 12, errors: 48, trials: 48, sumK2: 192, sumKM: 192, sumM2: 192 };
    for (const [fallback, n] of [
      [sums, 9],
      [none, 12],
      [all, 12],
    ] as const) {
      const result = clusteredProportion(fallback);
      expect(result?.method).toBe("wilson-subjects");
      expect(result?.effectiveN).toBe(n);
    }
    expect(clusteredProportion(none)?.interval).toEqual(wilsonInterval(0, 12));
    expect(clusteredProportion(all)?.interval).toEqual(wilsonInterval(12, 12));
    expect(clusteredProportion(none)?.designEffect).toBeNull();
  });
  it("falls back where all subjects have the same share: no variance to build on", () => {
    const same = { subjects: 12, errors: 12, trials: 36, sumK2: 12, sumKM: 36, sumM2: 108 };
    expect(clusteredProportion(same)).toMatchObject({
      method: "wilson-subjects",
      standardError: 0,
      effectiveN: 12,
    });
  });
  it("trusts the clusters from the tenth subject on", () => {
    const ten = { subjects: 10, errors: 4, trials: 40, sumK2: 6, sumKM: 16, sumM2: 160 };
    expect(clusteredProportion(ten)?.method).toBe("cluster-logit-t");
  });
  it("is null without subjects or trials, and says what is wrong with impossible sums", () => {
    const empty = { subjects: 0, errors: 0, trials: 0, sumK2: 0, sumKM: 0, sumM2: 0 };
    expect(clusteredProportion(empty)).toBeNull();
    expect(clusteredProportion({ ...empty, subjects: 3 })).toBeNull();
    expect(() => clusteredProportion({ ...sums, errors: 40 })).toThrow(
      "Unexpected errors 40 of trials 36, expected 0 <= errors <= trials",
    );
    expect(() => clusteredProportion({ ...sums, subjects: 1.5 })).toThrow("Unexpected subjects 1.5");
  });
  it("one trial per subject has design effect 1 and nearly the simple standard error", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 12, max: 60 }), (errors, right) => {
        const n = errors + right;
        const result = clusteredProportion({
          subjects: n,
          errors,
          trials: n,
          sumK2: errors,
          sumKM: errors,
          sumM2: n,
        });
        expectClose(result?.designEffect, 1, 1e-9);
        expectClose(result?.effectiveN, n, 1e-9);
        expect(result?.interval.low).toBeLessThan(errors / n);
        expect(result?.interval.high).toBeGreaterThan(errors / n);
      }),
    );
  });
});
