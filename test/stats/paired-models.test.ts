import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrapInterval } from "../../src/stats/bootstrap-interval.js";
import { clusteredPairedDifference } from "../../src/stats/clustered-paired-difference.js";
import { mcnemar } from "../../src/stats/mcnemar.js";
import { pairedDifference } from "../../src/stats/paired-difference.js";
import { pairedSampleSize } from "../../src/stats/paired-sample-size.js";
import { settlingPairedN } from "../../src/stats/settling-paired-n.js";
import { wilsonInterval } from "../../src/stats/wilson-interval.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";

interface McNemarCase {
  n11: number;
  n12: number;
  n21: number;
  n22: number;
  chi2: number | null;
  p_chi2: number | null;
  chi2_cc: number | null;
  p_chi2_cc: number | null;
  p_exact: number;
  p_midp: number;
  diff: number;
}

const { cases } = readFixture("golden/G03_mcnemar.json") as { cases: McNemarCase[] };

describe.each(cases)("G03, $n12 against $n21", (golden) => {
  const result = mcnemar(golden.n12, golden.n21);
  it("R 4.2.2 mcnemar.test(correct = FALSE) and (correct = TRUE)", () => {
    for (const [ours, reference] of [
      [result.chiSquared, golden.chi2],
      [result.chiSquaredCorrected, golden.chi2_cc],
      [result.pChiSquared, golden.p_chi2],
      [result.pCorrected, golden.p_chi2_cc],
    ] as const) {
      if (reference === null) expect(ours).toBeNull();
      else expectClose(ours, reference, 1e-9);
    }
  });
  it("R 4.2.2 binom.test, and mid-p of Fagerland, Lydersen & Laake 2013", () => {
    expectClose(result.pExact, golden.p_exact, 1e-9);
    expectClose(result.pMid, golden.p_midp, 1e-9);
    expect(result.reason).toBe(golden.n12 + golden.n21 === 0 ? "none-discordant" : null);
  });
  it("the difference of the two shares", () => {
    const { n11: both, n12: onlyA, n21: onlyB, n22: neither } = golden;
    expectClose(pairedDifference({ both, onlyA, onlyB, neither })?.difference, golden.diff, 1e-12);
  });
});

describe("G30, two platforms on the same 2,300 messages", () => {
  const golden = readFixture("golden/G30_nlp_platforms.json") as {
    diff: number;
    mcnemar_exact: number;
    mcnemar_midp: number;
    newcombe_paired_ci95: [number, number];
    table: { both: number; only_a: number; only_b: number; neither: number };
  };
  const { both, only_a: onlyA, only_b: onlyB, neither } = golden.table;
  it("Newcombe's paired interval holds 0 while Wald's does not", () => {
    const result = pairedDifference({ both, onlyA, onlyB, neither });
    expectClose(result?.difference, golden.diff, 1e-12);
    expectClose(result?.interval.low, golden.newcombe_paired_ci95[0], 1e-9);
    expectClose(result?.interval.high, golden.newcombe_paired_ci95[1], 1e-9);
  });
  it("exact and mid-p", () => {
    expectClose(mcnemar(onlyA, onlyB).pExact, golden.mcnemar_exact, 1e-9);
    expectClose(mcnemar(onlyA, onlyB).pMid, golden.mcnemar_midp, 1e-9);
  });
});

describe("pairedDifference", () => {
  it("contingencytables (R) Newcombe_square_and_add_CI_paired_2x2, as its own tests print it", () => {
    const result = pairedDifference({ both: 59, onlyA: 6, onlyB: 16, neither: 80 });
    expect(result?.interval.low).toBeCloseTo(-0.1186, 4);
    expect(result?.interval.high).toBeCloseTo(-0.0046, 4);
  });
  it("at the edges: nothing, one case, always right, never together", () => {
    expect(pairedDifference({ both: 0, onlyA: 0, onlyB: 0, neither: 0 })).toBeNull();
    const perfect = pairedDifference({ both: 20, onlyA: 0, onlyB: 0, neither: 0 });
    const wilson = wilsonInterval(20, 20);
    expect(perfect).toMatchObject({ difference: 0, phi: 0 });
    // Two perfect models on 20 cases: not [0, 0].
    expectClose(perfect?.interval.low, (wilson?.low ?? 0) - 1, 1e-12);
    expect(perfect?.interval.high).toBeCloseTo(1 - (wilson?.low ?? 0), 12);
    const opposed = pairedDifference({ both: 0, onlyA: 30, onlyB: 0, neither: 0 });
    expect(opposed?.interval.high).toBe(1);
    expect(opposed?.interval.low).toBeGreaterThan(0.8);
    expect(pairedDifference({ both: 0, onlyA: 1, onlyB: 0, neither: 0 })?.phi).toBe(0);
    expect(() => pairedDifference({ both: 0, onlyA: -1, onlyB: 0, neither: 0 })).toThrow(
      "Unexpected onlyA -1, expected a finite number >= 0",
    );
    expect(() => pairedDifference({ both: NaN, onlyA: 1, onlyB: 0, neither: 0 })).toThrow("both NaN");
  });
  it("exchanging the models turns the interval round, and it always holds the difference", () => {
    const count = fc.nat(60);
    fc.assert(
      fc.property(count, count, count, count, (both, onlyA, onlyB, neither) => {
        const forth = pairedDifference({ both, onlyA, onlyB, neither });
        const back = pairedDifference({ both, onlyA: onlyB, onlyB: onlyA, neither });
        if (forth === null || back === null) {
          expect(both + onlyA + onlyB + neither).toBe(0);
          return;
        }
        expect(forth.interval.low).toBeCloseTo(-back.interval.high, 12);
        expect(forth.interval.low).toBeLessThanOrEqual(forth.difference);
        expect(forth.interval.high).toBeGreaterThanOrEqual(forth.difference);
        expect(forth.interval.low).toBeGreaterThanOrEqual(-1);
        expect(forth.interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("mcnemar", () => {
  it("agrees with sums of exact binomial terms", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (b, c) => {
        fc.pre(b + c > 0);
        const n = b + c;
        const terms = Array.from({ length: n + 1 }, (_, x) => Number(choose(n, x)) / 2 ** n);
        const fewer = Math.min(b, c);
        const upTo = terms.slice(0, fewer + 1).reduce((sum, term) => sum + term, 0);
        const at = terms[fewer] ?? NaN;
        expectClose(mcnemar(b, c).pExact, Math.min(1, 2 * upTo), 1e-9);
        expectClose(mcnemar(b, c).pMid, b === c ? 1 - at / 2 : 2 * upTo - at, 1e-9);
      }),
    );
  });
  it("serves a million discordant cases", () => {
    const result = mcnemar(500_000, 501_000);
    expect(result.pExact).toBeGreaterThan(result.pMid);
    // At this size the corrected chi-squared is the exact test.
    expectClose(result.pExact, result.pCorrected ?? NaN, 1e-4);
  });
  it("refuses what is not a count", () => {
    expect(() => mcnemar(-1, 3)).toThrow("Unexpected onlyA -1 and onlyB 3, expected integers >= 0");
    expect(() => mcnemar(1, 2.5)).toThrow("onlyB 2.5");
  });
});

describe("clusteredPairedDifference", () => {
  const counts = { both: 40, onlyA: 12, onlyB: 5, neither: 8 };
  const n = 65;
  it("one case per subject is the difference of independent cases", () => {
    const sums = { subjects: n, sumD2: 17, sumDM: 7, sumM2: n };
    const result = clusteredPairedDifference(counts, sums);
    expectClose(result?.designEffect, 1, 1e-12);
    expectClose(result?.interval.low, pairedDifference(counts)?.interval.low, 1e-12);
    expectClose(result?.interval.high, pairedDifference(counts)?.interval.high, 1e-12);
  });
  it("every case written three times is worth no more than the cases", () => {
    const thrice = { both: 120, onlyA: 36, onlyB: 15, neither: 24 };
    const sums = { subjects: n, sumD2: 9 * 17, sumDM: 9 * 7, sumM2: 9 * n };
    const result = clusteredPairedDifference(thrice, sums);
    // (3 K - 1) / (K - 1): the sample variance divides by n - 1.
    expectClose(result?.designEffect, (3 * n - 1) / (n - 1), 1e-12);
    expectClose(result?.effectiveN, (3 * n * (n - 1)) / (3 * n - 1), 1e-12);
    expect(result?.interval.low).toBeLessThan(pairedDifference(thrice)?.interval.low ?? NaN);
  });
  it("its width is that of the bootstrap over subjects, within a tenth", () => {
    // 60 subjects of 1 to 4 cases; a subject's cases tend to go the same way.
    const subjects = Array.from({ length: 60 }, (_, k) => {
      const m = 1 + (k % 4);
      return { m, onlyA: k % 5 === 0 ? m : 0, onlyB: k % 11 === 3 ? m : 0 };
    });
    const sum = (of: (subject: (typeof subjects)[number]) => number): number =>
      subjects.reduce((total, subject) => total + of(subject), 0);
    const [onlyA, onlyB, cases] = [sum((s) => s.onlyA), sum((s) => s.onlyB), sum((s) => s.m)];
    const result = clusteredPairedDifference(
      { both: cases - onlyA - onlyB - 20, onlyA, onlyB, neither: 20 },
      {
        subjects: 60,
        sumD2: sum((s) => (s.onlyA - s.onlyB) ** 2),
        sumDM: sum((s) => (s.onlyA - s.onlyB) * s.m),
        sumM2: sum((s) => s.m ** 2),
      },
    );
    const drawn = bootstrapInterval(60, (times) => {
      const of = (value: (subject: (typeof subjects)[number]) => number): number =>
        subjects.reduce((total, subject, k) => total + value(subject) * (times[k] ?? 0), 0);
      return of((s) => s.onlyA - s.onlyB) / of((s) => s.m);
    });
    const ours = (result?.interval.high ?? NaN) - (result?.interval.low ?? NaN);
    const theirs = (drawn.interval?.high ?? NaN) - (drawn.interval?.low ?? NaN);
    expect(Math.abs(ours / theirs - 1)).toBeLessThan(0.1);
    expect(result?.designEffect).toBeGreaterThan(2);
  });
  it("few subjects count one each; no disagreement, no subject, no case", () => {
    const few = clusteredPairedDifference(counts, { subjects: 5, sumD2: 30, sumDM: 90, sumM2: 900 });
    expect(few?.effectiveN).toBe(5);
    const same = { both: 30, onlyA: 0, onlyB: 0, neither: 10 };
    const none = clusteredPairedDifference(same, { subjects: 20, sumD2: 0, sumDM: 0, sumM2: 80 });
    expect(none).toMatchObject({ difference: 0, designEffect: null, effectiveN: 20 });
    expect(none?.interval.high).toBeGreaterThan(0);
    expect(clusteredPairedDifference(same, { subjects: 0, sumD2: 0, sumDM: 0, sumM2: 0 })).toBeNull();
    expect(() => clusteredPairedDifference(same, { subjects: 2, sumD2: 1.5, sumDM: 0, sumM2: 0 })).toThrow(
      "Unexpected sumD2 1.5, expected an integer",
    );
  });
});

describe("how many cases settle a comparison", () => {
  it("Connor's size gives McNemar's test the power asked for, by summing over every table", () => {
    for (const [a, b, power] of [
      [0.1, 0.05, 0.8],
      [0.2, 0.1, 0.9],
    ] as const) {
      const n = pairedSampleSize(a, b, power) ?? NaN;
      expect(Math.abs(chiSquaredPower(n, a, b) - power)).toBeLessThan(0.015);
    }
    expect(pairedSampleSize(0.1, 0.1)).toBeNull();
    expect(pairedSampleSize(1, 0)).toBe(4);
    expect(() => pairedSampleSize(0.8, 0.3)).toThrow("Unexpected onlyA + onlyB");
    expect(() => pairedSampleSize(0.2, 0.1, 1)).toThrow("Unexpected power 1");
  });
  it("the settling size is the first at which the same shares exclude 0", () => {
    const counts = { both: 2123, onlyA: 56, onlyB: 37, neither: 84 };
    const n = settlingPairedN(counts) ?? NaN;
    const scaled = (size: number): number => {
      const of = (count: number): number => (count / 2300) * size;
      const { both, onlyA, onlyB, neither } = counts;
      const cells = { both: of(both), onlyA: of(onlyA), onlyB: of(onlyB), neither: of(neither) };
      return pairedDifference(cells)?.interval.low ?? NaN;
    };
    expect(scaled(n)).toBeGreaterThan(0);
    expect(scaled(n - 1)).toBeLessThanOrEqual(0);
    expect(n).toBeGreaterThan(2300);
  });
  it("a clear difference needs no more than there is; a tie is never settled", () => {
    expect(settlingPairedN({ both: 50, onlyA: 40, onlyB: 2, neither: 8 })).toBeLessThanOrEqual(100);
    expect(settlingPairedN({ both: 50, onlyA: 2, onlyB: 40, neither: 8 })).toBeLessThanOrEqual(100);
    expect(settlingPairedN({ both: 50, onlyA: 4, onlyB: 4, neither: 8 })).toBeNull();
    expect(settlingPairedN({ both: 0, onlyA: 0, onlyB: 0, neither: 0 })).toBeNull();
    expect(settlingPairedN({ both: 1e9, onlyA: 1001, onlyB: 1000, neither: 0 })).toBeGreaterThan(1e9);
  });
});

/** Power of McNemar's chi-squared at 5 %: the chance of every table that it would reject. */
function chiSquaredPower(n: number, a: number, b: number): number {
  let power = 0;
  for (const [discordant, chance] of binomial(n, a + b)) {
    for (const [onlyA, inner] of binomial(discordant, a / (a + b))) {
      const gap = 2 * onlyA - discordant;
      if (discordant > 0 && gap ** 2 / discordant > 3.841458820694124) power += chance * inner;
    }
  }
  return power;
}

/** Every count of a binomial with its chance, by the ratio of neighbours from the mode outwards. */
function binomial(n: number, p: number): [number, number][] {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const weights = new Map([[mode, 1]]);
  for (let x = mode; x < n; x += 1)
    weights.set(x + 1, ((weights.get(x) ?? 0) * (n - x) * p) / ((x + 1) * (1 - p)));
  for (let x = mode; x > 0; x -= 1)
    weights.set(x - 1, ((weights.get(x) ?? 0) * x * (1 - p)) / ((n - x + 1) * p));
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return [...weights].flatMap(([x, weight]) =>
    weight > 1e-12 ? [[x, weight / total] as [number, number]] : [],
  );
}

function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let i = 1; i <= k; i += 1) result = (result * BigInt(n - k + i)) / BigInt(i);
  return result;
}
