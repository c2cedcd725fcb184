import { describe, expect, it } from "vitest";

import { find } from "../../src/find/find.js";
import { measure } from "../../src/measure/measure.js";
import { planSchema } from "../../src/model/plan.js";
import { expectClose } from "../stats/expect-close.js";
import { readFixture } from "../stats/read-fixture.js";
import { countInMemory } from "./count-in-memory.js";
import { project, refusal, rowOf, type Row } from "./attack-project.js";
import { assessFiles, assessPlan, estimateAt, valueOf, type ProjectFiles } from "./project-folder.js";
import { seeded } from "./seeded.js";

const columns = ["face", "liveness", "device"];

function layered(rows: readonly Row[] | string, more: object = {}): ProjectFiles {
  return project(rows, { task: "layers", bona_fide: "honest", stops: "stop", layers: columns, ...more });
}

/** True when steps 2 and 3 of the pipeline find layers that depend on each other. */
async function raises(rows: readonly Row[]): Promise<boolean> {
  const plan = planSchema.parse({
    schema: 1,
    model: { name: "Simulated" },
    evaluations: [
      { id: "simulated", task: "layers", data: "data.csv", label: "what", stops: "stop", layers: columns },
    ],
  });
  const { evidence } = await measure({
    project: { root: "/", plan, places: {}, notes: [], limitations: [], messages: [] },
    sources: { simulated: { data: { engine: "postgres", table: "simulated" } } },
    ask: countInMemory(rows),
    date: null,
  });
  return find(evidence).findings.some(({ rule }) => rule === "layer-dependence");
}

/** Attacks and honest cases on three layers that share a blind spot for masks. */
function simulate(dependence: number): Row[] {
  const random = seeded(11);
  return Array.from({ length: 3_000 }, (_, index): Row => {
    const what = index % 3 === 0 ? "honest" : index % 3 === 1 ? "mask" : "replay";
    const shared = random.next();
    const decide = (slip: number): string => {
      const own = random.next() < dependence ? shared : random.next();
      return own < (what === "honest" ? 1 - slip / 4 : slip) ? "go" : "stop";
    };
    return { what, face: decide(0.3), liveness: decide(0.2), device: decide(0.1) };
  });
}

describe("a recount of simulated layers", async () => {
  const rows = simulate(0.5);
  const assessment = await assessFiles(layered(rows));
  const of = (what: string): Row[] => rows.filter((row) => row.what === what);
  const passes = (row: Row, column: string): boolean => row[column] === "go";
  const all = (row: Row): boolean => columns.every((column) => passes(row, column));
  const share = (own: readonly Row[], keep: (row: Row) => boolean): number =>
    own.filter(keep).length / own.length;
  const product = (own: readonly Row[]): number =>
    columns.reduce((value, column) => value * share(own, (row) => passes(row, column)), 1);

  it.each(["mask", "replay"])("%s: what all layers let pass, and the product beside it", (what) => {
    expectClose(valueOf(assessment, `joint-slip[${what}]@all`), share(of(what), all), 1e-12);
    const independent = estimateAt(assessment, `joint-slip-if-independent[${what}]@all`);
    expectClose(independent.value, product(of(what)), 1e-12);
    expect([independent.interval, independent.reason, independent.origin]).toEqual([
      null,
      "assumes-independence",
      "derived",
    ]);
    const tried = of(what);
    const single = columns.map((column) => tried.filter((row) => passes(row, column)).length);
    expect(rowOf(assessment, "layers", what)).toEqual([tried.length, ...single, tried.filter(all).length]);
  });
  it("the headline is the attack that passes most often", () => {
    const joint = estimateAt(assessment, "joint-slip@all");
    expectClose(joint.value, Math.max(...["mask", "replay"].map((what) => share(of(what), all))), 1e-12);
    expectClose(valueOf(assessment, "joint-slip-if-independent@all"), product(of(joint.worst ?? "")), 1e-12);
  });
  it("false stops: any layer, and each", () => {
    const honest = of("honest");
    expectClose(valueOf(assessment, "joint-false-stop@all"), 1 - share(honest, all), 1e-12);
    for (const column of columns) {
      expectClose(
        valueOf(assessment, `layer-false-stop[${column}]@all`),
        share(honest, (row) => !passes(row, column)),
        1e-12,
      );
      const attacks = [...of("mask"), ...of("replay")];
      expectClose(
        valueOf(assessment, `layer-slip[${column}]@all`),
        share(attacks, (row) => passes(row, column)),
        1e-12,
      );
    }
  });
  it("phi is Pearson's correlation of the slips", () => {
    const own = of("mask");
    const [x, y] = ["face", "liveness"].map((column) => own.map((row) => Number(passes(row, column))));
    const mean = (list: readonly number[] = []): number =>
      list.reduce((sum, value) => sum + value, 0) / list.length;
    const cov = (a: readonly number[] = [], b: readonly number[] = []): number =>
      mean(a.map((value, index) => (value - mean(a)) * ((b[index] ?? 0) - mean(b))));
    const phi = estimateAt(assessment, "phi[face..liveness..mask]@all");
    expectClose(phi.value, cov(x, y) / Math.sqrt(cov(x, x) * cov(y, y)), 1e-9);
    expect(phi.interval?.low).toBeGreaterThan(0);
  });
  it("finds the dependence, for the internal and the auditor edition alone", () => {
    const found = assessment.findings.filter(({ rule }) => rule === "layer-dependence");
    expect(found.length).toBeGreaterThanOrEqual(4);
    expect(new Set(found.map(({ disclosure }) => disclosure))).toEqual(new Set(["auditor"]));
    expect(found[0]?.slots).toMatchObject({ n: 1000, searched: 6 });
  });
});

describe("layers that fail independently", () => {
  it("raise no finding in at least 95 of 100 reports", async () => {
    let alarms = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const random = seeded(seed);
      const rows = Array.from({ length: 400 }, (): Row => {
        const decide = (slip: number): string => (random.next() < slip ? "go" : "stop");
        return {
          what: random.chance(0.5) ? "mask" : "replay",
          face: decide(0.3),
          liveness: decide(0.2),
          device: decide(0.15),
        };
      });
      alarms += Number(await raises(rows));
    }
    expect(alarms).toBeLessThanOrEqual(5);
  });
});

describe("only the rate of each layer is known", () => {
  const { layered: golden } = readFixture("golden/G20_pad.json") as {
    layered: { layers: number[]; independent: number; frechet_lower?: number; frechet_upper?: number }[];
  };
  const [three] = golden;
  const stated = (slips: readonly number[], falseStops: readonly number[] = []): object => ({
    evaluations: [
      {
        id: "stated",
        task: "layers",
        layers: slips.map((slip, index) => ({
          name: `layer ${index}`,
          slip,
          ...(falseStops[index] === undefined ? {} : { false_stop: falseStops[index] }),
        })),
      },
    ],
  });
  it("G20: Frechet bounds in place of a value, the product under its own name", async () => {
    const assessment = await assessPlan(stated(three?.layers ?? []));
    const joint = estimateAt(assessment, "joint-slip@all");
    expect([joint.value, joint.reason, joint.origin]).toEqual([null, "only-marginals", "derived"]);
    expectClose(joint.interval?.low, three?.frechet_lower, 1e-9);
    expectClose(joint.interval?.high, three?.frechet_upper, 1e-9);
    expectClose(valueOf(assessment, "joint-slip-if-independent@all"), three?.independent, 1e-9);
    expect(estimateAt(assessment, "layer-slip[layer%200]@all")).toMatchObject({
      value: 0.1,
      interval: null,
      origin: "reported",
    });
    expect(estimateAt(assessment, "joint-false-stop@all")).toMatchObject({
      value: null,
      reason: "no-rates",
      interval: null,
    });
    expect(assessment.findings.map(({ message }) => message)).toContain(
      "finding.layer-dependence.only-rates",
    );
  });
  it("false stops add up between the largest and the sum", async () => {
    const { interval } = estimateAt(
      await assessPlan(stated([0.1, 0.2], [0.02, 0.03])),
      "joint-false-stop@all",
    );
    expect(interval?.low).toBe(0.03);
    expectClose(interval?.high, 0.05, 1e-12);
  });
});

describe("what cannot be told", () => {
  const row = (what: string, ...cells: readonly string[]): Row =>
    Object.fromEntries([
      ["what", what],
      ...columns.map((column, index) => [column, cells[index] ?? ""]),
    ]) as Row;
  it("a row that some layer left blank says nothing of all layers", async () => {
    const assessment = await assessFiles(
      layered([
        row("mask", "go", "go", "stop"),
        row("mask", "go", "go"),
        row("honest", "go", "go", "go"),
        row("", "go", "go", "go"),
      ]),
    );
    expect(assessment.evaluations[0]?.excluded).toEqual({
      label_blank: 1,
      score_blank: 1,
      score_not_finite: 0,
    });
    expect(estimateAt(assessment, "joint-slip[mask]@all")).toMatchObject({ numerator: 0, denominator: 1 });
    expect(estimateAt(assessment, "phi[face..liveness..mask]@all")).toMatchObject({
      value: null,
      reason: "layer-never-varies",
    });
    expect(JSON.stringify(assessment)).not.toMatch(/NaN|Infinity/);
  });
  it("without honest cases there is no false stop, without attacks no slip", async () => {
    const attacks = await assessFiles(layered([row("mask", "go", "stop", "go")], { bona_fide: undefined }));
    expect(estimateAt(attacks, "joint-false-stop@all")).toMatchObject({
      value: null,
      reason: "no-bona-fide",
    });
    const honest = await assessFiles(layered([row("honest", "go", "stop", "go")]));
    expect(estimateAt(honest, "joint-slip@all")).toMatchObject({ value: null, reason: "no-attacks" });
    expect(estimateAt(honest, "layer-slip[face]@all")).toMatchObject({ value: null, reason: "no-attacks" });
  });
  it.each<[string, readonly Row[], object, string]>([
    [
      "no complete row",
      [row("mask", "go")],
      {},
      "E-NO-ROWS No row has a label and a decision of every layer: 1 rows",
    ],
    [
      "a value that never stops",
      [row("honest", "go", "go", "go"), row("mask", "go", "go", "go")],
      {},
      'The value "stop" never occurs',
    ],
    [
      "no honest case by that name",
      [row("mask", "stop", "go", "go")],
      {},
      'The bona fide value "honest" never occurs',
    ],
    ["one layer", [row("honest", "stop")], { layers: ["face"] }, "layers"],
    [
      "a layer twice",
      [row("honest", "stop")],
      { layers: ["face", "face"] },
      'Unexpected second layer "face"',
    ],
    [
      "rates beside rows",
      [row("honest", "stop")],
      { layers: ["face", { name: "x", slip: 0.1 }] },
      "Unexpected stated rate beside data",
    ],
    ["no value that stops", [row("honest", "stop")], { stops: undefined }, "Missing `stops`"],
  ])("%s is refused", async (_, rows, more, text) => {
    expect(await refusal(layered(rows, more))).toContain(text);
  });
});
