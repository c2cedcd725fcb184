import { describe, expect, it } from "vitest";
import { brierInterval } from "../../src/stats/brier-interval.js";
import { brierScore } from "../../src/stats/brier-score.js";
import { brierSkill } from "../../src/stats/brier-skill.js";
import { calibrationBins } from "../../src/stats/calibration-bins.js";
import { calibrationRegression } from "../../src/stats/calibration-regression.js";
import { expectedCalibrationError } from "../../src/stats/expected-calibration-error.js";
import { hosmerLemeshow } from "../../src/stats/hosmer-lemeshow.js";
import { logLoss } from "../../src/stats/log-loss.js";
import { maximumCalibrationError } from "../../src/stats/maximum-calibration-error.js";
import { murphyDecomposition } from "../../src/stats/murphy-decomposition.js";
import { observedExpected } from "../../src/stats/observed-expected.js";
import { scoreTable } from "../../src/stats/score-table.js";
import { spiegelhalterZ } from "../../src/stats/spiegelhalter-z.js";
import type { ScoreTable } from "../../src/stats/types.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";
import { readRows } from "./read-rows.js";

const g05 = readFixture("golden/G05_binary_breast_cancer.json") as Record<string, number> & {
  reliability_bins_width10: { bin: number; n: number; mean_p: number; events: number }[];
  brier_decomposition_width10: Record<string, number>;
  spiegelhalter: { z: number; p_two_sided: number };
  hosmer_lemeshow_g10: { chi2: number; p_df8: number; p_df10_external: number };
  calibration: Record<string, number>;
};
const g05b = readFixture("golden/G05b_ties.json") as {
  y: number[];
  s: number[];
  brier: number;
  log_loss: number;
};
const g05c = readFixture("golden/G05c_ece_variants.json") as {
  cases: { column: string; bins: number; mode: "width" | "mass"; ece: number }[];
  boundary_case: { y: number[]; p: number[]; ece_width10: number; ece_width5: number };
};
const g07 = readFixture("golden/G07_calibration_rms.json") as { values: Record<string, number> };

const rows = readRows("breast_cancer_scores.csv");

function tumours(column: string): ScoreTable {
  return scoreTable(rows.map((row) => ({ score: Number(row(column)), positive: row("y") === "1" })));
}

function zip(scores: readonly number[], y: readonly number[]): ScoreTable {
  return scoreTable(scores.map((score, i) => ({ score, positive: y[i] === 1 })));
}

const table = tumours("p");

describe("G05, scikit-learn 1.2.1 and formulas", () => {
  it("brier_score_loss, skill against the base rate", () => {
    expectClose(brierScore(table), g05.brier, 1e-12);
    expectClose(brierSkill(table), g05.brier_skill_score, 1e-12);
  });
  it("log_loss, of the scores and of the base rate", () => {
    expectClose(logLoss(table)?.value, g05.log_loss, 1e-12);
    const base: ScoreTable = [{ score: 212 / 569, positives: 212, negatives: 357 }];
    expectClose(logLoss(base)?.value, g05.log_loss_base_rate, 1e-12);
    expect(logLoss(table)?.clipped).toBe(rows.filter((row) => Number(row("p")) === 1).length);
  });
  it("reliability bins, 10 of equal width: n and events exactly, means 1e-12", () => {
    const bins = calibrationBins(table, 10, "width");
    for (const golden of g05.reliability_bins_width10) {
      const bin = bins[golden.bin];
      expect([bin?.n, bin?.positives]).toEqual([golden.n, golden.events]);
      expectClose(bin?.meanScore, golden.mean_p, 1e-12);
    }
  });
  it("expected and maximum calibration error, width and mass", () => {
    expectClose(expectedCalibrationError(calibrationBins(table, 10, "width")), g05.ece_width10, 1e-12);
    expectClose(expectedCalibrationError(calibrationBins(table, 15, "width")), g05.ece_width15, 1e-12);
    expectClose(expectedCalibrationError(calibrationBins(table, 10, "mass")), g05.ece_mass10, 1e-12);
    expectClose(maximumCalibrationError(calibrationBins(table, 10, "width")), g05.mce_width10, 1e-12);
    expectClose(maximumCalibrationError(calibrationBins(table, 10, "mass")), g05.mce_mass10, 1e-12);
  });
  it("Murphy decomposition, 10 of equal width, and its exact sum", () => {
    const parts = murphyDecomposition(table, 10);
    const golden = g05.brier_decomposition_width10;
    expectClose(parts?.reliability, golden.reliability, 1e-12);
    expectClose(parts?.resolution, golden.resolution, 1e-12);
    expectClose(parts?.uncertainty, golden.uncertainty, 1e-12);
    expectClose(parts?.withinBinVariance, golden.within_bin_variance, 1e-12);
    expectClose(parts?.withinBinCovariance, golden.within_bin_covariance, 1e-11);
    expectClose(sumOfParts(table, 10), g05.brier, 1e-12);
  });
  it("Spiegelhalter z by formula", () => {
    expectClose(spiegelhalterZ(table)?.z, g05.spiegelhalter.z, 1e-12);
    expectClose(spiegelhalterZ(table)?.p, g05.spiegelhalter.p_two_sided, 1e-9);
  });
  it("Hosmer-Lemeshow, numpy.array_split into 10, scipy chi2.sf", () => {
    const result = hosmerLemeshow(table, 10);
    expectClose(result?.chi2, g05.hosmer_lemeshow_g10.chi2, 1e-11);
    expectClose(result?.pDevelopment, g05.hosmer_lemeshow_g10.p_df8, 1e-9);
    expectClose(result?.pExternal, g05.hosmer_lemeshow_g10.p_df10_external, 1e-9);
    expect(result?.groups).toBe(10);
  });
  it("statsmodels 0.13.5 logistic recalibration, free and with an offset", () => {
    const fit = calibrationRegression(table);
    expectClose(fit?.intercept, g05.calibration.intercept, 1e-9);
    expectClose(fit?.slope, g05.calibration.slope, 1e-9);
    // statsmodels takes the weights of the last step but one for its standard errors; ours are at the maximum,
    // where iterating further in Python 3.11 floats gives .33394006102749 and .29285448132435.
    expectClose(fit?.seIntercept, g05.calibration.se_intercept, 1e-6);
    expectClose(fit?.seSlope, g05.calibration.se_slope, 1e-6);
    expectClose(fit?.seIntercept, 0.33394006102749, 1e-9);
    expectClose(fit?.seSlope, 0.29285448132435, 1e-9);
    expectClose(fit?.inTheLarge, g05.calibration.calibration_in_the_large, 1e-9);
    expectClose(fit?.seInTheLarge, g05.calibration.se_citl, 1e-6);
  });
  it("observed to expected", () => {
    const { observed, ratio } = observedExpected(table);
    expect(observed).toBe(212);
    expectClose(ratio, g05.calibration.observed_expected_ratio, 1e-12);
  });
});

describe("G07, R rms 6.5-0 val.prob(p, y) on the same scores", () => {
  it("Brier, Intercept, Slope, S:z, S:p (rms clips the scores it sees: 1e-6)", () => {
    const fit = calibrationRegression(table);
    expectClose(brierScore(table), g07.values.Brier, 1e-9);
    expectClose(fit?.intercept, g07.values.Intercept, 1e-9);
    expectClose(fit?.slope, g07.values.Slope, 1e-9);
    expectClose(spiegelhalterZ(table)?.z, g07.values["S:z"], 1e-6);
    expectClose(spiegelhalterZ(table)?.p, g07.values["S:p"], 1e-5);
  });
});

describe("G05b, scikit-learn 1.2.1 with ties", () => {
  it("brier_score_loss, log_loss", () => {
    const ties = zip(g05b.s, g05b.y);
    expectClose(brierScore(ties), g05b.brier, 1e-12);
    expectClose(logLoss(ties)?.value, g05b.log_loss, 1e-12);
  });
});

describe("G05c, numpy 1.24.2 calibration error variants", () => {
  it.each(g05c.cases)("$column, $bins bins of equal $mode", ({ column, bins, mode, ece }) => {
    expectClose(expectedCalibrationError(calibrationBins(tumours(column), bins, mode)), ece, 1e-12);
  });
  it("scores on the edges of bins", () => {
    const { p, y, ece_width10, ece_width5 } = g05c.boundary_case;
    expectClose(expectedCalibrationError(calibrationBins(zip(p, y), 10)), ece_width10, 1e-12);
    expectClose(expectedCalibrationError(calibrationBins(zip(p, y), 5)), ece_width5, 1e-12);
  });
});

describe("brierInterval", () => {
  it("is the normal interval of 569 squared errors, row by row", () => {
    const errors = rows.map((row) => (Number(row("p")) - Number(row("y"))) ** 2);
    const mean = errors.reduce((a, b) => a + b, 0) / errors.length;
    const variance = errors.reduce((sum, e) => sum + (e - mean) ** 2, 0) / (errors.length - 1);
    const half = 1.959963984540054 * Math.sqrt(variance / errors.length);
    expectClose(brierInterval(table)?.low, mean - half, 1e-9);
    expectClose(brierInterval(table)?.high, mean + half, 1e-9);
  });
});

function sumOfParts(scores: ScoreTable, bins: number): number {
  const parts = murphyDecomposition(scores, bins);
  if (parts === null) return NaN;
  const murphy = parts.reliability - parts.resolution + parts.uncertainty;
  return murphy + parts.withinBinVariance - parts.withinBinCovariance;
}
