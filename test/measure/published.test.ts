import { describe, expect, it } from "vitest";

import { naturalFrequency, type NaturalFrequency } from "../../src/phrasing/natural-frequency.js";
import { elkanThreshold } from "../../src/stats/elkan-threshold.js";
import { ruleOfThree } from "../../src/stats/rule-of-three.js";
import { readFixture } from "../stats/read-fixture.js";
import { assessPlan, planFile, valueOf } from "./project-folder.js";
import { publishFiles } from "./publish-project.js";
import { numbersOf, type PrintedNumber } from "../pages/printed-numbers.js";

/** Published worked examples; cells are positives, TP, FN, FP, TN. */
interface Published {
  readonly id: string;
  readonly prev: number;
  readonly sens: number;
  readonly fpr: number;
  readonly n: number;
  readonly cells: readonly [number, number, number, number, number];
  readonly pubTP: number | null;
  readonly pubFP: number | null;
  readonly ppv: number;
  readonly tol: number;
}

type Entry = Readonly<Record<string, unknown>> & { readonly id: string };
const all = readFixture("natural-frequencies.json") as readonly Entry[];
const published = all.filter((entry) => "cells" in entry) as unknown as readonly Published[];

function entryAt(id: string): Record<string, number> {
  const found = all.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(id);
  return found as unknown as Record<string, number>;
}

function inputsOf({ prev, sens, fpr }: Published) {
  return { baseRate: prev, recall: sens, falseAlarmShare: fpr };
}

function cellsOf({ positives, caught, missed, falseAlarms, leftAlone }: NaturalFrequency): number[] {
  return [positives, caught, missed, falseAlarms, leftAlone].map(({ printed }) => printed);
}

it("the collection holds sixteen published tables and five further results", () => {
  expect([published.length, all.length]).toEqual([16, 21]);
});

describe.each(published.map((entry) => [entry.id, entry] as const))("published table %s", (_id, entry) => {
  it("comes out as published when told out of the authors' total", () => {
    const frequency = naturalFrequency(inputsOf(entry), entry.n);
    expect(cellsOf(frequency)).toEqual(entry.cells);
    expect(Math.abs(frequency.caught.printed - (entry.pubTP ?? entry.cells[1]))).toBeLessThanOrEqual(
      entry.tol,
    );
    expect(Math.abs(frequency.falseAlarms.printed - (entry.pubFP ?? entry.cells[3]))).toBeLessThanOrEqual(
      entry.tol,
    );
    expect(frequency.precision).toBeCloseTo(entry.ppv, 4);
  });

  it("keeps the precision that can be read off the whole numbers within half a percent, at a total of its own", () => {
    const { caught, flagged, outOf } = naturalFrequency(inputsOf(entry));
    expect(Math.abs(caught.printed / flagged.printed - entry.ppv)).toBeLessThanOrEqual(0.005);
    expect([100, 1_000, 10_000, 100_000]).toContain(outOf);
    expect(outOf * entry.prev).toBeGreaterThanOrEqual(5);
  });

  it("comes out as published through a project that reports the two rates", async () => {
    const { sens, fpr } = entry;
    expect(await printedCells(entry, { rates: { sensitivity: sens, specificity: 1 - fpr } })).toEqual(
      entry.cells,
    );
  });

  it("comes out as published through a project that gives counts with these rates", async () => {
    const [positives, negatives] = [wholeBase(entry.sens), wholeBase(entry.fpr)];
    const [tp, fp] = [Math.round(positives * entry.sens), Math.round(negatives * entry.fpr)];
    const counts = { tp, fn: positives - tp, fp, tn: negatives - fp };
    expect(await printedCells(entry, { counts })).toEqual(entry.cells);
  });
});

/** Cases of a class at which a rate is a whole number of them, and enough of them to be told as a rate. */
function wholeBase(rate: number): number {
  for (let base = 1; base <= 10_000; base += 1)
    if (Math.abs(base * rate - Math.round(base * rate)) < 1e-9) return base * Math.ceil(2_000 / base);
  throw new Error(`No class of at most 10,000 has the rate ${rate}`);
}

/** The five cells as the frequency tree of the model card prints them. */
async function printedCells({ prev, n }: Published, evidence: object): Promise<(number | undefined)[]> {
  const { documents } = await publishFiles(
    {
      "forthright.yaml": planFile({
        deployment: { base_rate: prev, out_of: n, threshold: 0.5 },
        evaluations: [{ id: "published", ...evidence }],
      }),
    },
    { kinds: ["model-card"] },
  );
  const html = documents[0]?.html ?? "";
  const tree = /<figure class="chart frequency-tree">[\s\S]*?<\/figure>/.exec(html)?.[0] ?? "";
  const numbers = numbersOf(tree).filter(({ of }) => of === n);
  return ["positives", "caught", "missed", "falseAlarms", "leftAlone"].map(
    (part) => numbers.find((number: PrintedNumber) => number.part === part)?.value,
  );
}

describe("further published results", () => {
  it("E35a: the COMPAS counts give the published rates", async () => {
    const { prev, sens, fpr, ppv, npv, nnf, f1, n, counts } = all.find(
      ({ id }) => id === "E35a",
    ) as unknown as Record<string, number> & { counts: [number, number, number, number] };
    const [tp, fn, fp, tn] = counts;
    const assessment = await assessPlan({ evaluations: [{ id: "compas", counts: { tp, fn, fp, tn } }] });
    const told = ["base-rate", "recall", "false-alarms", "precision-test", "npv-test", "f1-test"].map(
      (metric) => valueOf(assessment, `${metric}@all`) ?? Number.NaN,
    );
    for (const [index, right] of [prev, sens, fpr, ppv, npv, f1].entries())
      expect(told[index]).toBeCloseTo(right ?? Number.NaN, 4);
    expect(1 / (told[3] ?? 0)).toBeCloseTo(nnf ?? Number.NaN, 2);
    expect(assessment.evaluations[0]?.used).toBe(n);
  });

  it("E38: a loan pays until the chance of default equals gain over gain and loss", () => {
    const { gainGood = 0, lossBad = 0, expect: right = 0 } = entryAt("E38");
    expect(elkanThreshold({ fp: gainGood, fn: lossBad })).toBeCloseTo(right, 4);
  });

  it("E40: the card-fraud threshold follows from the four costs", () => {
    const { tp = 0, fp = 0, fn = 0, tn = 0, expect: right = 0 } = entryAt("E40");
    expect(elkanThreshold({ tp, fp, fn, tn })).toBeCloseTo(right, 4);
  });

  it.each(["E55", "E55b"])("%s: none of n leaves three of n possible", (id) => {
    const { n = 0, upper = 0 } = entryAt(id);
    expect(ruleOfThree(n)).toBeCloseTo(upper, 12);
  });
});
