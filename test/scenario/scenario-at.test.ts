import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";

import { frequencyFacts } from "../../src/charts/frequency-facts.js";
import { chartContext } from "../../src/compose/directives/chart.js";
import { assessmentSchema, type Assessment } from "../../src/model/assessment.js";
import type { ScenarioData, Setting } from "../../src/model/scenario-data.js";
import { packageFile } from "../../src/package-file.js";
import { frequencySentences } from "../../src/phrasing/frequency-sentences.js";
import { plainText } from "../../src/phrasing/inline.js";
import { scenarioAt } from "../../src/scenario/scenario-at.js";
import { settingOf, settingWithin } from "../../src/scenario/setting-of.js";
import { voiceOf } from "../../src/scenario/voice-of.js";
import { seededRandom } from "../../src/stats/random.js";
import { contextFor, scenarioDataFor } from "./scenario-data-for.js";

const projects = ["churn-score", "probability-of-default-consumer-credit", "application-fraud-check"];
const assessments = new Map<string, Assessment>();
const data = new Map<string, ScenarioData>();

beforeAll(async () => {
  for (const name of projects) {
    const text = readFileSync(packageFile(`out/${name}/assessment.json`), "utf8");
    const assessment = assessmentSchema.parse(JSON.parse(text));
    assessments.set(name, assessment);
    for (const lang of ["en", "de"])
      data.set(`${name} ${lang}`, await scenarioDataFor(assessment, { lang, audience: "internal" }));
  }
});

function dataOf(name: string): ScenarioData {
  const found = data.get(name);
  if (found === undefined) throw new Error(`There are no sliders of ${name}`);
  return found;
}

const random = seededRandom(5);
function randomSetting(own: ScenarioData): Setting {
  const { edges } = own.histogram;
  return {
    threshold: edges[Math.floor(random() * edges.length)] ?? 0,
    baseRate: Number((random() ** 3).toFixed(4)) || 0.5,
    falseAlarm: own.costs === null ? null : Number((random() * 50).toFixed(2)),
    miss: own.costs === null ? null : Math.round(random() * 2_000),
    volume: own.volume === null ? null : Math.round(random() * 100_000),
    capacity: own.capacity === null ? null : Math.round(random() * 500),
  };
}

/** What the words say of the money. */
function moneyOf(words: string): string {
  return /could gain or lose|Gewinn wie Verlust/.test(words)
    ? "either"
    : /it gains|bringt das/.test(words)
      ? "gains"
      : /it loses|kostet das/.test(words)
        ? "loses"
        : "nothing";
}

describe.each(projects.flatMap((name) => [`${name} en`, `${name} de`]))("scenarioAt, %s", (name) => {
  it("keeps its identities at 100 random settings", () => {
    const own = dataOf(name);
    const voice = voiceOf(own);
    const { evaluation } = own;
    for (let run = 0; run < 100; run += 1) {
      const setting = randomSetting(own);
      const view = scenarioAt(own, setting, voice);
      const { tp, fn, fp, tn } = view.tested;
      expect(tp + fn).toBe(evaluation.positives);
      expect(fp + tn).toBe(evaluation.negatives);
      const { counts } = view;
      expect(counts.tp + counts.fn + counts.fp + counts.tn).toBeCloseTo(counts.total, 6);
      // Counted again from the bins, the slow way.
      const above = own.histogram.edges.map((edge) => edge >= (setting.threshold ?? Infinity));
      const sum = (bins: readonly number[]) => bins.reduce((all, n, bin) => (above[bin] ? all + n : all), 0);
      expect([tp, fp]).toEqual([sum(own.histogram.positives), sum(own.histogram.negatives)]);
      // The base rate changes how many, never how well.
      const other = scenarioAt(own, { ...setting, baseRate: 0.5 }, voice);
      const at = (estimates: typeof view.estimates, metric: string) =>
        estimates.find((estimate) => estimate.metric === metric)?.value;
      expect(at(other.estimates, "recall")).toBe(at(view.estimates, "recall"));
      expect(at(other.estimates, "false-alarms")).toBe(at(view.estimates, "false-alarms"));
      expect(at(view.estimates, "recall")).toBe(tp / (tp + fn));
      expect(view.support === "enough").toBe(tp + fp >= 30);
      expect(view.greyed.length > 0).toBe(view.support !== "enough");
      const says = moneyOf(plainText(view.money));
      if (view.net === null) expect(says).toBe("nothing");
      else {
        expect(says).toBe(
          view.net.low < 0 && view.net.high > 0 ? "either" : view.net.value > 0 ? "gains" : "loses",
        );
        expect(view.net.low).toBeLessThanOrEqual(view.net.value);
        expect(view.net.high).toBeGreaterThanOrEqual(view.net.value);
      }
      expect(view.spoken).not.toMatch(/best|optim|undefined|NaN/i);
    }
  });
});

describe("today's policy", () => {
  it.each(["churn-score", "probability-of-default-consumer-credit"])(
    "is told in the sentences of the page, %s",
    async (name) => {
      const assessment = assessments.get(name);
      if (assessment === undefined) throw new Error(name);
      const context = await contextFor(assessment);
      const facts = frequencyFacts(chartContext(context), null);
      if (facts === null) throw new Error("no frequencies");
      const own = dataOf(`${name} en`);
      const view = scenarioAt(own, settingOf(own), voiceOf(own));
      expect(view.sentences).toEqual(frequencySentences(context.voice, facts));
      expect(view.isToday).toBe(true);
      expect(view.net).toBeNull();
    },
  );
});

describe("settingWithin", () => {
  it("brings anything a link may carry within what the page can tell", () => {
    const own = dataOf("application-fraud-check en");
    const today = settingOf(own);
    expect(settingWithin(own, {})).toEqual(today);
    expect(settingWithin(own, { threshold: 0.30041, baseRate: 7, miss: -1, volume: Number.NaN })).toEqual({
      ...today,
      threshold: 0.3,
    });
    const churn = dataOf("churn-score en");
    expect(settingWithin(churn, { volume: 500 }).volume).toBeNull();
  });
});
