import { readdirSync } from "node:fs";
import type { Root } from "mdast";
import { beforeAll, describe, expect, it } from "vitest";

import { check, checkText } from "../../src/check/check.js";
import { sentencesOf } from "../../src/check/sentences-of.js";
import { parseNote } from "../../src/compose/parse-markdown.js";
import type { Rule } from "../../src/check/rule.js";
import { rules } from "../../src/check/rules/all.js";
import { loadMaterials } from "../../src/load/load-materials.js";
import type { Assessment } from "../../src/model/assessment.js";
import type { ComposedDocument } from "../../src/model/document.js";
import { packageFile } from "../../src/package-file.js";
import { assess } from "../../src/pipeline.js";
import { assessFiles } from "../measure/project-folder.js";
import { publishAssessment, publishFolder } from "../measure/publish-project.js";
import { checkMessages, messagesAbout, messagesOf, noteLine, notePath, noteProject } from "./note-project.js";

/** Rules whose examples need no facts but those of the small project; the others are in claim-rules.test.ts. */
const reading = rules.filter(({ examples }) => examples.notOk.length > 0 && examples.in === undefined);
const wordsAlone = ({ text, whole, claims }: Rule) =>
  claims === undefined && (text !== undefined || whole !== undefined);
/** Every example is read as plain sentences; of rules of words alone, the first stands in whole documents, too. */
const inDocuments = reading.filter(({ examples }) => examples.kind === undefined);
const fine = inDocuments.flatMap((rule) =>
  rule.examples.ok.slice(0, wordsAlone(rule) ? 1 : undefined).map((text) => [rule.id, text] as const),
);
const wrong = inDocuments.flatMap((rule) =>
  rule.examples.notOk
    .slice(0, wordsAlone(rule) ? 1 : undefined)
    .map((text) => [rule.id, text, rule] as const),
);
const inWords = reading.filter(({ text, whole }) => text !== undefined || whole !== undefined);
const levels = ({ severity, examples: { notOk, lesser = [] } }: Rule) => [
  ...notOk.map((text) => [text, severity] as const),
  ...lesser.map((text) => [text, severity === "error" ? "warning" : "error"] as const),
];

/** Error or warning of each rule of the book, from L01 on. */
const severities = "EEEEE EEWWE EEEWE EEEEE EWEEW EEEWW WWEEE WEEWE EEEEW EWWEE WW".replaceAll(" ", "");
const book = [...severities].map(
  (letter, index) =>
    [`L${String(index + 1).padStart(2, "0")}`, letter === "E" ? "error" : "warning"] as const,
);

describe("every rule", () => {
  it("is named as its file", () => {
    const files = readdirSync(packageFile("src/check/rules"))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => name.replace(/\.ts$/, ""));
    expect([...rules.map(({ id }) => id), "all"].sort()).toEqual(files.sort());
  });

  it("has a number of the rule book that no other rule has", () => {
    const aliases = rules.map(({ alias }) => alias);
    expect(aliases.filter((alias) => !/^(L\d\d|own-\d+)$/.test(alias))).toEqual([]);
    expect(new Set(aliases).size).toBe(rules.length);
  });

  it("is one of the 52 of the book, with the severity of the book", () => {
    expect(book.length).toBe(52);
    const own = rules.filter(({ alias }) => !alias.startsWith("own-"));
    const known = new Map<string, string>(book);
    expect(
      own.filter(({ alias, severity }) => known.get(alias) !== severity).map(({ alias }) => alias),
    ).toEqual([]);
    const here = new Set(own.map(({ alias }) => alias));
    expect(book.map(([alias]) => alias).filter((alias) => !here.has(alias))).toEqual([]);
  });

  it.each(
    inWords.flatMap(({ id, examples }) => examples.ok.map((text) => [id, text, examples.kind] as const)),
  )("%s is silent on %j", (id, text, kind) => {
    expect(readAlone(text, kind).filter(({ code }) => code === id)).toEqual([]);
  });

  it.each(
    inWords.flatMap((rule) =>
      levels(rule).map(([text, severity]) => [rule.id, text, severity, rule.examples.kind] as const),
    ),
  )("%s speaks once about %j", (id, text, severity, kind) => {
    const said = readAlone(text, kind).filter(({ code }) => code === id);
    expect(said.map((message) => [message.severity, message.place?.file])).toEqual([
      [severity, "notes/x.md"],
    ]);
    expect(said[0]?.text).toMatch(/^Unexpected .*, expected /);
  });

  it.each(fine)("%s is silent on %j in a note", async (id, text) => {
    expect((await messagesAbout(text)).filter(({ code }) => code === id)).toEqual([]);
  });

  it.each(wrong)("%s speaks about %j in a note, and points at it", async (id, text, rule) => {
    const said = (await messagesAbout(text)).filter(({ code }) => code === id);
    expect(said.map(({ severity, place }) => [severity, place?.file, place?.line])).toEqual([
      [rule.severity, notePath, noteLine],
    ]);
    expect(said[0]?.text).toMatch(/^Unexpected .*, expected /);
  });

  it.each(
    inWords
      .filter(({ text }) => text !== undefined)
      .flatMap((rule) => rule.examples.notOk.map((text) => [rule.id, text, rule] as const)),
  )("%s finds %j at its very letters", (id, text, rule) => {
    const line = text.startsWith("# ") ? text : `A harmless sentence comes first. ${text}`;
    const kind = rule.examples.kind ?? null;
    const sentences = sentencesOf(parseNote(line), "notes/x.md");
    const said = checkText({ lang: "en", kind, sentences }).filter(({ code }) => code === id);
    const found = sentencesOf(parseNote(text), "notes/x.md").flatMap((sentence) =>
      (rule.text?.(sentence, { lang: "en", kind, sentences: [sentence] }) ?? []).map(
        ({ start = 0 }) => line.indexOf(sentence.text) + start + 1,
      ),
    );
    expect(said.map(({ place }) => [place?.file, place?.line, place?.column])).toEqual(
      found.map((column) => ["notes/x.md", 1, column]),
    );
  });
});

describe("words of somebody else", () => {
  const wrongWords = "The model is 95 % sure.";

  it.each([
    `The vendor says “${wrongWords}”`,
    `According to its brochure, "${wrongWords}"`,
    `> ${wrongWords}\n>\n> — A vendor, 2026`,
    `> ${wrongWords}\n> -- A vendor`,
    `    ${wrongWords}`,
    "It prints `the model is 95 % sure` on a page.",
    `| a |\n| - |\n| ${wrongWords} |`,
  ])("are no claim of ours: %j", (text) => {
    expect(readAlone(text, undefined).map(({ code }) => code)).not.toContain("sure-without-calibration");
  });

  it.each([`We say “${wrongWords}”`.replace("say", "like"), `> ${wrongWords}`, `It is – ${wrongWords}`])(
    "are ours where nobody is named: %j",
    (text) => {
      expect(readAlone(text, undefined).map(({ code }) => code)).toContain("sure-without-calibration");
    },
  );
});

/** What is said about a text that stands alone, in the opening region of a document. */
function readAlone(text: string, kind: string | undefined) {
  const sentences = sentencesOf(parseNote(text), "notes/x.md").map((sentence) => ({
    ...sentence,
    block: "lead",
  }));
  return checkText({ lang: "en", kind: kind ?? null, sentences });
}

/** Rules about estimates, broken by a directive: what a template types is its own author's affair. */
const inTemplate: Readonly<Record<string, string>> = {
  "estimate-without-range": 'It finds :rate{ref="recall@group=A" range="no"}.',
  "precision-without-base-rate": ':rate{ref="precision-test@all"}',
};

describe("a sentence of a template", () => {
  let assessment: Assessment;
  beforeAll(async () => {
    assessment = await assessFiles(noteProject({}));
  });

  async function messagesInTemplate(sentence: string) {
    const materials = await loadMaterials(null, "en");
    const card = materials.documents["model-card"];
    if (card === undefined) throw new Error("no model card");
    const mine = { ...card, path: "templates/mine.md.hbs", source: `# Mine\n\n${sentence}\n` };
    const documents = { "model-card": mine };
    const published = await publishAssessment(assessment, { materials: { ...materials, documents } });
    return published.flatMap(({ messages }) => messages);
  }

  it.each(wrong)("that breaks %s is found, at the template: %j", async (id, text) => {
    const said = await messagesInTemplate(inTemplate[id] ?? text);
    expect(said.filter(({ code }) => code === id).map(({ place }) => place)).toEqual([
      expect.objectContaining({ file: "templates/mine.md.hbs", line: 3 }),
    ]);
  });

  it.each(fine)("that keeps %s is not: %j", async (id, text) => {
    const said = await messagesInTemplate(text);
    expect(said.filter(({ code }) => code === id)).toEqual([]);
  });
});

describe("an estimate told without its range", () => {
  it("is found when its range stands nowhere on the page", async () => {
    const files = noteProject({
      "notes/briefing/why.md": 'It finds :rate{ref="recall@group=A" range="no"} leavers.\n',
    });
    const plan = JSON.parse(files["forthright.yaml"] ?? "") as { documents: object[] };
    plan.documents = [{ kind: "briefing" }];
    const said = await messagesOf({ ...files, "forthright.yaml": JSON.stringify(plan) });
    const about = said.filter(
      ({ code, text }) => code === "estimate-without-range" && text.includes("group=A"),
    );
    expect(about.map(({ place }) => [place?.file, place?.line])).toEqual([["notes/briefing/why.md", 1]]);
  });
});

describe("missing-ask", () => {
  const decision = { ask: "Start the calls", owner: "Head of Sales", by: "2026-06-03" };
  const briefing = (more: object) => noteProject({}, { kind: "briefing", status: "final", ...more });

  it("is silent on a final briefing with ask, owner and date", async () => {
    const said = await messagesOf(briefing({ decision }));
    expect(said.filter(({ code }) => code === "missing-ask")).toEqual([]);
  });

  it.each(["ask", "owner", "by"] as const)("speaks about a final briefing without %s", async (key) => {
    const rest = Object.fromEntries(Object.entries(decision).filter(([name]) => name !== key));
    const said = await messagesOf(briefing({ decision: key === "ask" ? undefined : rest }));
    const about = said.filter(({ code }) => code === "missing-ask");
    expect(about.map(({ text }) => text.includes(`decision.${key}`))).toEqual([true]);
  });

  it("leaves drafts and other kinds alone", async () => {
    for (const more of [{ status: "draft" }, { kind: "model-card" }])
      expect((await messagesOf(briefing(more))).filter(({ code }) => code === "missing-ask")).toEqual([]);
  });
});

/** The "good" column of the rule book for these rules. */
const good = [
  ["L01", "Of 100 customers picked, 85 are high-value."],
  ["L03", "Of 100 flagged, 85 are fraud. Of 100 frauds, 70 are flagged."],
  ["L04", "At 10 frauds per 1,000 applications, about 8 of every 100 alerts would be right."],
  ["L05", "Always saying 'legitimate' is right 99.83 % of the time; the model catches 80 of 100 frauds."],
  ["L08", "27 in 10,000"],
  ["L10", "3 of 6 Gibraltar passports failed"],
  ["L11", "It finds 83 of 100 (range 78–87)."],
  ["L12", "None of 150 attacks got in; up to 2 of 100 is possible."],
  ["L20", "Of 2,470 alerts, 2,297 were wrong."],
  ["L21", "The highest of 4 settings tested (table 2)."],
  ["L33", "Two short sentences say it. They are easier."],
  ["L35", "CTO approves £35,000 by 3 June."],
] as const;

/** The "bad" column, where it can be told from the text alone. */
const bad = [
  ["L01", "Accuracy is 85 %."],
  ["L03", "Of 100 flagged it finds 85 (recall)."],
  ["L05", "The model is 99.8 % accurate."],
  ["L08", "About 1 in 368 leaves."],
  ["L12", "The product has 0 % attack acceptance."],
  ["L20", "It has a 93 % false positive rate."],
  ["L21", "It is the best we could achieve."],
] as const;

describe("the rule book's own examples, as a sentence of ours", () => {
  let assessment: Assessment;
  beforeAll(async () => {
    assessment = await assessFiles(noteProject({}));
  });

  it.each(good)("the good one of %s passes all rules: %s", (_alias, text) => {
    expect(check(documentOf(text), assessment)).toEqual([]);
  });

  it.each(bad)("the bad one of %s is found: %s", (alias, text) => {
    const id = rules.find((rule) => rule.alias === alias)?.id;
    expect(check(documentOf(text), assessment).map(({ code }) => code)).toContain(id);
  });
});

/** A document of one paragraph that no author wrote. */
function documentOf(text: string): ComposedDocument {
  const tree: Root = {
    type: "root",
    children: [{ type: "paragraph", children: [{ type: "text", value: text }] }],
  };
  const plan = { kind: "model-card", status: "draft" } as const;
  return {
    plan,
    kind: "model-card",
    kindTitle: "Model card",
    title: "Small",
    lang: "en",
    audience: "internal",
    tree,
    charts: [],
    shown: [],
    messages: [],
  };
}

describe.each(["application-fraud", "churn-new-segment", "credit-pd"])("the committed example %s", (name) => {
  it("gives no message when it is published", async () => {
    const { documents } = await publishFolder(packageFile(`examples/${name}`));
    const said = documents.flatMap(({ messages }) => messages);
    expect(said.filter(({ severity }) => severity !== "hint")).toEqual([]);
  });

  it("tells no rate on too few cases, not even inside the house", async () => {
    const { assessment } = await assess(packageFile(`examples/${name}`));
    const said = await checkMessages(assessment, "internal");
    expect(said.filter(({ code }) => code === "small-group-percentage")).toEqual([]);
  });
});
