import { describe, expect, it } from "vitest";

import { sourceName } from "../../src/model/source-name.js";
import { expectClose } from "../stats/expect-close.js";
import { readFixture } from "../stats/read-fixture.js";
import { seeded } from "./seeded.js";
import { project, rowOf, table, type Row } from "./attack-project.js";
import { assessFiles, estimateAt, valueOf } from "./project-folder.js";

interface Pad {
  species: {
    species: string;
    n: number;
    errors: number;
    apcer: number;
    cp95: [number, number];
    ub95: number;
  }[];
  bona_fide: { n: number; errors: number; bpcer: number; cp95: [number, number] };
  apcer_max_pai: number;
  apcer_max_species: string;
}

describe("G20, scipy beta.ppf, through a whole project", async () => {
  const pad = readFixture("golden/G20_pad.json") as Pad;
  const way = (species: string): string => (species === "injection_vcam" ? "injection" : "presentation");
  const repeat = (n: number, row: (index: number) => Row): Row[] =>
    Array.from({ length: n }, (_, index) => row(index));
  const rows = [
    ...pad.species.flatMap(({ species, n, errors }) =>
      repeat(n, (index) => ({ what: species, way: way(species), said: index < errors ? "live" : "attack" })),
    ),
    ...repeat(pad.bona_fide.n, (index) => ({
      what: "bona fide",
      way: "",
      said: index < pad.bona_fide.errors ? "attack" : "live",
    })),
  ];
  const assessment = await assessFiles(
    project(rows, {
      bona_fide: "bona fide",
      attack_class: "way",
      prediction: "said",
      flagged: "attack",
      in_scope: {
        what: [...pad.species.map(({ species }) => species), "silicone_mask"],
        way: ["presentation", "injection"],
      },
    }),
  );

  it.each(pad.species)("$species", ({ species, errors, n, apcer, cp95, ub95 }) => {
    const metric = species === "injection_vcam" ? "injection-slip" : "apcer";
    const estimate = estimateAt(assessment, `${metric}[${species}]@all`);
    expect([estimate.numerator, estimate.denominator, estimate.of]).toEqual([errors, n, "positives"]);
    expectClose(estimate.value, apcer, 1e-9);
    expectClose(estimate.interval?.high, errors === 0 ? ub95 : cp95[1], 1e-6);
    expect(estimate.interval?.side).toBe(errors === 0 ? "at-most" : "two-sided");
  });
  it("the headline is the worst presentation attack by name; injection stands apart and nothing is pooled", () => {
    const worst = estimateAt(assessment, "apcer@all");
    expect([worst.worst, worst.numerator, worst.denominator]).toEqual([pad.apcer_max_species, 5, 60]);
    expectClose(worst.value, pad.apcer_max_pai, 1e-9);
    expect(estimateAt(assessment, "injection-slip@all").worst).toBe("injection_vcam");
    const pooled = pad.species.reduce((sum, { errors }) => sum + errors, 0);
    expect(
      assessment.estimates.filter(({ numerator }) => numerator === pooled || numerator === pooled - 9),
    ).toEqual([]);
    expect(
      assessment.estimates.filter(({ metric }) => /acer|hter/.test(metric) && metric !== "apcer"),
    ).toEqual([]);
  });
  it("BPCER with its counts and exact interval", () => {
    const { value, numerator, denominator, of, interval } = estimateAt(assessment, "bpcer@all");
    expect([numerator, denominator, of]).toEqual([27, 1000, "negatives"]);
    expectClose(value, pad.bona_fide.bpcer, 1e-9);
    expectClose(interval?.low, pad.bona_fide.cp95[0], 1e-6);
    expectClose(interval?.high, pad.bona_fide.cp95[1], 1e-6);
  });
  it("the attack matrix keeps untested cells empty", () => {
    expect(table(assessment, "attack-matrix").columns).toEqual([
      "presentation:slipped",
      "presentation:tested",
      "injection:slipped",
      "injection:tested",
      "state",
    ]);
    expect(rowOf(assessment, "attack-matrix", "latex_mask")).toEqual([5, 60, null, null, 0]);
    expect(rowOf(assessment, "attack-matrix", "injection_vcam")).toEqual([null, null, 9, 40, 1]);
    expect(rowOf(assessment, "attack-matrix", "silicone_mask")).toEqual([null, null, null, null, 2]);
  });
  it("finds what was never tried, what was tried too seldom, and that zero is a bound", () => {
    const said = Object.fromEntries(assessment.findings.map(({ id, slots }) => [id, slots]));
    expect(said["unmeasured-attack#untested"]).toMatchObject({ names: "silicone_mask", count: 1, of: 7 });
    expect(said["unmeasured-attack#thin"]).toMatchObject({ names: "injection_vcam", needed: 59 });
    expect(said["zero-errors#attacks"]).toEqual({ count: 2, fewest: 150 });
  });
});

describe("a recount of simulated presentations", async () => {
  const random = seeded(7);
  const species = ["print", "replay", "mask"];
  const rows = Array.from({ length: 1_500 }, (_, index): Row => {
    const what = random.next() < 0.5 ? "live" : (species[index % 3] ?? "print");
    const isAttack = what !== "live";
    const score =
      Math.round(
        100 * Math.min(1, Math.max(0, 0.45 * random.next() + (isAttack ? 0.4 - 0.1 * (index % 3) : 0.1))),
      ) / 100;
    const answered = random.next() > 0.04;
    const accepted = answered && score < 0.5 && random.next() < 0.8;
    return {
      what,
      score: answered ? score : "",
      state: answered ? "ok" : "timeout",
      device: random.next() < 0.3 ? "old" : "new",
      accepted: accepted ? "yes" : "no",
    };
  });
  const assessment = await assessFiles(
    project(rows, {
      bona_fide: "live",
      score: "score",
      threshold: 0.5,
      no_response: { column: "state", value: "timeout" },
      accepted: { column: "accepted", value: "yes" },
      slices: ["device"],
    }),
  );
  const of = (what: string): Row[] => rows.filter((row) => row.what === what);
  const answered = (own: readonly Row[]): Row[] => own.filter(({ state }) => state === "ok");
  const share = (own: readonly Row[], keep: (row: Row) => boolean): number =>
    own.filter(keep).length / own.length;
  const slips = (own: readonly Row[], threshold = 0.5): number =>
    share(answered(own), ({ score = 0 }) => Number(score) < threshold);

  it.each(species)("%s", (name) => {
    expectClose(valueOf(assessment, `apcer[${name}]@all`), slips(of(name)), 1e-12);
    expectClose(
      valueOf(assessment, `apnrr[${name}]@all`),
      share(of(name), ({ state }) => state === "timeout"),
      1e-12,
    );
    expectClose(
      valueOf(assessment, `iapar[${name}]@all`),
      share(of(name), ({ accepted }) => accepted === "yes"),
      1e-12,
    );
  });
  it("the highest of the species, and bona fide rates", () => {
    expectClose(valueOf(assessment, "apcer@all"), Math.max(...species.map((name) => slips(of(name)))), 1e-12);
    expectClose(valueOf(assessment, "bpcer@all"), 1 - slips(of("live")), 1e-12);
    expectClose(
      valueOf(assessment, "bpnrr@all"),
      share(of("live"), ({ state }) => state === "timeout"),
      1e-12,
    );
    const iapar = Math.max(...species.map((name) => share(of(name), ({ accepted }) => accepted === "yes")));
    const refused = share(of("live"), ({ accepted }) => accepted === "no");
    expectClose(valueOf(assessment, "bona-fide-refusal@all"), refused, 1e-12);
    expectClose(valueOf(assessment, "riapar@all"), iapar + refused, 1e-12);
  });
  it.each([0.1, 0.05, 0.01])("BPCER where no species slips more than %s, at every score tried", (target) => {
    const cuts = [...new Set(answered(rows).map(({ score }) => Number(score)))];
    const kept = cuts.filter((cut) => species.every((name) => slips(of(name), cut) <= target));
    const least = Math.min(...kept.map((cut) => 1 - slips(of("live"), cut)));
    const estimate = estimateAt(assessment, `bpcer[apcer=${target}]@all`);
    expectClose(estimate.value, least, 1e-12);
    expect(species).toContain(estimate.worst);
    expectClose(1 - slips(of("live"), estimate.threshold ?? NaN), least, 1e-12);
  });
  it.each(["old", "new"])("device %s", (device) => {
    const own = (what: string): Row[] => of(what).filter((row) => row.device === device);
    expectClose(valueOf(assessment, `bpcer@device=${device}`), 1 - slips(own("live")), 1e-12);
    expectClose(
      valueOf(assessment, `apcer@device=${device}`),
      Math.max(...species.map((name) => slips(own(name)))),
      1e-12,
    );
  });
});

describe("a document check", async () => {
  const volume = "country,kind,checks\nDE,card,800\nMT,card,150\nMT,passport,50\n";
  const rows = [
    ...Array.from({ length: 130 }, (_, i) => ({
      what: i < 60 ? "forged" : "genuine",
      country: "DE",
      kind: "card",
      said: i % 3 === 0 ? "stop" : "go",
      went: i % 10 === 0 ? "person" : "through",
    })),
    ...Array.from({ length: 5 }, () => ({
      what: "genuine",
      country: "MT",
      kind: "card",
      said: "go",
      went: "through",
    })),
    ...Array.from({ length: 2 }, () => ({
      what: "forged",
      country: "XX",
      kind: "card",
      said: "stop",
      went: "person",
    })),
  ];
  const evaluation = {
    check: "document",
    bona_fide: "genuine",
    prediction: "said",
    flagged: "stop",
    outcome: { column: "went", straight_through: "through", review: "person" },
  };
  const coverage = { columns: ["country", "kind"], volume: "volume.csv", volume_column: "checks" };
  const assessment = await assessFiles({
    ...project(rows, { ...evaluation, coverage }),
    "volume.csv": volume,
  });

  it("uses the names of documents", () => {
    const { numerator, denominator, worst } = estimateAt(assessment, "dfar@all");
    expect([numerator, denominator, worst]).toEqual([40, 62, "forged"]);
    expect(estimateAt(assessment, "dfrr@all").denominator).toBe(75);
    expect(assessment.estimates.some(({ metric }) => /apcer|bpcer|iapar/.test(metric))).toBe(false);
  });
  it("straight through and review of genuine documents", () => {
    expect(estimateAt(assessment, "straight-through@all")).toMatchObject({ numerator: 68, denominator: 75 });
    expect(estimateAt(assessment, "manual-review@all")).toMatchObject({ numerator: 7, denominator: 75 });
  });
  it("weighs the coverage matrix by production", () => {
    expect(valueOf(assessment, "volume-share[measured]@all")).toBe(0.8);
    expect(estimateAt(assessment, "volume-share[thin]@all")).toMatchObject({
      numerator: 150,
      denominator: 1000,
      interval: null,
    });
    expect(valueOf(assessment, "volume-share[untested]@all")).toBe(0.05);
    expect(rowOf(assessment, "coverage-matrix", "DE / card")).toEqual([60, 70, 59, 800, 0]);
    expect(rowOf(assessment, "coverage-matrix", "MT / card")).toEqual([0, 5, 59, 150, 1]);
    expect(rowOf(assessment, "coverage-matrix", "MT / passport")).toEqual([null, null, 59, 50, 2]);
    // Tested, and neither seen in production nor in scope.
    expect(rowOf(assessment, "coverage-matrix", "XX / card")).toEqual([2, 0, 59, 0, 3]);
    expect(assessment.findings.find(({ id }) => id === "empty-cell#matrix")?.slots).toMatchObject({
      names: "MT / passport",
      count: 1,
      of: 3,
    });
    expect(assessment.sources.map(sourceName)).toEqual(["data.csv", "volume.csv"]);
  });
  it("takes cells of the plan, and says so where there is no volume", async () => {
    const cells = [{ values: ["DE", "card"] }, { values: ["MT", "card"], in_scope: false }];
    const listed = await assessFiles(
      project(rows, { ...evaluation, claim: 0.1, coverage: { columns: ["country", "kind"], cells } }),
    );
    expect(estimateAt(listed, "volume-share[measured]@all")).toMatchObject({
      value: null,
      reason: "no-volume",
    });
    expect(rowOf(listed, "coverage-matrix", "DE / card")?.slice(2)).toEqual([29, 0, 0]);
    expect(rowOf(listed, "coverage-matrix", "MT / card")?.at(-1)).toBe(3);
  });
});
