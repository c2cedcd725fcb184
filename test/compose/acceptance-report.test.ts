import { describe, expect, it } from "vitest";

import { loadMaterials } from "../../src/load/load-materials.js";
import { publish } from "../../src/pipeline.js";
import { assessFiles, planFile } from "../measure/project-folder.js";
import { publishAssessment, publishFiles } from "../measure/publish-project.js";

const words = {
  case: "form / forms",
  positive: "forgery / forgeries",
  negative: "true form / true forms",
  flagged: "stopped",
  missed: "passed",
};
const counts = { tp: 90, fn: 10, fp: 30, tn: 970 };
const plain = { words, evaluations: [{ id: "e", title: "The test", counts }] };
const recall = {
  id: "AC-1",
  title: "Forgeries stopped",
  metric: "recall",
  agreed: "2026-01-02",
  owner: "Head of Fraud",
};
const alarms = {
  id: "AC-2",
  title: "True forms passed",
  metric: "false-alarms",
  agreed: "2026-01-02",
  owner: "COO",
};

/** The report of a plan, as Markdown without no-break spaces. */
async function reportOf(plan: object, files: Record<string, string> = {}): Promise<string> {
  const project = { "forthright.yaml": planFile({ ...plain, ...plan }), ...files };
  const { documents } = await publishFiles(project, { kinds: ["acceptance-report"], audience: "internal" });
  return (documents[0]?.markdown ?? "").replaceAll("\u00A0", " ");
}

describe("the verdict of an acceptance report", () => {
  // Exact one-sided bounds: 90 of 100 is at least 83.6, 30 of 1,000 up to 40.6 of 1,000 (scipy.stats.beta).
  it("is go where every must is shown to hold", async () => {
    const text = await reportOf({
      criteria: [
        { ...recall, at_least: 0.8 },
        { ...alarms, at_most: 0.05 },
      ],
    });
    expect(text).toContain("# Go: all 2 agreed musts are shown to hold");
    expect(text).toContain("**Of 2 agreed limits, 2 are kept, none is broken and none is open**");
    expect(text).toContain("at least 80 of 100 forgeries are stopped");
    expect(text).toContain(
      "Seen: 90 of 100; with 95 % confidence at least 83.6 of 100. Pass: the bound keeps the agreed limit.",
    );
  });

  it("is conditional where a must is open, and says who may accept it, and what was accepted until when", async () => {
    const criteria = [
      { ...recall, at_least: 0.85 },
      { ...alarms, at_most: 0.035 },
    ];
    const open = await reportOf({ criteria });
    expect(open).toContain("# Conditional: 2 of 2 agreed musts are not settled, and none fails");
    expect(open).toContain(
      "**AC-1 Forgeries stopped** is open. Agreed: at least 85 of 100. Seen: 90 of 100; with 95 % confidence at least 83.6 of 100.",
    );
    expect(open).toContain("Nobody is named who may accept what is open");
    const accepted = {
      criterion: "AC-1",
      by: "COO",
      on: "2026-02-01",
      until: "2026-03-01",
      restriction: "a person looks.",
    };
    const named = await reportOf({
      criteria,
      acceptance: { may_accept: "Chief risk officer", accepted: [accepted] },
    });
    expect(named).toContain(
      "COO accepted **AC-1 Forgeries stopped** on 1 February 2026, until 1 March 2026. Condition: a person looks.",
    );
    expect(named).toContain("Chief risk officer may accept what is open");
    const dated = { ...plain.evaluations[0], collected: "2026-03-02/2026-04-01" };
    const ended = await reportOf({
      criteria,
      evaluations: [dated],
      acceptance: { may_accept: "CRO", accepted: [accepted] },
    });
    expect(ended).toContain("COO had accepted **AC-1 Forgeries stopped**; that ended on 1 March 2026.");
  });

  it("tells at a stage what somebody answers for, as long as that holds", async () => {
    const criteria = [
      { ...recall, at_least: 0.85 },
      { ...alarms, at_most: 0.035 },
    ];
    const accept = (criterion: string) => ({
      criterion,
      by: "COO",
      on: "2026-02-01",
      until: "2026-03-01",
      restriction: "a person looks.",
    });
    const plan = {
      criteria,
      rollout: { stages: [{ name: "Pilot", share: 0.1, entry: ["AC-1", "AC-2"] }] },
      acceptance: { may_accept: "CRO", accepted: [accept("AC-1")] },
    };
    const stage = "after AC-1, AC-2, now: not all are settled";
    expect(await reportOf(plan)).toContain(`${stage}; AC-1 accepted until 1 March 2026, under a condition |`);
    const both = { may_accept: "CRO", accepted: [accept("AC-1"), accept("AC-2")] };
    expect(await reportOf({ ...plan, acceptance: both })).toContain(
      `${stage}; AC-1, AC-2 accepted until 1 March 2026, each under a condition |`,
    );
    // It holds on the last day, and not on the day after: that of issue counts, where one is stated.
    const document = { kind: "acceptance-report" };
    const onTheDay = await reportOf({ ...plan, documents: [{ ...document, issued: "2026-03-01" }] });
    expect(onTheDay).toContain("AC-1 accepted until 1 March 2026");
    const after = await reportOf({ ...plan, documents: [{ ...document, issued: "2026-03-02" }] });
    expect(after).toContain(`${stage}; the acceptance of AC-1 ended on 1 March 2026 |`);
    expect(after).toContain("COO had accepted **AC-1 Forgeries stopped**; that ended on 1 March 2026.");
    // What fails cannot be accepted, whoever wrote that it was.
    const failing = [{ ...recall, at_least: 0.97 }, criteria[1]];
    expect(await reportOf({ ...plan, criteria: failing })).toContain("after AC-1, AC-2, now: not all hold |");
  });

  it("is no-go where one fails, which nobody may accept", async () => {
    const text = await reportOf({
      criteria: [
        { ...recall, at_least: 0.97 },
        { ...alarms, at_most: 0.05 },
      ],
    });
    expect(text).toContain("# No-go: 1 of 2 agreed musts fails");
    expect(text).toContain("A must that fails cannot be accepted.");
    expect(text).not.toContain("may accept what is open");
  });

  it("is no-go where an open must was agreed to block, and does not call that a failure", async () => {
    const text = await reportOf({ criteria: [{ ...recall, at_least: 0.85, on_inconclusive: "block" }] });
    expect(text).toContain("# No-go: 1 of 1 agreed must is open and was agreed to block");
  });

  it("is none where nothing must hold, and what does not pass is named all the same", async () => {
    const text = await reportOf({ criteria: [{ ...recall, at_least: 0.97, importance: "should" }] });
    expect(text).toContain("# No verdict: nothing was agreed that must hold");
    expect(text).toContain("One criterion that need not hold fails: AC-1.");
  });
});

describe("a trigger with its rule in numbers", () => {
  // Ten or more of 100 at 15 of 100: 0.944908; two such days in a row take 2.18 days on average (scipy.stats.binom).
  it("tells a mean wait as the nearest whole number, never as the next one up", async () => {
    const watch = { cases: 100, per: "day", usual: 0.05, above: 0.09, windows: 2, harm: 0.15 };
    const trigger = { signal: "Refusals", threshold: "above 9 of 100 on two days", action: "alert", watch };
    const text = await reportOf({
      criteria: [{ ...recall, at_least: 0.8 }],
      rollback: { triggers: [trigger] },
    });
    expect(text).toContain("at 15 of 100 seen after about 2 days");
  });
});

describe("what a release lacks", () => {
  it("stands on the first page, by name", async () => {
    const text = await reportOf({ criteria: [{ id: "AC-1", metric: "recall", at_least: 0.8 }] });
    const missing = text.slice(text.indexOf("missing:"), text.indexOf("## What was agreed"));
    for (const part of [
      "Owners of criteria AC-1.",
      "Days on which criteria AC-1 were agreed.",
      "rollout.stages",
      "rollback.triggers",
      "(experiment)",
      "(monitoring)",
      "(labelling)",
    ])
      expect(missing).toContain(part);
    // A title that nobody gave is the name of the metric.
    expect(text).toContain("AC-1 forgeries stopped (recall)");
  });

  it("is a version to go back to that fails its own musts, a tier, and a grave limit that nobody watches", async () => {
    const evaluations = [
      { id: "new", counts, model_version: "2.0" },
      { id: "old", counts: { ...counts, tp: 40, fn: 60 }, model_version: "1.0" },
    ];
    const text = await reportOf(
      {
        model: { name: "Small model", version: "2.0" },
        evaluations,
        criteria: [{ ...recall, at_least: 0.7, evaluation: "new" }],
        rollback: {
          triggers: [{ signal: "Misses", threshold: "7", action: "rollback", target: { version: "1.0" } }],
        },
        monitoring: [{ signal: "Scores", threshold: "8", owner: "COO", tier: "output" }],
        unwatched: [{ limitation: "LIM-0002", why: "nothing records it" }],
      },
      Object.fromEntries(
        ["LIM-0001", "LIM-0002"].map((id) => [
          `limitations/${id}.md`,
          `---\nid: ${id}\ntitle: Limit ${id}\ntype: COV\nharm_class: 4\n---\n`,
        ]),
      ),
    );
    expect(text).toContain("A version to go back to that keeps its own musts: version 1.0 does not.");
    expect(text).toContain(
      "Signals about: what goes in, what became of it, groups, attacks, people and process.",
    );
    expect(text).toContain("A signal for LIM-0001, or why none can be");
    expect(text).toContain("back to version 1.0, which fails a must of its own");
    expect(text).toContain("not detectable in use: nothing records it");
    expect(text).toContain("A trial of the way back for: Misses.");
  });
});

describe("a criterion on groups", () => {
  const rows = (group: string, caught: number, missed: number) =>
    [
      ...Array.from({ length: caught }, () => `1,0.9,${group}`),
      ...Array.from({ length: missed }, () => `1,0.1,${group}`),
    ].join("\n");
  const plan = {
    deployment: { threshold: 0.5 },
    evaluations: [
      {
        id: "e",
        data: "data/rows.csv",
        label: "y",
        positive: 1,
        score: "p",
        slices: ["country"],
        names: { "country=AT": "forms from Austria" },
        in_scope: { country: ["DE", "AT"] },
      },
    ],
    criteria: [{ id: "AC-1", metric: "recall", at_least: 0.7, slice: "each:country", required: ["AT"] }],
  };
  const data = `y,p,country\n${rows("DE", 95, 5)}\n0,0.1,DE\n`;

  it("names a group that was never tested, and what was agreed for it", async () => {
    const text = await reportOf(plan, { "data/rows.csv": data });
    expect(text).toMatch(/forms from Austria[^|]*\|[^|]*\| not measured \|[^|]*\| cannot be judged/);
    expect(text).toContain("at least 70 of 100 forgeries are stopped, in each of 2 groups");
    expect(text).toContain("1 of 2 groups passes.");
    expect(text).toContain(
      "Forms from Austria: not measured; cannot be judged: a value that has to be tested was not.",
    );
  });
});

describe("an acceptance report", () => {
  it("is in one language throughout, with the same numbers", async () => {
    const own = {
      ...words,
      de: {
        case: { one: "Formular", many: "Formulare", of_many: "Formularen", gender: "n" },
        positive: { one: "Fälschung", many: "Fälschungen", of_many: "Fälschungen", gender: "f" },
        negative: {
          one: "echtes Formular",
          many: "echte Formulare",
          of_one: "echten Formular",
          of_many: "echten Formularen",
          gender: "n",
        },
        flagged: "gestoppt",
        missed: "übersehen",
        unflagged: "durchgelassen",
      },
    };
    const assessment = await assessFiles({
      "forthright.yaml": planFile({ ...plain, words: own, criteria: [{ ...recall, at_least: 0.97 }] }),
    });
    const materials = await loadMaterials(null, "de");
    const [report] = await publish(assessment, {
      materials,
      lang: "de",
      kinds: ["acceptance-report"],
      audience: "internal",
    });
    const text = (report?.markdown() ?? "").replaceAll("\u00A0", " ");
    expect(text).toContain("# Keine Freigabe: 1 von 1 vereinbarten Muss-Kriterien ist verfehlt");
    expect(text).toContain("mindestens 97 von 100 Fälschungen werden gestoppt");
    // Keys of the plan stand in brackets, in every language.
    expect(text.replace(/\([^)]*\)/g, "")).not.toMatch(/\b(agreed|seen|must|owner)\b/i);
  });

  it("shows what an author wrote as letters, whatever it looks like", async () => {
    const nasty = "</script><b>{{x}}</b> a|b :am ‮";
    const assessment = await assessFiles({
      "forthright.yaml": planFile({
        ...plain,
        criteria: [{ ...recall, title: nasty, owner: nasty, at_least: 0.8 }],
        acceptance: { may_accept: nasty },
        rollout: { stages: [{ name: nasty, owner: nasty, exit: nasty }] },
        labelling: {
          classes: [
            { name: nasty, means: nasty },
            { name: "b", means: "b" },
          ],
          feedback: nasty,
        },
        experiment: {
          unit: nasty,
          arms: [
            { name: nasty, share: 0.5 },
            { name: "b", share: 0.5 },
          ],
        },
        monitoring: [{ signal: nasty, threshold: nasty, owner: nasty, retraining: nasty }],
      }),
    });
    const [report] = await publishAssessment(assessment, {
      kinds: ["acceptance-report"],
      audience: "internal",
    });
    const page = (report?.html ?? "").replace(/<script[\s\S]*?<\/script>/g, "");
    expect(page).not.toMatch(/<b>|<\/script>\s*<b/);
    expect(page.match(/&#x3C;b>\{\{x\}\}/g)?.length ?? 0).toBeGreaterThan(8);
    expect(page).not.toContain("‮");
  });

  it("is made for nobody outside, and the card says what is held", async () => {
    const assessment = await assessFiles({
      "forthright.yaml": planFile({
        ...plain,
        criteria: [{ ...recall, at_least: 0.8 }],
        labelling: {
          classes: [
            { name: "a", means: "Secret rule" },
            { name: "b", means: "b" },
          ],
        },
        monitoring: [{ signal: "Secret signal", threshold: "1", owner: "o" }],
      }),
    });
    expect(
      await publishAssessment(assessment, { kinds: ["acceptance-report"], audience: "customer" }),
    ).toEqual([]);
    const [card] = await publishAssessment(assessment, { kinds: ["model-card"], audience: "customer" });
    expect(card?.html).toContain("Forgeries stopped");
    expect(card?.html).not.toMatch(/Secret|Head of Fraud/);
    // What is held is told as held, and nothing of it as missing.
    expect(card?.markdown).toContain("rolled out and stepped back from is planned");
    expect(card?.markdown).not.toMatch(/No monitoring, rollout or rollback|\(acceptance\./);
  });
});
