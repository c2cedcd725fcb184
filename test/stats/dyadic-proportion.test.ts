import { describe, expect, it } from "vitest";
import { dyadicProportion } from "../../src/stats/dyadic-proportion.js";
import { logistic } from "../../src/stats/logistic.js";
import { normalQuantile } from "../../src/stats/normal-quantile.js";
import { seededRandom } from "../../src/stats/random.js";
import { twoWayBootstrap, type SubjectPair } from "../../src/stats/two-way-bootstrap.js";
import { expectClose } from "./expect-close.js";

/** One comparison of every two people; people who resemble everybody raise the chance on all theirs. */
function simulate(people: number, spread: number, seed: number): SubjectPair[] {
  const random = seededRandom(seed);
  const own = Array.from({ length: people }, () => spread * normalQuantile(random()));
  return own.flatMap((a, probe) =>
    own.slice(0, probe).map((b, reference) => ({
      probe,
      reference,
      errors: random() < logistic(a + b - 1) ? 1 : 0,
      trials: 1,
    })),
  );
}

function sumsOf(pairs: readonly SubjectPair[]) {
  const people = new Map<number, { k: number; m: number }>();
  for (const { probe, reference, errors, trials } of pairs) {
    for (const person of [probe, reference]) {
      const { k, m } = people.get(person) ?? { k: 0, m: 0 };
      people.set(person, { k: k + errors, m: m + trials });
    }
  }
  const sum = (of: (person: { k: number; m: number }) => number): number =>
    [...people.values()].reduce((total, person) => total + of(person), 0);
  return {
    subjects: people.size,
    errors: pairs.reduce((total, pair) => total + pair.errors, 0),
    trials: pairs.reduce((total, pair) => total + pair.trials, 0),
    sumK2: sum(({ k }) => k * k),
    sumKM: sum(({ k, m }) => k * m),
    sumM2: sum(({ m }) => m * m),
  };
}

describe("dyadicProportion", () => {
  it("is the sum over all pairs of comparisons that share a person, by the defining double loop", () => {
    const pairs = simulate(25, 0.8, 3);
    const result = dyadicProportion(sumsOf(pairs));
    const p = result?.share ?? 0;
    let variance = 0;
    for (const a of pairs) {
      for (const b of pairs) {
        const shares = [b.probe, b.reference].some((person) => person === a.probe || person === a.reference);
        if (shares) variance += (a.errors - p) * (b.errors - p);
      }
    }
    expectClose(result?.standardError, Math.sqrt(variance) / pairs.length, 1e-9);
    expectClose(result?.effectiveN, pairs.length / (result?.designEffect ?? 1), 1e-12);
  });
  it("comes close to resampling people, within a fifth", () => {
    for (const seed of [1, 2, 3]) {
      const pairs = simulate(60, 0.7, seed);
      const drawn = twoWayBootstrap(pairs, { draws: 600, seed });
      const ratio = (dyadicProportion(sumsOf(pairs))?.standardError ?? 0) / (drawn?.standardError ?? 1);
      expect(Math.abs(ratio - 1)).toBeLessThan(0.2);
    }
  });
  it("never claims more than independent comparisons, and nothing where no variance can be had", () => {
    const sums = { subjects: 4, errors: 2, trials: 6, sumK2: 6, sumKM: 12, sumM2: 36 };
    expect(dyadicProportion(sums)?.designEffect).toBe(1);
    expect(dyadicProportion({ ...sums, errors: 0, sumK2: 0, sumKM: 0 })).toBeNull();
    expect(dyadicProportion({ ...sums, errors: 6, sumK2: 36, sumKM: 36 })).toBeNull();
    expect(dyadicProportion({ ...sums, errors: 0, trials: 0 })).toBeNull();
    expect(() => dyadicProportion({ ...sums, errors: 7 })).toThrow("Unexpected errors 7 of trials 6");
    expect(() => dyadicProportion(sums, 0)).toThrow("Unexpected level 0");
  });
});
