import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";

import { frequencyFacts } from "../../src/charts/frequency-facts.js";
import { chartContext } from "../../src/compose/directives/chart.js";
import type { Assessment, Estimate } from "../../src/model/assessment.js";
import type { ScenarioCriterion, ScenarioData, Setting } from "../../src/model/scenario-data.js";
import { packageFile } from "../../src/package-file.js";
import { frequencySentences } from "../../src/phrasing/frequency-sentences.js";
import { plainText } from "../../src/phrasing/inline.js";
import { rateSentence } from "../../src/phrasing/rate-sentence.js";
import type { Voice } from "../../src/phrasing/voice.js";
import { assess } from "../../src/pipeline.js";
import { scenarioAt } from "../../src/scenario/scenario-at.js";
import { settingOf } from "../../src/scenario/setting-of.js";
import { voiceOf } from "../../src/scenario/voice-of.js";
import { seededRandom } from "../../src/stats/random.js";
import { contextFor, scenarioDataFor } from "./scenario-data-for.js";

/*
 * The sliders against the command: each setting is written into a copy of the project, which is then assessed from its
 * rows. Four thresholds a copy, 52 settings in all, each in an evaluation of its own; money is that of an option beside today's threshold.
 */
const examples = ["application-fraud", "churn-new-segment", "credit-pd"] as const;
const copies = { "application-fraud": 5, "churn-new-segment": 4, "credit-pd": 4 };
const thresholdsEach = 4;
const agreed = [
  { metric: "recall", bound: 0.6, operator: "at-least" },
  { metric: "false-alarms", bound: 0.2, operator: "at-most" },
  { metric: "precision", bound: 0.3, operator: "at-least" },
] as const;

interface Plan {
  deployment: Record<string, unknown>;
  costs: Record<string, unknown>;
  evaluations: Record<string, unknown>[];
  criteria: unknown;
  documents: unknown;
  [key: string]: unknown;
}

let folder = "";
const random = seededRandom(20_261_122);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "forthright-sliders-"));
  for (const name of examples)
    await cp(packageFile(`examples/${name}`), path.join(folder, name), { recursive: true });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Settings of one copy: they share all but the threshold. */
function settingsOf(data: ScenarioData): Setting[] {
  const shared = {
    ...settingOf(data),
    baseRate: Number((0.004 + random() * 0.4).toFixed(4)),
    falseAlarm: Number((random() * 90).toFixed(2)),
    miss: Math.round(random() * 1_500),
    volume: data.volume === null ? null : Math.round(1_000 + random() * 50_000),
  };
  const { edges } = data.histogram;
  // The square of a draw: most cases have low scores, and a threshold that flags nobody shows little.
  const place = (): number => Math.floor(random() ** 2 * edges.length);
  return Array.from({ length: thresholdsEach }, () => ({ ...shared, threshold: edges[place()] ?? 0 }));
}

/** The project with those settings in its plan: evaluation `t0` to `t3` at each threshold, `today` as it is. */
async function assessAt(name: string, data: ScenarioData, settings: readonly Setting[]): Promise<Assessment> {
  const file = path.join(folder, name, "forthright.yaml");
  const plan = parse(await readFile(packageFile(`examples/${name}/forthright.yaml`), "utf8")) as Plan;
  const [first] = settings;
  const [own = {}] = plan.evaluations;
  const same = { ...own, slices: [], bands: undefined, in_scope: undefined };
  const alarm = data.costs?.alarmIs === "action" ? "action" : "false_alarm";
  const written: Plan = {
    ...plan,
    // These name criteria of the plan, whose places other criteria take here.
    rollout: undefined,
    rollback: undefined,
    experiment: undefined,
    acceptance: undefined,
    monitoring: undefined,
    claims: undefined,
    deployment: {
      ...plan.deployment,
      base_rate: first?.baseRate,
      threshold: undefined,
      ...(data.volume === null ? {} : { volume: { cases: first?.volume, per: data.volume.per } }),
    },
    costs: { ...plan.costs, [alarm]: first?.falseAlarm, miss: first?.miss },
    evaluations: [
      { ...same, id: "today", threshold: data.threshold },
      ...settings.map(({ threshold }, index) => ({ ...same, id: `t${index}`, threshold })),
    ],
    criteria: settings.flatMap((_, index) =>
      agreed.map(({ metric, bound, operator }) => ({
        id: `${metric}-${index}`,
        metric,
        evaluation: `t${index}`,
        [operator === "at-least" ? "at_least" : "at_most"]: bound,
      })),
    ),
    documents: [
      {
        kind: "briefing",
        evaluation: "today",
        options: [
          { id: "in-use", name: "Today" },
          ...settings.map(({ threshold }, index) => ({
            id: `o${index}`,
            name: `Option ${index}`,
            threshold,
          })),
        ],
      },
    ],
  };
  await writeFile(file, stringify(written));
  return (await assess(path.join(folder, name))).assessment;
}

/** The sentences that a document would say of an evaluation, out of the totals of the page. */
async function sentencesOf(
  assessment: Assessment,
  evaluation: string,
  data: ScenarioData,
): Promise<string[]> {
  const context = await contextFor(assessment, { evaluation });
  const { outOf } = data;
  const voice: Voice = { ...context.voice, outOf, totalOf: ({ of }) => outOf[of] };
  const known = chartContext({ ...context, voice });
  const facts = frequencyFacts(known, null);
  const whole = facts === null ? [] : frequencySentences(voice, facts);
  const rates = ["recall", "false-alarms"].flatMap((metric): Estimate[] => {
    const found = known.estimate(metric, "all");
    return found === undefined ? [] : [found];
  });
  return (whole.length > 0 ? whole : rates.map((rate) => rateSentence(voice, rate))).map(plainText);
}

const criteria: readonly ScenarioCriterion[] = agreed.map(({ metric, bound, operator }) => ({
  id: metric,
  title: null,
  metric,
  operator,
  bound,
  upper: null,
  confidence: 0.95,
  importance: "must",
  fixed: null,
  judgedOn: "bound",
}));

describe.each(examples)("at random settings of %s", (name) => {
  it("sentence, counts, money and verdicts are those of an assessment at that setting", async () => {
    const { assessment: today } = await assess(packageFile(`examples/${name}`));
    const data = { ...(await scenarioDataFor(today)), criteria };
    const voice = voiceOf(data);
    let told = 0;
    for (let copy = 0; copy < copies[name]; copy += 1) {
      const settings = settingsOf(data);
      const assessment = await assessAt(name, data, settings);
      for (const [index, setting] of settings.entries()) {
        const view = scenarioAt(data, setting, voice);
        const option = assessment.scenarios.find(({ id }) => id === `o${index}`);
        if (option === undefined) throw new Error(`There is no option ${index}`);
        const { total, per, ...counts } = view.counts;
        expect([option.total, option.per]).toEqual([total, per]);
        for (const outcome of ["tp", "fn", "fp", "tn"] as const)
          expect(counts[outcome]).toBeCloseTo(option[outcome], 6);
        const verdicts = agreed.map(
          ({ metric }) => assessment.criteria.find(({ id }) => id === `${metric}-${index}`)?.verdict,
        );
        expect(view.criteria.map(({ verdict }) => verdict)).toEqual(verdicts);
        if (view.support !== "enough") continue;
        told += 1;
        expect(view.sentences.map(plainText)).toEqual(await sentencesOf(assessment, `t${index}`, data));
        if (option.net === null) expect(view.net).toBeNull();
        else
          for (const end of ["value", "low", "high"] as const)
            expect(view.net?.[end]).toBeCloseTo(option.net[end], 4);
      }
    }
    expect(told).toBeGreaterThan(copies[name]);
  }, 240_000);
});
