import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import { csvOf, smallRows, smallTable, type RawPlan } from "../hostile/make-project.js";
import { readOutputs } from "../hostile/read-outputs.js";
import { workspace } from "../hostile/workspace.js";
import { assessProject, countedFacts, planWith } from "./assess-project.js";

const folder = workspace();

/** An estimate by its id. */
function estimateOf(assessment: Assessment | null, id: string) {
  const found = assessment?.estimates.find((estimate) => estimate.id === id);
  if (found === undefined) throw new Error(`Unexpected assessment without ${id}`);
  return found;
}

/** The Markdown and every file of a model card. */
async function cardOf(data: string, plan?: RawPlan) {
  const out = folder.fresh("out");
  const root = await folder.project({ data, ...(plan === undefined ? {} : { plan }) });
  const run = await folder.run(["build", root, "--out", out, "--format", "html,md,json"]);
  const text = await readFile(path.join(out, "small-model/model-card.md"), "utf8");
  return { run, text, files: await readOutputs(path.join(out, "small-model")) };
}

describe("scores that are no numbers", () => {
  const odd = ["nan", "NaN", "inf", "-inf", "1e400", ""]
    .map((score, index) => `o${index},1,${score},north\n`)
    .join("");

  it("are counted, kept apart from blank ones, and left out", async () => {
    const { assessment } = await assessProject(folder, { data: smallTable() + odd });
    expect(assessment?.evaluations).toMatchObject([
      { rows: 246, used: 240, excluded: { label_blank: 0, score_blank: 1, score_not_finite: 5 } },
    ]);
  });

  it("change no estimate", async () => {
    const [plain, other] = await Promise.all([
      assessProject(folder, {}),
      assessProject(folder, { data: smallTable() + odd }),
    ]);
    for (const id of ["recall@all", "roc-auc@all", "mean-score@all", "brier-score@all"])
      expect(estimateOf(other.assessment, id).value).toBe(estimateOf(plain.assessment, id).value);
  });

  it("are said in the document", async () => {
    expect((await cardOf(smallTable() + odd)).text).toMatch(/of 246 rows.*6 without a usable score/);
  });
});

describe("blank labels", () => {
  const blank = "b0,,0.9,north\nb1, ,0.9,south\n";

  it("are counted, left out and said", async () => {
    const { text } = await cardOf(smallTable() + blank);
    expect(text).toMatch(/of 242 rows, 2 without an outcome/);
    expect(text).toMatch(/Cases \| 240 parcels/);
  });

  it("change no estimate", async () => {
    const [plain, other] = await Promise.all([
      assessProject(folder, {}),
      assessProject(folder, { data: smallTable() + blank }),
    ]);
    expect(estimateOf(other.assessment, "recall@all").value).toBe(
      estimateOf(plain.assessment, "recall@all").value,
    );
    expect(other.assessment?.evaluations).toMatchObject([{ excluded: { label_blank: 2 } }]);
  });
});

describe.each([
  ["positives", "1", "no negatives in the test"],
  ["negatives", "0", "no positives in the test"],
])("a table of %s only", (_name, label, reason) => {
  let card: Awaited<ReturnType<typeof cardOf>>;
  beforeAll(async () => {
    card = await cardOf(csvOf(smallRows().filter(([, y]) => y === label)));
  });

  it("is built", () => {
    expect([card.run.code, card.run.stderr]).toMatchObject([0, expect.stringContaining("1 of 1 documents")]);
  });

  it("has measures that are not defined, each with its reason", () => {
    expect(card.text).toMatch(/ROC AUC\) \| not measured \| one class only in the test/);
    expect(card.text).toContain(reason);
  });

  it("never prints NaN, Infinity, undefined or null", () => {
    for (const [name, text] of Object.entries(card.files)) {
      const read = text.replace(/<style>[\s\S]*?<\/style>/, "").replace(/<script type[\s\S]*?<\/script>/, "");
      const words = name.endsWith(".json") ? /NaN|Infinity|undefined/ : /\b(NaN|Infinity|undefined|null)\b/;
      expect([name, words.exec(read)?.[0]]).toEqual([name, undefined]);
    }
  });

  it("does not deny the base rate, the scores and the groups it was given", () => {
    expect(card.text).not.toMatch(/no deployment base rate is given/);
    expect(card.text).not.toMatch(/the evidence has decisions or counts only/);
    expect(card.text).not.toMatch(/it needs slice columns and a threshold/);
  });
});

describe("a column of scores", () => {
  it("of 30,000 ones and a late 0.25 is summed exactly", async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => [`${index}`, `${index % 2}`, "1", "a"]);
    const { assessment } = await assessProject(folder, {
      data: csvOf([...rows, ["last", "1", "0.25", "a"]]),
    });
    expect(estimateOf(assessment, "mean-score@all").numerator).toBe(30_000.25);
  });

  it("in scientific notation is read", async () => {
    const rows = [
      ["a", "1", "9e-06", "x"],
      ["b", "0", "1E-1", "x"],
      ["c", "1", "+2.5e-1", "x"],
      ["d", "0", "5.", "x"],
    ];
    const { assessment } = await assessProject(folder, {
      plan: planWith({ score_range: [0, 10] }),
      data: csvOf(rows),
    });
    expect(estimateOf(assessment, "base-rate@all").n).toBe(4);
    expect(estimateOf(assessment, "roc-auc@all").value).toBe(0.25);
  });

  it("that never varies gives no measure of ranking better than chance", async () => {
    const rows = smallRows().map(([id, y, , group]) => [id, y, "0.5", group]);
    const { assessment } = await assessProject(folder, { data: csvOf(rows) });
    expect(estimateOf(assessment, "roc-auc@all").value).toBe(0.5);
  });
});

describe("the order of the rows", () => {
  it("changes nothing", async () => {
    const rows = smallRows();
    const [there, back] = await Promise.all([
      assessProject(folder, { data: csvOf(rows) }),
      assessProject(folder, { data: csvOf([...rows].reverse()) }),
    ]);
    expect(countedFacts(back.assessment) === countedFacts(there.assessment)).toBe(true);
  });
});
