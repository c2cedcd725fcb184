import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detCurve } from "../../src/stats/det-curve.js";
import { equalErrorRate } from "../../src/stats/equal-error-rate.js";
import { fmrTargetSupport } from "../../src/stats/fmr-target-support.js";
import { identificationFalsePositives } from "../../src/stats/identification-false-positives.js";
import { matchErrorRates } from "../../src/stats/match-error-rates.js";
import { moverProduct } from "../../src/stats/mover-product.js";
import { normalQuantile } from "../../src/stats/normal-quantile.js";
import { rocAuc } from "../../src/stats/roc-auc.js";
import { scoreTable } from "../../src/stats/score-table.js";
import { thresholdAtFmr } from "../../src/stats/threshold-at-fmr.js";
import { transactionRates } from "../../src/stats/transaction-rates.js";
import type { ScoreTable } from "../../src/stats/types.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";
import { readRows } from "./read-rows.js";

const g19 = readFixture("golden/G19_biometric_normal.json") as {
  n_genuine: number;
  n_impostor: number;
  eer_interpolated: number;
  auc: number;
  operating_points: { target_fmr: number; threshold: number; fmr: number; fnmr: number }[];
  empirical_at: { t: number; fmr: number; fnmr: number }[];
  far_frr_transaction: Record<"fmr" | "fnmr" | "fta" | "fte" | "far" | "frr" | "gfar" | "gfrr", number>[];
  identification_approx: { fmr: number; N: number; fpir: number }[];
};

/** The scores of G19: normal quantiles rounded to six decimals. */
function normalScores(): ScoreTable {
  const rounded = (z: number): number => Math.round(z * 1e6) / 1e6;
  const scores = (n: number, mean: number, positive: boolean) =>
    Array.from({ length: n }, (_, i) => ({
      score: rounded(mean + normalQuantile((i + 0.5) / n)),
      positive,
    }));
  return scoreTable([...scores(g19.n_genuine, 2, true), ...scores(g19.n_impostor, 0, false)]);
}

describe("G19, closed form on normal quantiles", () => {
  const table = normalScores();
  it("equal error rate and AUC", () => {
    expectClose(equalErrorRate(table), g19.eer_interpolated, 1e-9);
    expectClose(rocAuc(table), g19.auc, 1e-12);
  });
  it("FMR and FNMR at given thresholds", () => {
    expect(g19.empirical_at.length).toBe(5);
    for (const { t, fmr, fnmr } of g19.empirical_at) {
      const rates = matchErrorRates(table, t);
      expectClose(rates.fmr, fmr, 1e-12);
      expectClose(rates.fnmr, fnmr, 1e-12);
      expect([rates.impostors, rates.genuine]).toEqual([5000, 2000]);
    }
  });
  it("thresholds at FMR targets; 0.001 and 1e-4 are refused with 5,000 impostor comparisons", () => {
    for (const { target_fmr: target, threshold, fmr, fnmr } of g19.operating_points) {
      const found = thresholdAtFmr(table, target);
      if (target === 0.001) {
        // The reference prints a threshold; five false matches expected are too few to state one.
        expect(found).toMatchObject({ point: null, reason: "too-few-impostors" });
        continue;
      }
      expectClose(found?.point?.threshold, threshold, 1e-12);
      expectClose(found?.point?.fmr, fmr, 1e-12);
      expectClose(found?.point?.fnmr, fnmr, 1e-12);
      expect(found?.support.verdict).toBe("enough");
    }
    expect(thresholdAtFmr(table, 1e-4)?.support).toEqual({
      verdict: "refused",
      expectedErrors: 0.5,
      neededToState: 100_000,
      neededToTrust: 300_000,
    });
  });
  it("FAR, FRR, GFAR and GFRR, ISO/IEC 19795-1 formulae", () => {
    for (const { fmr, fnmr, fta, fte, ...expected } of g19.far_frr_transaction) {
      const rates = transactionRates({ fmr, fnmr, fta, fte });
      for (const name of ["far", "frr", "gfar", "gfrr"] as const) {
        expectClose(rates[name], expected[name], 1e-12);
      }
    }
  });
  it("identification false positives", () => {
    for (const { fmr, N, fpir } of g19.identification_approx) {
      expectClose(identificationFalsePositives(fmr, N), fpir, 1e-9);
    }
    expect(identificationFalsePositives(0.5, 0)).toBe(0);
    expect(identificationFalsePositives(1, 3)).toBe(1);
    expect(() => identificationFalsePositives(0.1, -1)).toThrow("Unexpected gallery -1");
  });
});

interface Point {
  n_gen: number;
  n_imp: number;
  false_matches: number;
  false_nonmatches: number;
  fmr: number;
  fnmr: number;
}
const g23 = readFixture("golden/G23_face_verification_bob.json") as {
  dev_eer: { eer_interpolated: number; threshold_min_gap: number };
  auc_dev: number;
  auc_test: number;
  dev_at_fmr: (Point & { target: number; threshold: number })[];
  test_at_dev_eer_threshold: Point;
  test_by_sex: Record<"f" | "m", Point>;
  dev_by_sex: Record<"f" | "m", Point>;
};

function verificationScores(set: "dev" | "test", sex?: string): ScoreTable {
  return scoreTable(
    readRows(`verif_${set}.csv`)
      .filter((row) => sex === undefined || row("sex") === sex)
      .map((row) => ({ score: Number(row("score")), positive: row("genuine") === "1" })),
  );
}

describe("G23, numpy 1.24.2 on the 4-column scores of bob.bio.base", () => {
  const dev = verificationScores("dev");
  it("equal error rate of the development set, AUC of both", () => {
    expectClose(equalErrorRate(dev), g23.dev_eer.eer_interpolated, 1e-9);
    expectClose(rocAuc(dev), g23.auc_dev, 1e-12);
    expectClose(rocAuc(verificationScores("test")), g23.auc_test, 1e-12);
  });
  it("thresholds at FMR targets", () => {
    for (const { target, threshold, false_matches, false_nonmatches } of g23.dev_at_fmr) {
      const found = thresholdAtFmr(dev, target);
      if (target === 0.01) {
        expect(found).toMatchObject({ point: null, support: { verdict: "refused" } });
      } else if (target === 0.05) {
        // The reference drops the score at which 26 of 520 is exactly 5 %.
        expect(found?.point?.falseMatches).toBe(26);
        expect(found?.point?.threshold).toBeLessThan(threshold);
        expect(found?.support.verdict).toBe("caution");
      } else {
        expect(found?.point).toMatchObject({
          threshold,
          falseMatches: false_matches,
          falseNonMatches: false_nonmatches,
        });
      }
    }
  });
  it("the test set at the development threshold, overall and by sex", () => {
    const threshold = g23.dev_eer.threshold_min_gap;
    const cases: [ScoreTable, Point][] = [
      [verificationScores("test"), g23.test_at_dev_eer_threshold],
      ...(["f", "m"] as const).flatMap((sex): [ScoreTable, Point][] => [
        [verificationScores("test", sex), g23.test_by_sex[sex]],
        [verificationScores("dev", sex), g23.dev_by_sex[sex]],
      ]),
    ];
    for (const [table, point] of cases) {
      expect(matchErrorRates(table, threshold)).toEqual({
        falseMatches: point.false_matches,
        impostors: point.n_imp,
        fmr: point.fmr,
        falseNonMatches: point.false_nonmatches,
        genuine: point.n_gen,
        fnmr: point.fnmr,
      });
    }
  });
});

describe("verification at its edges", () => {
  const genuineOnly: ScoreTable = [{ score: 1, positives: 3, negatives: 0 }];
  it("one class: its own rate, no curve, no threshold, no equal error rate", () => {
    expect(matchErrorRates(genuineOnly, 1)).toMatchObject({ fmr: null, impostors: 0, fnmr: 0, genuine: 3 });
    expect(matchErrorRates([], 1)).toMatchObject({ fmr: null, fnmr: null });
    expect(thresholdAtFmr(genuineOnly, 0.1)).toBeNull();
    expect(detCurve(genuineOnly)).toBeNull();
    expect(detCurve([])).toBeNull();
    expect(equalErrorRate(genuineOnly)).toBeNull();
  });
  it("a score equal to the threshold is accepted", () => {
    const tie: ScoreTable = [{ score: 0.5, positives: 2, negatives: 3 }];
    expect(matchErrorRates(tie, 0.5)).toMatchObject({ falseMatches: 3, falseNonMatches: 0 });
    expect(matchErrorRates(tie, 0.5 + 1e-12)).toMatchObject({ falseMatches: 0, falseNonMatches: 2 });
  });
  it("no threshold where too many impostors share the best score", () => {
    const shared: ScoreTable = [{ score: 1, positives: 5, negatives: 500 }];
    expect(thresholdAtFmr(shared, 0.1)).toMatchObject({ point: null, reason: "no-threshold-keeps" });
  });
  it("support switches exactly at 10 and at 30 expected errors, without rounding", () => {
    const verdict = (n: number, target: number) => fmrTargetSupport(n, target).verdict;
    expect([verdict(9999, 0.001), verdict(10_000, 0.001)]).toEqual(["refused", "caution"]);
    expect([verdict(29_999, 0.001), verdict(30_000, 0.001)]).toEqual(["caution", "enough"]);
    expect(verdict(0, 0.1)).toBe("refused");
    expect(fmrTargetSupport(1, 0.3)).toMatchObject({ neededToState: 34, neededToTrust: 100 });
    expect(() => fmrTargetSupport(1.5, 0.1)).toThrow("Unexpected impostors 1.5");
    expect(() => fmrTargetSupport(10, 0)).toThrow("Unexpected target 0, expected 0 < target < 1");
  });
  it("a DET curve rises in FNMR, falls in FMR, and has no deviate at 0 and 1", () => {
    const rows = fc.array(fc.record({ score: fc.integer({ min: 0, max: 9 }), positive: fc.boolean() }), {
      minLength: 2,
    });
    fc.assert(
      fc.property(rows, (list) => {
        const table = scoreTable(list);
        const curve = detCurve(table);
        if (curve === null) return;
        expect(curve.length).toBe(table.length + 1);
        expect(curve[0]).toMatchObject({ fmr: 1, fnmr: 0, fmrDeviate: null, fnmrDeviate: null });
        expect(curve.at(-1)).toMatchObject({ threshold: null, fmr: 0, fnmr: 1 });
        curve.forEach((point, i) => {
          const next = curve[i + 1];
          if (next !== undefined) expect(next.fmr <= point.fmr && next.fnmr >= point.fnmr).toBe(true);
          if (point.threshold === null) return;
          expect(matchErrorRates(table, point.threshold)).toMatchObject({
            fmr: point.fmr,
            fnmr: point.fnmr,
          });
        });
      }),
    );
  });
  it("a product without a zero has the interval of its logarithms; with one, the outer bounds", () => {
    const half = { value: 0.5, low: 0.25, high: 1 };
    const result = moverProduct([half, half]);
    expect(result.value).toBe(0.25);
    expectClose(result.low, 0.25 * 2 ** -Math.SQRT2, 1e-12);
    expectClose(result.high, 0.25 * 2 ** Math.SQRT2, 1e-12);
    expect(moverProduct([half, { value: 0, low: 0, high: 0.1 }])).toEqual({ value: 0, low: 0, high: 0.1 });
    expect(moverProduct([half, { value: 0.1, low: 0, high: 0.1 }]).low).toBe(0);
    expect(moverProduct([half])).toEqual(half);
  });
  it("rates outside [0, 1] are refused by name", () => {
    expect(() => transactionRates({ fmr: 0.1, fnmr: 0.1, fta: 1.2 })).toThrow("Unexpected fta 1.2");
    expect(transactionRates({ fmr: 1, fnmr: 1, fta: 1, fte: 1 })).toEqual({
      far: 0,
      frr: 1,
      gfar: 0,
      gfrr: 1,
    });
  });
});
