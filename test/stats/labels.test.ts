import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accuracyBehindLabelNoise } from "../../src/stats/accuracy-behind-label-noise.js";
import { accuracyUnderLabelNoise } from "../../src/stats/accuracy-under-label-noise.js";
import { krippendorffAlphaInterval } from "../../src/stats/krippendorff-alpha-interval.js";
import { krippendorffAlpha } from "../../src/stats/krippendorff-alpha.js";
import { labelNoiseFromAgreement } from "../../src/stats/label-noise-from-agreement.js";
import { roganGladen } from "../../src/stats/rogan-gladen.js";
import { weightedKappaInterval } from "../../src/stats/weighted-kappa-interval.js";
import { weightedKappa } from "../../src/stats/weighted-kappa.js";
import { wilsonInterval } from "../../src/stats/wilson-interval.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";

interface Kappa {
  readonly kappa: number;
  readonly low: number;
  readonly high: number;
}
type Values = (number | null)[];
const g11 = readFixture("golden/G11_agreement.json") as {
  krippendorff: { data_coders_by_units: Values[]; alpha: Record<string, number> };
  cohen_2x2: Record<string, number>;
  weighted: { a: number[]; b: number[]; kappa: number; linear: number; quadratic: number };
};
const g11b = readFixture("golden/G11b_kappa_ci.json") as { ci: { lower: number; upper: number } };
const g31 = readFixture("golden/G31_label_noise.json") as {
  symmetric_noise: Record<"acc" | "rho" | "observed" | "ceiling" | "corrected", number>[];
  rogan_gladen: Record<"observed_positive_rate" | "se" | "sp" | "true_prevalence", number>[];
};
const reference = readFixture("many-classes.json") as {
  kappa: { matrix: number[][]; none: Kappa; linear: Kappa; quadratic: Kappa }[];
  alpha: Record<string, { alpha: number; low: number; high: number }> & { units: Values[] };
};
const scales = ["nominal", "ordinal", "interval", "ratio"] as const;
const kinds = ["none", "linear", "quadratic"] as const;

describe("weightedKappa", () => {
  it("G11, scikit-learn 1.2.1 cohen_kappa_score(weights=None, 'linear', 'quadratic')", () => {
    const { a, b, kappa, linear, quadratic } = g11.weighted;
    const matrix = [1, 2, 3].map((i) =>
      [1, 2, 3].map((j) => a.filter((v, u) => v === i && b[u] === j).length),
    );
    expectClose(weightedKappa(matrix), kappa, 1e-12);
    expectClose(weightedKappa(matrix, "linear"), linear, 1e-12);
    expectClose(weightedKappa(matrix, "quadratic"), quadratic, 1e-12);
  });
  it("G11b, R psych 2.2.9 cohen.kappa(matrix(c(20,5,10,15),2))", () => {
    const bounds = weightedKappaInterval([
      [20, 5],
      [10, 15],
    ]);
    expectClose(bounds?.low, g11b.ci.lower, 1e-6);
    expectClose(bounds?.high, g11b.ci.upper, 1e-6);
  });
  it.each(reference.kappa)("statsmodels 0.15.0 cohens_kappa of $matrix", ({ matrix, ...expected }) => {
    for (const weights of kinds) {
      expectClose(weightedKappa(matrix, weights), expected[weights].kappa, 1e-9);
      const bounds = weightedKappaInterval(matrix, weights);
      expectClose(bounds?.low, expected[weights].low, 1e-6);
      expectClose(bounds?.high, expected[weights].high, 1e-6);
    }
  });
  it("is undefined for one category, and without an interval at full agreement", () => {
    for (const weights of kinds) {
      expect(weightedKappa([[7]], weights)).toBeNull();
      expect(weightedKappa([], weights)).toBeNull();
      expect(
        weightedKappa(
          [
            [0, 0],
            [0, 0],
          ],
          weights,
        ),
      ).toBeNull();
      expect(
        weightedKappa(
          [
            [7, 0],
            [0, 0],
          ],
          weights,
        ),
      ).toBeNull();
      expect(
        weightedKappaInterval(
          [
            [7, 0],
            [0, 0],
          ],
          weights,
        ),
      ).toBeNull();
      expect(
        weightedKappa(
          [
            [7, 0],
            [0, 3],
          ],
          weights,
        ),
      ).toBe(1);
      expect(
        weightedKappaInterval(
          [
            [7, 0],
            [0, 3],
          ],
          weights,
        ),
      ).toBeNull();
    }
  });
});

describe("krippendorffAlpha", () => {
  const coders = g11.krippendorff.data_coders_by_units;
  const units = (coders[0] ?? []).map((_, u) => ({
    values: coders.map((coder) => coder[u] ?? null),
    count: 1,
  }));
  it.each(scales)("G11, coincidence matrix, data of Krippendorff 2011: %s", (metric) => {
    expectClose(krippendorffAlpha(units, metric), g11.krippendorff.alpha[metric], 1e-12);
  });
  it.each(scales)("pairwise definition and row-wise jackknife in numpy 2.4.6: %s", (metric) => {
    const counted = counting(reference.alpha.units);
    expectClose(krippendorffAlpha(counted, metric), reference.alpha[metric]?.alpha, 1e-9);
    const bounds = krippendorffAlphaInterval(counted, metric);
    expectClose(bounds?.low, reference.alpha[metric]?.low, 1e-6);
    expectClose(bounds?.high, reference.alpha[metric]?.high, 1e-6);
  });
  it("does not see the order of units or coders, nor whether equal units are counted together", () => {
    const value = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null });
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { maxLength: 20 }),
        fc.constantFrom(...scales),
        (rows, metric) => {
          const single = krippendorffAlpha(
            rows.map((values) => ({ values, count: 1 })),
            metric,
          );
          const turned = krippendorffAlpha(counting(rows.map((row) => [...row].reverse()).reverse()), metric);
          if (single === null || turned === null) {
            expect(turned).toBe(single);
            return;
          }
          expect(single).toBeLessThanOrEqual(1 + 1e-12);
          expect(turned).toBeCloseTo(single, 9);
        },
      ),
    );
  });
  it("is null without pairs and where all say one thing, and refuses what is no value", () => {
    for (const metric of scales) {
      expect(krippendorffAlpha([], metric)).toBeNull();
      expect(krippendorffAlpha([{ values: [1, null], count: 9 }], metric)).toBeNull();
      expect(krippendorffAlpha([{ values: [1, 1], count: 9 }], metric)).toBeNull();
      expect(krippendorffAlphaInterval([{ values: [1, 1], count: 99 }], metric)).toBeNull();
      const agreed = [
        { values: [1, 1], count: 9 },
        { values: [2, 2], count: 9 },
      ];
      expect(krippendorffAlpha(agreed, metric)).toBe(1);
      expect(krippendorffAlphaInterval(agreed, metric)).toBeNull();
      const few = [
        { values: [1, 2], count: 1 },
        { values: [2, 2], count: 8 },
      ];
      expect(krippendorffAlphaInterval(few, metric)).toBeNull();
      expect(
        krippendorffAlphaInterval(
          [
            { values: [1, 2], count: 1 },
            { values: [2, 2], count: 30 },
          ],
          metric,
        ),
      ).toBeNull();
    }
    expect(() => krippendorffAlpha([{ values: [-1, 2], count: 1 }], "ratio")).toThrow("Unexpected value -1");
    expect(() => krippendorffAlpha([{ values: [NaN, 2], count: 1 }], "nominal")).toThrow(
      "Unexpected value NaN",
    );
    expect(() => krippendorffAlpha([{ values: [1, 2], count: 0.5 }], "nominal")).toThrow(
      "Unexpected count 0.5",
    );
  });
});

function counting(rows: readonly Values[]): { values: Values; count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(JSON.stringify(row), (counts.get(JSON.stringify(row)) ?? 0) + 1);
  return [...counts].map(([row, count]) => ({ values: JSON.parse(row) as Values, count }));
}

describe("label noise", () => {
  it.each(g31.symmetric_noise)("G31, closed form: accuracy $acc under noise $rho", (row) => {
    expectClose(accuracyUnderLabelNoise(row.acc, row.rho), row.observed, 1e-9);
    expectClose(accuracyUnderLabelNoise(1, row.rho), row.ceiling, 1e-9);
    expectClose(accuracyBehindLabelNoise(row.observed, row.rho).accuracy, row.corrected, 1e-9);
  });
  it("comes back from agreement, for any number of classes", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 50 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (classes, share) => {
          const noise = share * (1 - 1 / classes);
          const agreement = (1 - noise) ** 2 + noise ** 2 / (classes - 1);
          expect(labelNoiseFromAgreement(Math.min(1, agreement), classes) ?? noise).toBeCloseTo(noise, 6);
        },
      ),
    );
    expect(labelNoiseFromAgreement(1)).toBe(0);
    expect(labelNoiseFromAgreement(0.5)).toBe(0.5);
    expect(labelNoiseFromAgreement(0.49)).toBeNull();
  });
  it("says why there is no accuracy behind an observed one", () => {
    expect(accuracyBehindLabelNoise(0.96, 0.05)).toEqual({ accuracy: null, reason: "above-ceiling" });
    expect(accuracyBehindLabelNoise(0.04, 0.05)).toEqual({ accuracy: null, reason: "below-chance" });
    expect(accuracyBehindLabelNoise(0.5, 0.5)).toEqual({ accuracy: null, reason: "noise-hides-all" });
    expect(() => accuracyBehindLabelNoise(0.5, 1.5)).toThrow("Unexpected noise 1.5");
    expect(() => accuracyUnderLabelNoise(0.5, 0.1, 1)).toThrow(
      "Unexpected classes 1, expected an integer >= 2",
    );
    expect(() => labelNoiseFromAgreement(0.5, 2.5)).toThrow("Unexpected classes 2.5");
  });
});

describe("roganGladen", () => {
  it.each(g31.rogan_gladen)("G31, closed form: $observed_positive_rate at se $se, sp $sp", (row) => {
    const n = 1000;
    const found = roganGladen(row.observed_positive_rate * n, n, row.se, row.sp);
    expectClose(found?.raw, row.true_prevalence, 1e-9);
    expect(found?.reason).toBe(row.true_prevalence > 0 ? undefined : "not-above-noise");
    expect(found?.value).toBe(row.true_prevalence > 0 ? found?.raw : null);
  });
  it("moves Wilson's bounds and keeps them in [0, 1]", () => {
    const wilson = wilsonInterval(300, 1000);
    const found = roganGladen(300, 1000, 0.9, 0.95);
    expectClose(found?.interval.low, ((wilson?.low ?? 9) - 0.05) / 0.85, 1e-12);
    expectClose(found?.interval.high, ((wilson?.high ?? 9) - 0.05) / 0.85, 1e-12);
    expect(roganGladen(10, 1000, 0.9, 0.98)?.interval.low).toBe(0);
    expect(roganGladen(95, 100, 0.9, 0.98)).toMatchObject({ value: null, reason: "above-one" });
  });
  it("says 0 for a perfect reviewer who found none, and nothing for one no better than chance", () => {
    expect(roganGladen(0, 50, 1, 1)).toMatchObject({ raw: 0, value: 0 });
    expect(roganGladen(0, 50, 1, 1)?.interval.high).toBeCloseTo(wilsonInterval(0, 50)?.high ?? 9, 12);
    expect(roganGladen(10, 50, 0.6, 0.4)).toBeNull();
    expect(roganGladen(0, 0, 0.9, 0.9)).toBeNull();
    expect(() => roganGladen(1, 2, 1.1, 0.9)).toThrow("Unexpected sensitivity 1.1");
  });
});
