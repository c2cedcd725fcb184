import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { readPeriods } from "../../src/measure/kinds/periods.js";
import type { Assessment } from "../../src/model/assessment.js";
import { expectClose } from "../stats/expect-close.js";
import { assessFiles, estimateAt, planFile, valueOf } from "./project-folder.js";

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8");
}

async function watched(csv: string, keys: object, more: object[] = []): Promise<Assessment> {
  const evaluation = { id: "s", task: "series", data: "data/rows.csv", time: "t", measure: "x" };
  return assessFiles({
    "forthright.yaml": planFile({ evaluations: [{ ...evaluation, ...keys }, ...more] }),
    "data/rows.csv": csv,
  });
}

function column(values: readonly (number | string)[]): string {
  return `t,x\n${values.map((value, i) => `${i + 1},${value}`).join("\n")}\n`;
}

function breaksOf({ findings }: Assessment) {
  return findings.filter(({ rule }) => rule === "break").map(({ slots }) => slots);
}

describe("the Nile, G09: R strucchange breakpoints, confint", () => {
  it("breaks after 1898, between 1896 and 1903 the first year of the new level", async () => {
    const assessment = await watched(fixture("golden/inputs/nile.csv"), { time: "year", measure: "flow" });
    // strucchange names the last year of the old level: 1898, 1895 to 1902.
    expect(breaksOf(assessment)).toMatchObject([
      { period: "1899", first: "1896", last: "1903", direction: "down" },
    ]);
    expectClose(valueOf(assessment, "series-level[1871%2F1898]@all"), 1097.75, 1e-9);
    expectClose(valueOf(assessment, "series-level[1899%2F1970]@all"), 849.972222222222, 1e-9);
    expectClose(valueOf(assessment, "break-shift[1899]@all"), 849.972222222222 - 1097.75, 1e-9);
    expectClose(valueOf(assessment, "ols-cusum-p@all"), 5.40855346065072e-8, 1e-6);
    expectClose(valueOf(assessment, "pettitt-p@all"), 3.59102217693629e-7, 1e-9);
    // The golden chart, baseline 1871 to 1890, alarms at value 32: 12 years after its baseline.
    expect(valueOf(assessment, "cusum-first-alarm@all")).toBe(12);
  });
});

describe("drivers killed in Great Britain by month", () => {
  const keys = { time: "date", measure: "actual", season: 12 };
  it("shows a break at February 1983, when belts were compulsory, and names the record", async () => {
    const recorded_events = [
      { at: "1973-11-01", what: "oil crisis" },
      { at: "1983-02-01", what: "belts compulsory" },
    ];
    const assessment = await watched(fixture("series/uk_driver_deaths.csv"), { ...keys, recorded_events });
    const found = breaksOf(assessment).find(({ period }) => period === "1983-02-01");
    expect(found).toMatchObject({ direction: "down", event: "belts compulsory", recorded: "1983-02-01" });
    expect(String(found?.first) <= "1983-02-01" && "1983-02-01" <= String(found?.last)).toBe(true);
    expect(String(found?.first) >= "1982-06-01" && String(found?.last) <= "1983-10-01").toBe(true);
    const { interval } = estimateAt(assessment, "break-shift[1983-02-01]@all");
    expect(interval?.high).toBeLessThan(-150);
  });
  it("makes older evidence stale, and not newer", async () => {
    const binary = { task: "binary", counts: { tp: 40, fn: 10, fp: 95, tn: 855 } };
    const { findings } = await watched(fixture("series/uk_driver_deaths.csv"), keys, [
      { ...binary, id: "old", collected: "1980-01-01/1982-12-31" },
      { ...binary, id: "new", collected: "1984-01-01/1984-12-31" },
    ]);
    const stale = findings.filter(({ message }) => message === "finding.stale-evidence.break");
    expect(stale.map(({ evaluation, slots }) => [evaluation, slots])).toEqual([
      ["old", { last: "1982-12-31", period: "1983-02-01" }],
    ]);
  });
});

describe("counts per period", () => {
  const rows = Array.from({ length: 40 }, (_, i) => {
    const cases = 400 + ((i * 37) % 60);
    const rate = (i < 25 ? 0.05 : 0.12) + 0.012 * Math.sin(i * 2.4);
    return { period: `2026-W${String(i + 1).padStart(2, "0")}`, events: Math.round(cases * rate), cases };
  });
  const csv = (own: typeof rows): string =>
    `t,e,n\n${own.map(({ period, events, cases }) => `${period},${events},${cases}`).join("\n")}\n`;
  const keys = { measure: undefined, events: "e", cases: "n" };

  it("level, shift and chart come from the counts", async () => {
    const assessment = await watched(csv(rows), keys);
    expect(breaksOf(assessment)).toMatchObject([{ period: "2026-W26", direction: "up" }]);
    const [before, after] = [rows.slice(0, 25), rows.slice(25)].map((part) => ({
      events: part.reduce((sum, { events }) => sum + events, 0),
      cases: part.reduce((sum, { cases }) => sum + cases, 0),
    }));
    expect(estimateAt(assessment, "event-rate[2026-W26%2F2026-W40]@all")).toMatchObject({
      numerator: after?.events,
      denominator: after?.cases,
    });
    const shift = estimateAt(assessment, "break-shift[2026-W26]@all");
    expectClose(
      shift.value,
      (after?.events ?? 0) / (after?.cases ?? 1) - (before?.events ?? 0) / (before?.cases ?? 1),
      1e-9,
    );
    expect(shift.interval?.method).toContain("Newcombe");
    expect(valueOf(assessment, "cusum-first-alarm@all")).toBeGreaterThan(17);
  });
  it("a week without cases is no week; few cases show no share in the table", async () => {
    const few = rows.map((row, i) =>
      i === 3 ? { ...row, events: 0, cases: 0 } : i === 5 ? { ...row, events: 1, cases: 12 } : row,
    );
    const assessment = await watched(csv(few), keys);
    expect(assessment.evaluations[0]).toMatchObject({
      used: 39,
      excluded: { label_blank: 1 },
      counts: { "missing-periods": 1 },
    });
    const table = assessment.tables.find(({ id }) => id === "series@all");
    expect(table?.rows.find(({ label }) => label === "2026-W06")?.cells[0]).toBeNull();
  });
  it.each([
    ["more events than cases", "t,e,n\n1,5,4\n"],
    ["half an event", "t,e,n\n1,0.5,4\n"],
    ["less than none", "t,e,n\n1,-1,4\n"],
  ])("%s is refused", async (_, text) => {
    await expect(watched(text, keys)).rejects.toThrow("expected whole numbers with 0 <= events <= cases");
  });
});

describe("hostile and empty input", () => {
  it("all equal, one period, two periods, zeros: reasons, no break, no NaN", async () => {
    for (const values of [
      [5],
      [5, 6],
      [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3],
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ]) {
      const assessment = await watched(column(values), {});
      expect(breaksOf(assessment)).toEqual([]);
      expect(estimateAt(assessment, "break-shift@all")).toMatchObject({ value: null, reason: "no-break" });
      expect(estimateAt(assessment, "cusum-first-alarm@all")).toMatchObject({
        value: null,
        reason: "no-baseline",
      });
      expect(valueOf(assessment, "series-level@all")).toBe(values.reduce((a, b) => a + b, 0) / values.length);
      expect(JSON.stringify(assessment)).not.toMatch(/NaN|Infinity|e\+308/);
    }
  });
  it("mostly one value with a few others still has a scale", async () => {
    const assessment = await watched(column(Array.from({ length: 40 }, (_, i) => (i % 9 === 0 ? 1 : 0))), {});
    expect(breaksOf(assessment)).toEqual([]);
    expect(valueOf(assessment, "split-p@all")).toBeGreaterThan(0.05);
  });
  it("no period at all: nothing is measured, and that is said", async () => {
    const assessment = await watched("t,x\n1,\n2,\n", {});
    expect(assessment.evaluations[0]).toMatchObject({ used: 0, excluded: { label_blank: 2 } });
    expect(estimateAt(assessment, "series-level@all")).toMatchObject({ value: null, reason: "no-periods" });
  });
  it.each([
    ["a period twice", "t,x\n1,2\n1,3\n", "Unexpected second row for period 1"],
    ["a row twice", "t,x\n1,2\n1,2\n", "Unexpected second row for period 1"],
    ["one period written in two ways", "t,x\n1,2\n01,3\n", 'Unexpected "'],
    ["no date", "t,x\n<b>now</b>,2\n2,3\n", 'Unexpected "<b>now</b>" in column "t"'],
    ["a blank date", "t,x\n1,2\n,3\n", 'Unexpected blank cell in column "t"'],
    ["no number", "t,x\n1,2\n2,lots\n", "Unexpected"],
  ])("%s is told in words", async (_, csv, text) => {
    await expect(watched(csv, {})).rejects.toThrow(text);
  });
  it("a record that is no period is told", async () => {
    const recorded_events = [{ at: "last spring", what: "move" }];
    await expect(watched(column([1, 2, 3]), { recorded_events })).rejects.toThrow("last spring");
  });
});

describe("readPeriods", () => {
  it.each([
    [["2026-03-31", "2026-03-29", "2026-03-30"], ["2026-03-29", "2026-03-30", "2026-03-31"], 0],
    [["2025-12-01", "2026-02-01", "2026-01-01"], ["2025-12-01", "2026-01-01", "2026-02-01"], 0],
    [["2025-11", "2026-02", "2025-12"], ["2025-11", "2025-12", "2026-02"], 1],
    [["2026-W01", "2025-W52", "2026-W03"], ["2025-W52", "2026-W01", "2026-W03"], 1],
    [["2026-Q1", "2025-Q4"], ["2025-Q4", "2026-Q1"], 0],
    [["10", "9", "-1"], ["-1", "9", "10"], 9],
    [["1999", "2000", "10000"], ["1999", "2000", "10000"], 7999],
    [["2026-01-05", "2026-01-12", "2026-01-26"], ["2026-01-05", "2026-01-12", "2026-01-26"], 1],
  ])("orders %j and counts what is missing", (texts, ordered, gaps) => {
    expect(readPeriods(texts)).toMatchObject({ texts: ordered, gaps });
  });
  it("knows 53-week years: 2020-W53 is followed by 2021-W01", () => {
    expect(readPeriods(["2020-W53", "2021-W01"])).toMatchObject({ steps: [0, 1], gaps: 0 });
  });
  it.each([["2026-13"], ["2026-02-30"], ["yesterday"], [""], ["1e3"], ["2026-W54"]])(
    "%j is no period",
    (text) => {
      expect(readPeriods([text])).toEqual({ unreadable: text });
    },
  );
});
