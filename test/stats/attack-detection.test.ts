import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bpcerAtApcer, type SpeciesScores } from "../../src/stats/bpcer-at-apcer.js";
import { clopperPearsonInterval } from "../../src/stats/clopper-pearson-interval.js";
import { coverageVolumes } from "../../src/stats/coverage-volumes.js";
import { exactMinN } from "../../src/stats/exact-min-n.js";
import { exactUpperBound } from "../../src/stats/exact-upper-bound.js";
import { riapar } from "../../src/stats/riapar.js";
import { ruleOfThree } from "../../src/stats/rule-of-three.js";
import { scoreTable } from "../../src/stats/score-table.js";
import { wilsonInterval } from "../../src/stats/wilson-interval.js";
import { worstApcer } from "../../src/stats/worst-apcer.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";

interface Pad {
  species: {
    species: string;
    n: number;
    errors: number;
    apcer: number;
    cp95: [number, number];
    wilson: [number, number];
    ub95: number;
  }[];
  bona_fide: { n: number; errors: number; bpcer: number; cp95: [number, number] };
  apcer_max_pai: number;
  apcer_max_species: string;
}
interface Sizes {
  zero_error_n: { pmax: number; conf: number; n: number; rule_of_3: number }[];
  exact_min_n: { pmax: number; conf: number; errors: number; min_n: number }[];
  pad_examples: { attacks: number; errors: number; ub95_one_sided: number; cp95: [number, number] }[];
}

const pad = readFixture("golden/G20_pad.json") as Pad;
const sizes = readFixture("golden/G17_sample_size.json") as Sizes;

describe.each(pad.species)("G20, scipy beta.ppf, species $species", ({ species, n, errors, ...golden }) => {
  it("rate, bound and intervals", () => {
    const worst = worstApcer([{ species, accepted: errors, presentations: n }]);
    expectClose(worst?.apcer, golden.apcer, 1e-9);
    expectClose(worst?.upper, golden.ub95, 1e-6);
    const [exact, wilson] = [clopperPearsonInterval(errors, n), wilsonInterval(errors, n)];
    expectClose(exact?.low, golden.cp95[0], 1e-6);
    expectClose(exact?.high, golden.cp95[1], 1e-6);
    expectClose(wilson?.low, golden.wilson[0], 1e-9);
    expectClose(wilson?.high, golden.wilson[1], 1e-9);
  });
});

describe("worstApcer", () => {
  const presented = pad.species
    .filter(({ species }) => species !== "injection_vcam")
    .map(({ species, errors, n }) => ({ species, accepted: errors, presentations: n }));
  it("G20: the worst presentation attack is the latex mask, which the pooled rate hides", () => {
    const worst = worstApcer(presented);
    expect(worst?.species).toBe(pad.apcer_max_species);
    expectClose(worst?.apcer, pad.apcer_max_pai, 1e-9);
  });
  it("of equal rates the one with fewest presentations, then the first by name", () => {
    const zero = (species: string, presentations: number) => ({ species, accepted: 0, presentations });
    expect(worstApcer([zero("a", 150), zero("b", 60), zero("c", 0)])?.species).toBe("b");
    expect(worstApcer([zero("b", 60), zero("a", 60)])?.species).toBe("a");
    expect(worstApcer([zero("b", 60), zero("a", 60)].reverse())?.species).toBe("a");
  });
  it("nothing presented is null, never 0", () => {
    expect(worstApcer([])).toBeNull();
    expect(worstApcer([{ species: "mask", accepted: 0, presentations: 0 }])).toBeNull();
    expect(() => worstApcer([{ species: "mask", accepted: 2, presentations: 1 }])).toThrow(RangeError);
  });
});

describe("G17, scipy beta.ppf and closed form, sample sizes", () => {
  it.each(sizes.zero_error_n)("no error, at most $pmax at $conf", ({ pmax, conf, n, rule_of_3 }) => {
    expect(exactMinN(0, pmax, conf)).toBe(n);
    if (Number.isInteger(rule_of_3)) expectClose(ruleOfThree(rule_of_3), pmax, 1e-9);
  });
  it.each(sizes.exact_min_n)("$errors errors, at most $pmax at $conf", ({ pmax, conf, errors, min_n }) => {
    expect(exactMinN(errors, pmax, conf)).toBe(min_n);
  });
  it.each(sizes.pad_examples)("$errors of $attacks attacks", ({ attacks, errors, ub95_one_sided, cp95 }) => {
    expectClose(exactUpperBound(errors, attacks), ub95_one_sided, 1e-6);
    const interval = clopperPearsonInterval(errors, attacks);
    expectClose(interval?.low, cp95[0], 1e-6);
    expectClose(interval?.high, cp95[1], 1e-6);
  });
  it("refuses what is no claim", () => {
    expect(() => exactMinN(0, 0)).toThrow("Unexpected bound 0, expected 0 < bound < 1");
    expect(() => exactMinN(-1, 0.1)).toThrow("Unexpected errors -1, expected an integer >= 0");
    expect(() => exactMinN(0, 0.1, 1)).toThrow(RangeError);
    expect(exactMinN(0, 0.97)).toBe(1);
  });
});

/** Every threshold that tells scores apart, tried one by one: slow, and plainly the definition. */
function bruteForce(
  attacks: readonly { species: string; scores: readonly number[] }[],
  bonaFide: readonly number[],
  target: number,
  direction: "at-or-above" | "below",
): number {
  const all = [...attacks.flatMap(({ scores }) => scores), ...bonaFide];
  const cuts = [...all, Math.max(...all) + 1];
  const flagged = (score: number, cut: number): boolean =>
    direction === "below" ? score < cut : score >= cut;
  const kept = cuts.filter((cut) =>
    attacks.every(
      ({ scores }) => scores.filter((one) => !flagged(one, cut)).length / scores.length <= target,
    ),
  );
  return Math.min(...kept.map((cut) => bonaFide.filter((one) => flagged(one, cut)).length / bonaFide.length));
}

function tablesOf(attacks: readonly { species: string; scores: readonly number[] }[]): SpeciesScores[] {
  return attacks.map(({ species, scores }) => ({
    species,
    scores: scoreTable(scores.map((score) => ({ score, positive: true }))),
  }));
}

describe("bpcerAtApcer", () => {
  const honest = (scores: readonly number[]) =>
    scoreTable(scores.map((score) => ({ score, positive: false })));
  it("is the least BPCER of all thresholds that keep every species at the target", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(
        fc.array(scores, { minLength: 1, maxLength: 4 }),
        scores,
        fc.constantFrom(0, 0.01, 0.05, 0.1, 0.3),
        fc.constantFrom("at-or-above" as const, "below" as const),
        (species, bonaFide, target, direction) => {
          const attacks = species.map((own, index) => ({ species: `s${index}`, scores: own }));
          const point = bpcerAtApcer(tablesOf(attacks), honest(bonaFide), target, direction);
          expect(point?.bpcer).toBe(bruteForce(attacks, bonaFide, target, direction));
          // The threshold it names does what it says.
          const cut = point?.threshold ?? Infinity;
          const flagged = bonaFide.filter((one) => (direction === "below" ? one < cut : one >= cut));
          expect(flagged.length).toBe(point?.flagged);
          const slips = attacks.map(
            (own) =>
              own.scores.filter((one) => (direction === "below" ? one >= cut : one < cut)).length /
              own.scores.length,
          );
          expect(point?.apcer).toBe(Math.max(...slips));
          expect(point?.apcer).toBe(slips[Number(point?.species.slice(1))]);
        },
      ),
    );
  });
  it("is null without attacks or without bona fide scores, and leaves out an untested species", () => {
    const print = tablesOf([{ species: "print", scores: [3, 4] }]);
    expect(bpcerAtApcer([], honest([1]), 0.1, "at-or-above")).toBeNull();
    expect(bpcerAtApcer(print, [], 0.1, "at-or-above")).toBeNull();
    const untested = { species: "mask", scores: [] };
    expect(bpcerAtApcer([...print, untested], honest([1, 3]), 0.1, "at-or-above")).toMatchObject({
      species: "print",
      threshold: 3,
      bpcer: 0.5,
    });
  });
  it("refuses a target that needs no detector", () => {
    expect(() => bpcerAtApcer([], [], 1, "below")).toThrow("Unexpected target 1, expected 0 <= target < 1");
    expect(() => bpcerAtApcer([], [], NaN, "below")).toThrow(RangeError);
  });
});

describe("riapar", () => {
  it("adds the two rates, by hand", () => {
    const result = riapar(5, 60, 30, 1000);
    expectClose(result?.value, 5 / 60 + 30 / 1000, 1e-12);
    const [slip, refusal] = [wilsonInterval(5, 60), wilsonInterval(30, 1000)];
    const down = Math.sqrt((5 / 60 - (slip?.low ?? 0)) ** 2 + (0.03 - (refusal?.low ?? 0)) ** 2);
    expectClose(result?.low, 5 / 60 + 0.03 - down, 1e-12);
  });
  it("a system that refuses everybody scores 1, one that lets every attack in as well", () => {
    expect(riapar(0, 50, 80, 80)?.value).toBe(1);
    expect(riapar(50, 50, 0, 80)?.value).toBe(1);
    expect(riapar(50, 50, 80, 80)).toMatchObject({ value: 2, high: 2 });
  });
  it("is null where one of its rates is missing", () => {
    expect(riapar(0, 0, 3, 10)).toBeNull();
    expect(riapar(0, 10, 0, 0)).toBeNull();
  });
});

describe("coverageVolumes", () => {
  it("adds up, and keeps volume that is out of scope in the whole", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ n: fc.nat(100), volume: fc.nat(1000), inScope: fc.boolean() })),
        (cells) => {
          const { measured, thin, untested, outOfScope, all } = coverageVolumes(cells, 59);
          expect(measured + thin + untested + outOfScope).toBe(all);
          expect(all).toBe(cells.reduce((sum, { volume }) => sum + volume, 0));
        },
      ),
    );
  });
  it("tells thin from measured at the needed count", () => {
    const cell = (n: number) => ({ n, volume: 1, inScope: true });
    expect(coverageVolumes([cell(58), cell(59)], 59)).toMatchObject({ thin: 1, measured: 1 });
    expect(coverageVolumes([cell(0)], 1)).toMatchObject({ untested: 1 });
  });
  it("refuses what is no volume and no count", () => {
    expect(() => coverageVolumes([{ n: 1, volume: -1, inScope: true }], 59)).toThrow("Unexpected volume -1");
    expect(() => coverageVolumes([{ n: 1, volume: Infinity, inScope: true }], 59)).toThrow(RangeError);
    expect(() => coverageVolumes([], 0)).toThrow("Unexpected needed 0, expected an integer >= 1");
    expect(() => coverageVolumes([{ n: -1, volume: 1, inScope: true }], 1)).toThrow("Unexpected n -1");
  });
});
