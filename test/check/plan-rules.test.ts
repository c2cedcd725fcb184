import { describe, expect, it } from "vitest";

import type { Message } from "../../src/errors.js";
import { exampleProjects } from "./example-projects.js";
import { messagesOf, noteProject } from "./note-project.js";
import type { ProjectFiles } from "../measure/project-folder.js";

/** Rules that read the plan or a whole document, each in a document that breaks it and in one that does not. */
async function saidBy(id: string, files: ProjectFiles): Promise<readonly Message[]> {
  return (await messagesOf(files)).filter(({ code }) => code === id);
}

/** A project of `example-projects.ts` with other documents or keys. */
function withPlan(name: string, more: object, files: ProjectFiles = {}): ProjectFiles {
  const project = { ...(exampleProjects[name] ?? {}), ...files };
  const plan = JSON.parse(project["forthright.yaml"] ?? "") as object;
  return { ...project, "forthright.yaml": JSON.stringify({ ...plan, ...more }, null, 2) };
}

describe("an average that hides a group", () => {
  const briefing = (why: string): ProjectFiles =>
    withPlan("weak-group", { documents: [{ kind: "briefing" }] }, { "notes/briefing/why.md": `${why}\n` });

  it.each([
    ['It stops :rate{ref="recall@all"} fakes.', 1],
    ['It stops :rate{ref="recall@group=older phone"} fakes of one group.', 0],
    ["Fakes from older phones get through more often.", 0],
  ])("is told where the note says: %s", async (text, count) => {
    expect(await saidBy("average-hides-group", briefing(text))).toHaveLength(count);
  });

  it("is an error, and names the group and how to tell of it", async () => {
    const [message] = await saidBy("average-hides-group", briefing("It works."));
    expect(message?.severity).toBe("error");
    expect(message?.text).toContain("documents from an older phone");
    expect(message?.hint).toContain('::finding{id="weak-slice@group=older%20phone#recall"}');
  });

  it("is named by a model card by itself", async () => {
    expect(await saidBy("average-hides-group", withPlan("weak-group", {}))).toEqual([]);
  });
});

describe("a document with one kind of error", () => {
  it("is told apart from one with both", async () => {
    const vendor = (metrics: object[]): ProjectFiles =>
      withPlan("vendor", {
        evaluations: [{ id: "e", task: "reported", reported_by: "Acme", kind: "vendor", metrics }],
      });
    const both = [
      { metric: "recall", value: 0.97 },
      { metric: "false-alarms", value: 0.02 },
    ];
    expect(await saidBy("one-error-type", vendor(both))).toEqual([]);
  });
});

describe("the ask of a final briefing", () => {
  const decision = { ask: "Start the calls", owner: "Head of Sales", by: "2026-06-03" };
  const briefing = (own: object, more: object = {}): ProjectFiles =>
    noteProject({}, { kind: "briefing", status: "final", decision: { ...decision, ...own }, ...more });

  it("passes with a decision, a day to come and dated actions", async () => {
    const actions = [{ do: "starts", owner: "Sales", by: "2026-06-10" }];
    expect(await saidBy("missing-ask", briefing({}, { actions }))).toEqual([]);
  });

  it.each([
    ["We should improve data.", "We should"],
    ["Consider a pilot.", "Consider"],
  ])("is no wish such as: %s", async (ask, found) => {
    const [message, ...more] = await saidBy("missing-ask", briefing({ ask }));
    expect(message?.text).toContain(`"${found}"`);
    expect([message?.place?.file, typeof message?.place?.line, more]).toEqual([
      "forthright.yaml",
      "number",
      [],
    ]);
  });

  it("is not to be decided before the evidence was there", async () => {
    const [message] = await saidBy("missing-ask", briefing({ by: "2026-01-31" }));
    expect(message?.text).toMatch(/^Unexpected decision by 2026-01-31, before the document of 2026-03-31/);
  });

  it("has actions with a day", async () => {
    const actions = [{ do: "starts", owner: "Sales", by: "soon" }];
    const [message] = await saidBy("missing-ask", briefing({}, { actions }));
    expect(message?.text).toContain('"soon"');
  });
});

describe("a row of the register", () => {
  const limitation = (lines: string): ProjectFiles =>
    noteProject(
      {
        "limitations/LIM-0001.md": `---\nid: LIM-0001\ntitle: New customers are few\ntype: DRF\nstatus: open\n${lines}\n---\n`,
      },
      { kind: "limitation-portfolio" },
    );

  it("passes with a signal that has a value, and an owner", async () => {
    const lines = "owner: Data team\ndetection: {signal: PSI, threshold: above 0.25 two weeks running}";
    expect(await saidBy("row-without-tripwire", limitation(lines))).toEqual([]);
  });

  it.each([
    ["owner: Data team", "a signal with a value that alarms"],
    ["detection: {signal: PSI, threshold: above 0.25 two weeks running}", "an owner"],
    [
      "owner: Data team\ndetection: {signal: PSI, threshold: when it drifts}",
      "a signal with a value that alarms",
    ],
  ])("does not with %s alone", async (lines, missing) => {
    const [message, ...more] = await saidBy("row-without-tripwire", limitation(lines));
    expect(message?.text).toContain(missing);
    expect([message?.severity, message?.place?.file, more]).toEqual([
      "warning",
      "limitations/LIM-0001.md",
      [],
    ]);
  });

  it("of what is watched has a value", async () => {
    const watched = (threshold: string): ProjectFiles =>
      withPlan("churn", { monitoring: [{ signal: "Drift", threshold, owner: "Data" }] });
    expect(await saidBy("row-without-tripwire", watched("above 0.25 in a week"))).toEqual([]);
    const [message] = await saidBy("row-without-tripwire", watched("when it looks odd"));
    expect([message?.place?.file, message?.text]).toEqual([
      "forthright.yaml",
      'Unexpected threshold "when it looks odd" of Drift, expected a value that alarms.',
    ]);
  });
});

describe("a threshold that is asked for", () => {
  const options = [
    { id: "now", name: "As now" },
    { id: "strict", name: "Cut-off 0.8", threshold: 0.8, ask: true },
  ];

  it.each([
    [undefined, 1],
    [{ currency: "EUR", miss: 300, false_alarm: 5 }, 0],
  ])("needs costs: %j", async (costs, count) => {
    const said = await saidBy(
      "threshold-without-costs",
      withPlan("weak-group", {
        documents: [{ kind: "briefing", options }],
        ...(costs === undefined ? {} : { costs }),
      }),
    );
    expect(said).toHaveLength(count);
  });
});

describe("a word of the other scale", () => {
  const card = (scale: string | undefined, text: string): ProjectFiles =>
    withPlan(
      "churn",
      { documents: [{ kind: "model-card", ...(scale === undefined ? {} : { scale }) }] },
      { "notes/model-card/verdict.md": `${text}\n` },
    );

  it.each([
    [undefined, "That is likely (66–100 %).", 0],
    [undefined, "That is likely (55–80 %).", 1],
    ["icd-203", "That is likely (55–80 %).", 0],
    ["icd-203", "That is very likely (90–100 %).", 1],
  ])("in a document of scale %s: %s", async (scale, text, count) => {
    const said = await saidBy("mixed-scales", card(scale, text));
    expect(said.map(({ place }) => place?.file)).toEqual(
      Array.from({ length: count }, () => "notes/model-card/verdict.md"),
    );
  });
});

describe("the picture of a thermostat", () => {
  const effect = "paired-accuracy-difference[a-vs-b]@all";
  const text = `It is a thermostat: turning it changed :count{ref="accuracy-test[a]@all"} decisions.`;

  it.each([
    ["no control is named", undefined, 1],
    ["the effect of the control was not measured", { name: "the cut-off", step: "to mild" }, 1],
    ["its effect is no estimate", { name: "the cut-off", step: "to mild", effect: "recal@all" }, 1],
    ["its effect was measured", { name: "the cut-off", step: "to mild", effect }, 0],
  ])("where %s", async (_, control, count) => {
    const files = withPlan("even-platforms", control === undefined ? {} : { controls: [control] }, {
      "notes/model-card/verdict.md": `${text}\n`,
    });
    expect(await saidBy("analogy-precondition", files)).toHaveLength(count);
  });
});
