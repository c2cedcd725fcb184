import { describe, expect, it } from "vitest";

import { loadMaterials } from "../../src/load/load-materials.js";
import type { Assessment } from "../../src/model/assessment.js";
import { assess, editionOf, publish, type Published } from "../../src/pipeline.js";
import { withProject } from "../measure/project-folder.js";
import { numbersOf } from "../pages/printed-numbers.js";
import { incidentProject } from "./incident-project.js";

/*
 * Triggers tried by hand on nine quiet periods, eleven restless ones (0 0 3 0 3 3 0 0 3 3 3), and seven of about fifty:
 * the break lies before the 21st.
 */

const quiet = [0, 1, 0, 1, 0, 1, 0, 1, 0];
const restless = [0, 0, 3, 0, 3, 3, 0, 0, 3, 3, 3];
const broken = [51, 50, 52, 53, 51, 52, 54];
const series = [...quiet, ...restless, ...broken];

const whole = {
  triggers: [
    { id: "one", signal: "Error", series: "errors", above: 2, level: "Red" },
    { id: "two", signal: "Error", series: "errors", above: 2, periods: 2, level: "Red" },
    { id: "four", signal: "Error", series: "errors", above: 2, periods: 4, level: "Red" },
    { id: "low", signal: "Error", series: "errors", below: -5, level: "Red" },
    { id: "open", signal: "Complaints", above: 5, level: "Red" },
  ],
  levels: [{ name: "Red", when: "a sign", act: "use the rule", within: "one hour" }],
  authority: [{ role: "Planner", may: "set it aside", tells: "COO", within: "one hour" }],
  fallback: { rule: "110 a month", approved_by: "COO", before: "rule-after", model_before: "before" },
  clock: { expires: "after 14 days", renewed_by: "COO", renewals: 1 },
  cases: {
    reasons: ["recall"],
    second_person: "a second planner",
    cap: { most: 5, of: 100, per: "in a month" },
  },
  log: { what: "Who and when", where: "the log", kept: "a year" },
  communication: [{ to: "COO", what: "that it is set aside", within: "one hour" }],
  exit: [{ test: "Errors below 2 for two months", signed_by: "Planner" }],
  review: { within_days: 10, owner: "Planner" },
};

async function assessed(protocol: object, status = "final"): Promise<Assessment> {
  const documents = [
    {
      kind: "exception-protocol",
      status,
      evaluation: "errors",
      decision: { ask: "Agree by Friday.", owner: "COO", by: "2022-06-01" },
      protocol,
    },
  ];
  return withProject(
    incidentProject({ series, plan: { documents } }),
    async (root) => (await assess(root)).assessment,
  );
}

async function told(assessment: Assessment, lang = "en"): Promise<Published & { readonly text: string }> {
  const materials = await loadMaterials(null, lang);
  const [page] = await publish(assessment, {
    materials,
    lang,
    kinds: ["exception-protocol"],
    audience: null,
  });
  if (page === undefined) throw new Error("No protocol was made");
  return { ...page, text: page.markdown().replaceAll("\u00A0", " ") };
}

const agreed = await assessed(whole);

describe("a trigger tried on the evidence", () => {
  const tried = Object.fromEntries((agreed.protocols[0]?.triggers ?? []).map((one) => [one.id, one]));

  it("is tried on the twenty periods before the break", () => {
    expect(agreed.series[0]?.break?.period).toBe("2021-09-01");
    expect(tried.one?.before.n).toBe(20);
  });
  it("counts each run as one alarm", () => {
    // 3 | 3 3 | 3 3 3
    expect(tried.one?.before).toEqual({ n: 20, alarms: 3, bound: null });
    expect(tried.two?.before.alarms).toBe(2);
  });
  it("of one that never fired says how often it still may: 1 - 0.05^(1/20)", () => {
    expect(tried.low?.before.alarms).toBe(0);
    expect(tried.low?.before.bound).toBeCloseTo(1 - 0.05 ** (1 / 20), 9);
  });
  it("counts the periods until it fires after the break, with a run that began before it", () => {
    // The last three before it count on: 3 3 3 51 is four running at the first period after the break.
    expect(tried.one?.since).toEqual({ n: 7, after: 1, period: "2021-09-01" });
    expect(tried.four?.since).toEqual({ n: 7, after: 1, period: "2021-09-01" });
    expect(tried.low?.since).toEqual({ n: 7, after: null, period: null });
  });
  it("is not tried where no series holds it", () => {
    expect(tried.open).toMatchObject({ reason: "no-series", since: null });
  });
});

describe("the exception protocol", () => {
  it("tells every part, with what was counted, and has a card", async () => {
    const { text, messages } = await told(agreed);
    expect(messages).toEqual([]);
    expect(text).toContain(
      "Error: above 2 for 2 months running. | It fired 2 times in 20 months before the break: false alarms.",
    );
    expect(text).toContain(
      "It never fired in 20 months before the break; up to 14 of 100 stay possible. It has not fired in the 7 months since the break.",
    );
    expect(text).toContain("After the break it fires in September 2021: at once.");
    expect(text).toContain("Not tried: no series of it is in the evidence.");
    expect(text).toContain("Before the break the rule missed by 10 for every 100 of the actual total");
    expect(text).toContain("More than 5 overrides of 100 in a month are a failure of the model");
    expect(text).toContain("## On duty: when the model goes wrong");
    expect(text).toContain("**Planner** tells COO, within one hour.");
  });
  it("has the same numbers in German", async () => {
    const [english, german] = await Promise.all([told(agreed), told(agreed, "de")]);
    expect(german.messages).toEqual([]);
    expect(numbersOf(german.html).map(({ ref, value }) => [ref, value])).toEqual(
      numbersOf(english.html).map(({ ref, value }) => [ref, value]),
    );
  });
  it("is an error when final, and a gap in a draft, for every part that nobody has decided", async () => {
    const final = await told(await assessed({}));
    expect(final.messages.filter(({ code }) => code === "missing-fact")).toHaveLength(10);
    const draft = await told(await assessed({}, "draft"));
    expect(draft.messages).toEqual([]);
    expect(draft.text).toContain("Who may do it (protocol.authority).");
    expect(draft.text).toContain("Not decided yet: ask the owner of this protocol.");
  });
  it("says that a rule was not measured where it was not", async () => {
    const { text } = await told(await assessed({ ...whole, fallback: { rule: "ask Bob" } }));
    expect(text).toContain("Not measured: nobody has counted how far off this rule is.");
    expect(text).toContain("Not yet approved by anyone named.");
  });
  it("names a limitation that does not exist", async () => {
    const { messages } = await told(await assessed({ ...whole, limitations: ["LIM-9999"] }));
    expect(messages.map(({ text }) => text)).toContain('There is no limitation "LIM-9999".');
  });
  it("takes a plan apart that names what does not exist", async () => {
    const wrong = {
      ...whole,
      triggers: [{ id: "x", signal: "Error", series: "nothing", above: 1, level: "Blue" }],
    };
    await expect(assessed(wrong)).rejects.toMatchObject({
      messages: [
        expect.objectContaining({ text: 'Unexpected series "nothing".' }),
        expect.objectContaining({ text: 'Unexpected level "Blue".' }),
      ],
    });
  });
  it("is known to nobody outside, its thresholds least of all", () => {
    expect(JSON.stringify(editionOf(agreed, "customer"))).not.toMatch(/"protocol"|Complaints|110 a month/);
  });
});
