import { describe, expect, it } from "vitest";

import { loadMaterials } from "../../src/load/load-materials.js";
import type { Assessment } from "../../src/model/assessment.js";
import type { Audience } from "../../src/model/plan.js";
import { assess, editionOf, publish, unbuildable, type Published } from "../../src/pipeline.js";
import { withProject } from "../measure/project-folder.js";
import { numbersOf } from "../pages/printed-numbers.js";
import { incidentProject, type IncidentChanges } from "./incident-project.js";

/* Counts worked out by hand from the project of this folder: see incident-project.ts. */

async function assessed(changes: IncidentChanges = {}): Promise<Assessment> {
  return withProject(incidentProject(changes), async (root) => (await assess(root)).assessment);
}

async function told(assessment: Assessment, lang = "en"): Promise<Published & { readonly text: string }> {
  const materials = await loadMaterials(null, lang);
  const [page] = await publish(assessment, { materials, lang, kinds: ["incident-brief"], audience: null });
  if (page === undefined) throw new Error("No incident brief was made");
  return { ...page, text: page.markdown().replaceAll("\u00A0", " ") };
}

const failure = await assessed();
const [facts] = failure.incidents;
const [series] = failure.series;

describe("what is counted of an incident", () => {
  it("sums what was too much and too little before and since", () => {
    expect(facts?.sums).toEqual([
      { role: "before", evaluation: "before", periods: 20, actual: 2000, over: 20, under: 20 },
      { role: "after", evaluation: "after", periods: 6, actual: 600, over: 300, under: 0 },
      { role: "rule-after", evaluation: "rule-after", periods: 6, actual: 600, over: 60, under: 0 },
    ]);
  });
  it("costs 300 crates at 2 (1 to 4) each", () => {
    expect(facts?.cost).toEqual({ value: 600, low: 300, high: 1200 });
  });
  it("finds the break at the 21st month, and what is recorded next to it", () => {
    expect(series?.break).toMatchObject({
      period: "2021-09-01",
      direction: "up",
      earlier: 0,
      recorded: { what: "a flood", at: "2021-10-01", distance: 1 },
    });
    expect(facts?.mixed).toBe(false);
  });
  it("draws the usual range from the twenty months before: 0 +- t19 s sqrt(1 + 1/20)", () => {
    // t of 19 degrees at 0.975 is 2.093024; s of +-2 in turn is 2 sqrt(20/19).
    const reach = 2.093024 * 2 * Math.sqrt(20 / 19) * Math.sqrt(1.05);
    expect(series?.band?.low).toBeCloseTo(-reach, 4);
    expect(series?.band?.high).toBeCloseTo(reach, 4);
    expect(series?.band).toMatchObject({
      before: { n: 20, above: 0, below: 0 },
      since: { n: 6, above: 6, below: 0 },
    });
  });
  it("counts the days from the first of September to the first of March", () => {
    expect(facts?.detection).toMatchObject({ day: "2022-03-01", days: 181 });
  });
  it("counts what the rule would have avoided in the same months", () => {
    expect(facts?.avoided).toEqual({
      of: "after",
      over: 240,
      under: 0,
      cost: { value: 480, low: 240, high: 960 },
    });
  });
});

describe("the incident brief", () => {
  it("leads with impact and money, and says all that was counted, without a message", async () => {
    const page = await told(failure);
    expect(page.messages).toEqual([]);
    expect(page.text).toContain("Since September 2021 the forecast was too high by 300 crates in 6 months.");
    expect(page.text).toContain("It missed by 50 for every 100 of the actual total");
    expect(page.text).toContain("Before, it missed by 2.0 for every 100");
    expect(page.text).toContain("Cost so far: about €600 (range €300 to €1,200).");
    expect(page.text).toContain(
      "Before, 0 of 20 months were outside the usual range. Since then, 6 of 6 were.",
    );
    expect(page.text).toContain("Suspected, not tested: The flood kept customers away.");
    expect(page.text).toContain("60 crates too high: 240 less than the forecast.");
    expect(page.text).toContain("**Looked for and not seen in:** nothing so far.");
    expect(page.text.indexOf("Cost so far")).toBeLessThan(page.text.indexOf("Situation"));
  });
  it("has the same numbers in German, in the same order", async () => {
    const [english, german] = await Promise.all([told(failure), told(failure, "de")]);
    expect(german.messages).toEqual([]);
    expect(numbersOf(german.html).map(({ ref, value }) => [ref, value])).toEqual(
      numbersOf(english.html).map(({ ref, value }) => [ref, value]),
    );
    expect(german.text).toContain(
      "Seit September 2021 lag die Prognose um 300 Kisten zu hoch, in 6 Monaten.",
    );
  });
  it("says that no cost is stated where none is", async () => {
    const assessment = await assessed({ incident: { cost: undefined }, plan: { costs: undefined } });
    expect(assessment.incidents[0]?.cost).toBeNull();
    const { text, messages } = await told(assessment);
    expect(text).toContain("Cost so far: not stated.");
    expect(messages).toEqual([]);
  });
  it("says what side has no cost, and leaves it out of the sum", async () => {
    const assessment = await assessed({
      incident: { before: "after", after: "before", cost: { too_little: 3 } },
    });
    expect(assessment.incidents[0]).toMatchObject({ mixed: true, cost: { value: 60, low: 60, high: 60 } });
    const { text } = await told({
      ...assessment,
      documents: assessment.documents.map((one) => ({ ...one, status: "draft" })),
    });
    expect(text).toContain("What was too much has no stated cost and is not in it.");
    expect(text).toContain("The two stretches compared do not meet at the break");
  });
  it("refuses the story where no break can be shown", async () => {
    const noise = Array.from({ length: 26 }, (_, index) => (index % 2 === 0 ? 2 : -2));
    const assessment = await assessed({ series: noise });
    expect(assessment.series[0]).toMatchObject({ break: null, band: null, reason: "no-change" });
    const { text, html } = await told(assessment);
    expect(text).toContain(
      "No break can be shown in 26 months: its level did not move more than chance would move it. So this page tells of no failure.",
    );
    expect(text).not.toMatch(/Cost so far|too high by 300|would have been/);
    expect(html).not.toContain('class="grid grid-incident-compare');
  });
  it("tells no picture and no story of a series of one value", async () => {
    const { text } = await told(await assessed({ series: [0] }));
    expect(text).toContain("No break can be shown in 1 month: the series is too short, or does not vary.");
  });
  it("does not say how long it took to notice a level that began later", async () => {
    const assessment = await assessed({ incident: { detected: "2021-06-01" } });
    expect(assessment.incidents[0]?.detection).toBeNull();
    const { text } = await told(assessment);
    expect(text).toContain("Noticed on 1 June 2021");
    expect(text).not.toContain("after the first day of the new level");
  });
  it("compares no rule that was not counted on the same months", async () => {
    const assessment = await assessed({ rule: [110, 110] });
    expect(assessment.incidents[0]?.avoided).toBeNull();
    expect((await told(assessment)).text).toContain(
      "How far off the rule would be (110 a month) was not measured.",
    );
  });
  it("of a rule that did worse says so", async () => {
    const assessment = await assessed({ rule: [200, 200, 200, 200, 200, 200] });
    expect(assessment.incidents[0]?.avoided).toEqual({
      of: "after",
      over: -300,
      under: 0,
      cost: { value: -600, low: -1200, high: -300 },
    });
    expect((await told(assessment)).text).toContain("300 more than the forecast");
  });
  it("has a follow-up with what was avoided, how long it took to mend, and the protocol", async () => {
    const assessment = await assessed({
      incident: { result: { model: "after", rule: "rule-after", mended: "2022-03-31", protocol: "EX-2" } },
    });
    expect(assessment.incidents[0]?.avoided).toMatchObject({ of: "result", over: 240 });
    expect(assessment.incidents[0]?.mended).toEqual({ day: "2022-03-31", days: 30 });
    const { text, messages } = await told(assessment);
    expect(messages).toEqual([]);
    expect(text).toContain(
      "With the rule in use, 60 crates were too much: 240 less than by the forecast in the same months.",
    );
    expect(text).toContain("At the stated cost, about €480 (range €240 to €960) was avoided.");
    expect(text).toContain("Mended on 31 March 2022, 30 days after it was noticed.");
    expect(text).toContain("exception protocol EX-2");
  });
  it("labels in its picture what was done, once where two labels have no room, and compares the later months", async () => {
    const done = (what: string, day: string) => ({
      do: what,
      owner: "Planner",
      by: day,
      reversible: "at once",
      done: day,
    });
    const assessment = await assessed({
      incident: { result: { model: "after", rule: "rule-after" } },
      document: {
        actions: [
          done("Rule <i>on</i>", "2021-12-01"),
          done("A later step without room", "2022-01-01"),
          done("Long ago", "2019-01-01"),
        ],
      },
    });
    const { pictures, text } = await told(assessment);
    const picture = pictures["series-break.svg"] ?? "";
    expect(picture.match(/stroke-dasharray/g)).toHaveLength(2);
    expect(picture).toContain("Rule &lt;i&gt;on&lt;/i&gt;");
    expect(picture).not.toMatch(/A later step|Long ago|<i>/);
    expect(text).toContain("| What was counted | Before | Since | Forecast, later | Rule, later |");
    expect(text).toContain("done 1 December 2021");
  });
  it("shows letters of an author as letters", async () => {
    const hostile = '<img src=x onerror="alert(1)">[a](javascript:alert(1))\u202Eevil';
    const { html } = await told(
      await assessed({ incident: { affected: [hostile], rule: { name: hostile, after: "rule-after" } } }),
    );
    const main = html.replace(/<script[\s\S]*?<\/script>/g, "");
    expect(main).not.toMatch(/<img|href="javascript|\u202E/);
    expect(main).toContain("&#x3C;img src=x");
  });
  it("is a gap in a draft and an error when final where a field is missing", async () => {
    const lacking = { incident: { detected: undefined, next_update: undefined } };
    const final = await told(await assessed(lacking));
    expect(final.messages.map(({ code }) => code)).toEqual(["missing-fact", "missing-fact"]);
    const draft = await told(await assessed({ ...lacking, document: { status: "draft" } }));
    expect(draft.messages.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(draft.text).toContain("When it was noticed (incident.detected).");
  });
});

describe("who may know of it", () => {
  it.each<Audience>(["customer", "public"])("nobody who reads the %s edition", async (audience) => {
    const edition = JSON.stringify(editionOf(failure, audience));
    expect(edition).not.toMatch(/flood|"incident"|too_much|110 a month/);
    const materials = await loadMaterials(null, "en");
    const asked = { materials, lang: "en", kinds: ["incident-brief"], audience };
    expect(await publish(failure, asked)).toEqual([]);
    expect(unbuildable(failure, asked)[0]?.text).toContain("no edition for customers");
    // Asked for all documents, an edition holds those that it has.
    expect(unbuildable(failure, { ...asked, kinds: [] })).toEqual([]);
  });
});
