import { describe, expect, it } from "vitest";

import { exactRateBox } from "../../src/stats/exact-rate-box.js";
import { expectClose } from "../stats/expect-close.js";
import { estimateAt, valueOf } from "./project-folder.js";
import { scores, people, assessScores, tableOf, g23 } from "./verification-project.js";

describe("a verification project on the scores of G23 (numpy 1.24.2)", () => {
  const threshold = g23.dev_eer.threshold_min_gap;
  it("has the errors of the test set at the development threshold, overall and by sex", async () => {
    const assessment = await assessScores(scores.test, {
      ...people,
      demographics: { sex: "sex" },
      threshold,
    });
    const { f, m } = g23.test_by_sex;
    for (const [slice, point] of [
      ["all", g23.test_at_dev_eer_threshold],
      ["sex=f", f],
      ["sex=m", m],
    ] as const) {
      expect(estimateAt(assessment, `fmr@${slice}`)).toMatchObject({
        value: point.fmr,
        numerator: point.false_matches,
        of: "negatives",
        threshold,
      });
      expect(estimateAt(assessment, `fnmr@${slice}`)).toMatchObject({
        value: point.fnmr,
        numerator: point.false_nonmatches,
        of: "positives",
      });
    }
    expectClose(valueOf(assessment, "fmr-max-min[sex]@all"), f.fmr / m.fmr, 1e-12);
    expectClose(valueOf(assessment, "fnmr-max-min[sex]@all"), f.fnmr / m.fnmr, 1e-12);
    const { deff } = g23.fnmr_test_cluster;
    expectClose(estimateAt(assessment, "fnmr@all").n_effective, (390 / deff) * (390 / 389), 1e-9);
    expect(assessment.evaluations[0]).toMatchObject({
      used: 910,
      subjects: 26,
      counts: { "genuine-comparisons": 390, "impostor-comparisons": 520 },
    });
    // All impostors of this set are of the other person's sex: nothing was compared across.
    expect(estimateAt(assessment, "fmr[across=sex]@all")).toMatchObject({
      value: null,
      reason: "no-pairs-across",
    });
  });
  it("has the equal error rate and the points at FMR targets, and refuses a target it cannot carry", async () => {
    const assessment = await assessScores(scores.dev, { ...people, fmr_targets: [0.1, 0.01] });
    expectClose(valueOf(assessment, "eer@all"), g23.dev_eer.eer_interpolated, 1e-9);
    const [tenth] = g23.dev_at_fmr;
    expect(estimateAt(assessment, "fnmr[fmr=0.1]@all")).toMatchObject({
      value: tenth?.fnmr,
      threshold: tenth?.threshold,
      facet: "fmr=0.1",
    });
    expect(estimateAt(assessment, "fnmr[fmr=0.01]@all")).toMatchObject({
      value: null,
      interval: null,
      reason: "too-few-impostors",
      threshold: null,
    });
    expect(tableOf(assessment, "fmr-targets")?.rows).toEqual([
      { label: "0.1", cells: [520, 100, 300, 52, 20, 390] },
      { label: "0.01", cells: [520, 1000, 3000, null, null, null] },
    ]);
    // Without a threshold in use nothing is decided.
    expect(estimateAt(assessment, "fmr@all")).toMatchObject({ value: null, reason: "no-threshold" });
  });
  it("has a DET table of exact counts that starts with all and ends with nobody accepted", async () => {
    const { rows = [], columns = [] } = tableOf(await assessScores(scores.dev, {}), "det") ?? {};
    expect(columns).toEqual(["threshold", "false-matches", "impostors", "false-non-matches", "genuine"]);
    expect(rows[0]?.cells.slice(1)).toEqual([520, 520, 0, 390]);
    expect(rows.at(-1)?.cells).toEqual([null, 0, 520, 390, 390]);
    const lines = scores.dev
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    for (const { cells } of rows.slice(0, -1)) {
      const [at = null, matches, , nonMatches] = cells;
      const accepted = lines.filter(([, , score]) => Number(score) >= (at ?? Infinity));
      expect(accepted.filter(([, , , genuine]) => genuine === "0").length).toBe(matches);
      expect(390 - accepted.filter(([, , , genuine]) => genuine === "1").length).toBe(nonMatches);
    }
  });
  it("claims in errors, comparisons and people: the bound stands on what these are worth", async () => {
    const assessment = await assessScores(scores.test, { ...people, threshold });
    const fnmr = estimateAt(assessment, "fnmr@all");
    const worth = fnmr.n_effective ?? 0;
    const bound = exactRateBox((24 / 390) * worth, worth, 0.95).high;
    expect(tableOf(assessment, "claims")?.rows[1]).toEqual({
      label: "fnmr",
      cells: [24, 390, 26, Math.floor(worth), Math.ceil(bound * 1e6), Math.ceil((30 * 390) / 24)],
    });
  });
});

describe("transactions", () => {
  const counted = {
    threshold: 0,
    fta: { failures: 9, attempts: 402 },
    fte: { failures: 1, subjects: 27 },
  };
  it("multiply the errors of the comparison with failures to capture and enrol", async () => {
    const assessment = await assessScores(scores.test, counted);
    const value = (metric: string): number => valueOf(assessment, `${metric}@all`) ?? Number.NaN;
    const [fta, fte] = [9 / 402, 1 / 27];
    expect(estimateAt(assessment, "fta@all")).toMatchObject({ value: fta, of: "attempts", denominator: 402 });
    expect(estimateAt(assessment, "fte@all")).toMatchObject({ value: fte, of: "subjects", denominator: 27 });
    expectClose(value("far"), value("fmr") * (1 - fta), 1e-12);
    expectClose(value("frr"), fta + value("fnmr") * (1 - fta), 1e-12);
    expectClose(value("gfar"), value("far") * (1 - fte), 1e-12);
    expectClose(value("gfrr"), fte + value("frr") * (1 - fte), 1e-12);
    for (const metric of ["far", "frr", "gfar", "gfrr"]) {
      const { interval, origin } = estimateAt(assessment, `${metric}@all`);
      expect(origin).toBe("derived");
      expect(interval?.low).toBeLessThan(value(metric));
      expect(interval?.high).toBeGreaterThan(value(metric));
    }
  });
  it("are absent where nobody counted failures, and have no value where nothing was tried", async () => {
    const { estimates } = await assessScores(scores.test, { threshold: 0 });
    expect(estimates.filter(({ metric }) => /^g?fa?r?r$|^ft[ae]$/.test(metric))).toEqual([]);
    const none = await assessScores(scores.test, { threshold: 0, fta: { failures: 0, attempts: 0 } });
    expect(estimateAt(none, "fta@all")).toMatchObject({ value: null, reason: "no-attempts" });
    expect(estimateAt(none, "frr@all")).toMatchObject({ value: null, reason: "no-attempts" });
  });
});
