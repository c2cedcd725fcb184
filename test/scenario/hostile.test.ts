import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";

import { scenarioDataOf } from "../../src/compose/scenario-data-of.js";
import { assessmentSchema } from "../../src/model/assessment.js";
import type { ScenarioData, Setting } from "../../src/model/scenario-data.js";
import { packageFile } from "../../src/package-file.js";
import { loadMaterials } from "../../src/load/load-materials.js";
import { nounSlots } from "../../src/phrasing/noun-slots.js";
import { createSay, type Say } from "../../src/phrasing/say.js";
import { plainText } from "../../src/phrasing/inline.js";
import { partsAt } from "../../src/scenario/parts-at.js";
import { scenarioAt } from "../../src/scenario/scenario-at.js";
import { settingGrid } from "../../src/scenario/setting-grid.js";
import { settingOf } from "../../src/scenario/setting-of.js";
import { voiceOf } from "../../src/scenario/voice-of.js";
import { assessEdge, edgeEvidence } from "../charts/edge-evidence.js";
import { contextFor, scenarioDataFor } from "./scenario-data-for.js";

const whole = new Map<string, ScenarioData>();
const sayings = new Map<string, Say>();

beforeAll(async () => {
  const text = readFileSync(packageFile("out/application-fraud-check/assessment.json"), "utf8");
  const assessment = assessmentSchema.parse(JSON.parse(text));
  for (const lang of ["en", "de"]) {
    const data = await scenarioDataFor(assessment, { lang });
    whole.set(lang, data);
    const { phrases } = await loadMaterials(null, lang);
    sayings.set(lang, createSay(phrases, lang, nounSlots(data.words)));
  }
});

/** The sliders of the fraud check with something of them changed. */
function dataWith(lang: string, change: (data: ScenarioData) => Partial<ScenarioData>): ScenarioData {
  const data = whole.get(lang);
  if (data === undefined) throw new Error(lang);
  return { ...data, ...change(data) };
}

/** All a page shows of a setting and of the table, as one text. */
function shownAt(data: ScenarioData, setting: Setting): string {
  const voice = voiceOf(data);
  const view = scenarioAt(data, setting, voice);
  const { say, figures, charts, verdicts } = partsAt(voice, data, view);
  // The table is written into the page before, with all phrases at hand.
  const grid = settingGrid({ ...voice, say: sayings.get(data.lang) ?? voice.say }, data);
  return [
    view.spoken,
    plainText(view.line),
    plainText(view.work),
    ...[...say, ...verdicts].map(plainText),
    ...figures.flatMap(({ number, label, basis }) => [number, label, basis].map(plainText)),
    ...charts
      .flat()
      .flatMap(({ title, note, alt, panels }) => [
        plainText(title),
        plainText(note),
        alt,
        ...panels.map(({ picture }) => (picture.type === "svg" ? picture.svg : "")),
      ]),
    ...grid.rows.flatMap(({ cells }) => cells.map(({ pieces }) => plainText(pieces))),
  ].join("\n");
}

const hostile: Readonly<Record<string, (data: ScenarioData) => Partial<ScenarioData>>> = {
  "no costs": () => ({ costs: null }),
  "costs without that of a miss": ({ costs }) => ({
    costs: costs === null ? null : { ...costs, miss: null },
  }),
  "acting is dearer than a miss": ({ costs }) => ({
    costs: costs === null ? null : { ...costs, action: { value: 900, low: 900, high: 900 } },
  }),
  "nothing costs anything": ({ costs }) => ({
    costs:
      costs === null
        ? null
        : { ...costs, action: { value: 0, low: 0, high: 0 }, miss: { value: 0, low: 0, high: 0 } },
  }),
  "no base rate": () => ({ baseRate: null }),
  "no volume": () => ({ volume: null, capacity: null }),
  "no capacity": () => ({ capacity: null }),
  "no threshold in use": () => ({ threshold: null }),
  "flags below the threshold": ({ evaluation }) => ({ evaluation: { ...evaluation, flag: "below" } }),
  "no negatives": ({ histogram }) => ({
    histogram: { ...histogram, negatives: histogram.negatives.map(() => 0) },
  }),
  "no positives": ({ histogram }) => ({
    histogram: { ...histogram, positives: histogram.positives.map(() => 0) },
  }),
  "all one score": ({ histogram }) => {
    const middle = histogram.edges.indexOf(0.5);
    const only = (n: number) => histogram.edges.map((_, bin) => (bin === middle ? n : 0));
    return {
      histogram: { ...histogram, positives: only(291), negatives: only(5496) },
      seen: { low: 0.5, high: 0.5 },
    };
  },
  "one bin": () => ({
    histogram: { edges: [0.15], positives: [40], negatives: [60], clusters: null },
    seen: { low: 0.15, high: 0.15 },
  }),
  "no case at all": ({ histogram }) => ({
    histogram: {
      ...histogram,
      positives: histogram.edges.map(() => 0),
      negatives: histogram.edges.map(() => 0),
    },
  }),
  "eleven cases": ({ histogram }) => ({
    histogram: {
      ...histogram,
      positives: histogram.edges.map((edge) => (edge === 0.9 ? 3 : 0)),
      negatives: histogram.edges.map((edge) => (edge === 0.1 ? 8 : 0)),
      clusters: null,
    },
  }),
};

describe.each(["en", "de"])("hostile data, %s", (lang) => {
  it.each(Object.entries(hostile))(
    "%s: everything is said, and nothing that is no number",
    (name, change) => {
      const data = dataWith(lang, change);
      const today = settingOf(data);
      const { edges } = data.histogram;
      for (const threshold of [
        today.threshold,
        edges[0] ?? 0,
        edges[Math.floor(edges.length / 2)] ?? 0,
        edges.at(-1) ?? 1,
      ]) {
        for (const baseRate of today.baseRate === null ? [null] : [0.000_01, today.baseRate, 0.9999]) {
          const text = shownAt(data, { ...today, threshold, baseRate });
          expect(text, name).not.toMatch(/NaN|Infinity|undefined|null|\[object|∞/);
          expect(text, name).not.toMatch(/\b(best|optimal|optimum|beste[rns]?|optimale?[rns]?)\b/i);
        }
      }
    },
  );

  it("a threshold above all scores greys the setting and says why", () => {
    const data = dataWith(lang, () => ({ seen: { low: 0, high: 0.8 } }));
    const view = scenarioAt(data, { ...settingOf(data), threshold: 0.9 }, voiceOf(data));
    expect(view.support).toBe("outside");
    expect([view.icons, view.tree, view.net]).toEqual([null, null, null]);
    expect(view.spoken).toContain(plainText(view.greyed));
    expect(plainText(view.greyed)).toMatch(/No score of the test|liegt im Test kein Wert/);
  });

  it("no costs give no money, and no base rate gives no share of the flagged", () => {
    const without = dataWith(lang, () => ({ costs: null, baseRate: null }));
    const view = scenarioAt(without, settingOf(without), voiceOf(without));
    expect([view.money, view.net, view.breakEven, view.work]).toEqual([[], null, [], []]);
    expect(view.estimates.map(({ metric }) => metric)).toEqual(["recall", "false-alarms"]);
    expect([view.counts.total, view.counts.per]).toEqual([5787, null]);
    expect(view.spoken).not.toMatch(/€|%/);
  });

  it("a threshold that is no edge has no counts", () => {
    const data = dataWith(lang, () => ({}));
    expect(() => scenarioAt(data, { ...settingOf(data), threshold: 0.12345 }, voiceOf(data))).toThrow(
      "Unexpected threshold 0.12345, expected an edge",
    );
  });
});

describe.each(edgeEvidence.map((edge) => [edge.name, edge] as const))(
  "evidence at its edge: %s",
  (_name, edge) => {
    it("has sliders that speak, or none", async () => {
      const assessment = await assessEdge(edge);
      const data = scenarioDataOf(await contextFor(assessment));
      if (typeof data === "string") {
        expect(["missing", "withheld"]).toContain(data);
        return;
      }
      const { edges } = data.histogram;
      for (const threshold of [data.threshold, edges[0] ?? null, edges.at(-1) ?? null])
        expect(shownAt(data, { ...settingOf(data), threshold })).not.toMatch(
          /NaN|Infinity|undefined|\[object/,
        );
    });
  },
);
