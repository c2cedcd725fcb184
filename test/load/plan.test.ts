import { describe, expect, it } from "vitest";

import { workspace } from "../hostile/workspace.js";
import { buildPlan, right } from "./build-plan.js";

const folder = workspace();
const saidOf = async (plan: string) => buildPlan(folder, plan);

/** A mistake, where it must be reported, and words that must be said of it. */
type Mistake = readonly [plan: string, place: string, words: RegExp];

const keys: Readonly<Record<string, Mistake>> = {
  "an unknown key on top": [`${right}documnts: []\n`, "11:1", /"documnts"[\s\S]*did you mean "documents"/],
  "an unknown key inside": [
    `${right}use:\n  intnded: [a]\n`,
    "12:3",
    /"intnded"[\s\S]*did you mean "intended"/,
  ],
  "an unknown key of an evaluation": [
    right.replace("score: p", "scor: p"),
    "9:5",
    /"scor"[\s\S]*did you mean "score"/,
  ],
  "an unknown key in a list": [
    `${right}criteria:\n  - {id: A, metrc: recall, at_least: 0.5}\n`,
    "12:13",
    /"metrc"[\s\S]*did you mean "metric"/,
  ],
  "a key given twice": [`${right}model:\n  name: Other\n`, "11:1", /second "model"/],
  "a key given twice inside": [
    right.replace("  name: Small model", "  name: a\n  name: b"),
    "4:3",
    /second "name"/,
  ],
  "a missing key": [right.replace("  name: Small model", "  version: a"), "2:1", /Missing `model\.name`/],
  "a key of a prototype": [`${right}__proto__: {a: 1}\n`, "11:1", /"__proto__"/],
  "a merge key": [`${right}use: {<<: {users: [a]}}\n`, "11:7", /"<<"/],
};

const values: Readonly<Record<string, Mistake>> = {
  "a number for a name": [right.replace("Small model", "12"), "3:3", /Unexpected 12[\s\S]*"12"/],
  "a version without quotes": [
    right.replace("Small model", "Small model\n  version: 1.10"),
    "4:3",
    /quotes: "1\.10"/,
  ],
  "a text for a number": [`${right}deployment: {threshold: half}\n`, "11:14", /"half".*expected a number/],
  "a comma in a number": [`${right}deployment:\n  threshold: 0,5\n`, "12:3", /"0,5".*expected a number/],
  "a share above one": [`${right}deployment: {base_rate: 1.2}\n`, "11:14", /1\.2.*at most 1/],
  "a count that is no whole number": [
    `${right}  - {id: b, counts: {tp: 1.5, fn: 1, fp: 1, tn: 1}}\n`,
    "11:22",
    /1\.5.*expected an? int/,
  ],
  "a count below zero": [
    `${right}  - {id: b, counts: {tp: -1, fn: 1, fp: 1, tn: 1}}\n`,
    "11:22",
    /-1.*at least 0/,
  ],
  "a count that is no number": [
    `${right}  - {id: b, counts: {tp: .nan, fn: 1, fp: 1, tn: 1}}\n`,
    "11:22",
    /NaN|\.nan/i,
  ],
  "an unknown audience": [
    `${right}documents:\n  - kind: briefing\n    audience: excutive\n`,
    "13:5",
    /did you mean "executive"/,
  ],
  "an unknown status": [
    `${right}documents:\n  - {kind: briefing, status: finl}\n`,
    "12:22",
    /did you mean "final"/,
  ],
  "an unknown kind of evidence": [`${right}    kind: helt-out\n`, "11:5", /did you mean "held-out"/],
  "a day that does not exist": [
    `${right}    model_version: a\n    collected: 2026-13\n`,
    "12:5",
    /"2026-13".*expected 2026-07-01/,
  ],
  "a decision day that does not exist": [
    `${right}documents:\n  - kind: briefing\n    decision: {ask: a, by: 2026-02-30}\n`,
    "13:24",
    /2026-02-30.*day such as/,
  ],
  "a noun without its plural": [`${right}words:\n  case: parcel\n`, "12:3", /"parcel".*one \/ many/],
  "a currency in words": [`${right}costs: {currency: Euro}\n`, "11:9", /"Euro".*three-letter/],
  "an empty name": [right.replace("Small model", '" "'), "3:3", /model\.name/],
  "a list for a text": [right.replace("Small model", "[a]"), "3:3", /\["a"\].*expected a string/],
  "more than five options": [
    `${right}documents:\n  - kind: briefing\n    options: [${Array.from({ length: 6 }, (_, index) => `{id: o${index}, name: a}`).join(", ")}]\n`,
    "13:5",
    /at most 5/,
  ],
  "a text only": ["hello\n", "1:1", /"hello".*expected an object/],
};

const relations: Readonly<Record<string, Mistake>> = {
  "a base rate below its range": [
    `${right}deployment:\n  base_rate: {value: 0.1, low: 0.2}\n`,
    "12:3",
    /0\.2.*0\.1.*low <= value <= high/,
  ],
  "a base rate above its range": [
    `${right}deployment:\n  base_rate: {value: 0.1, high: 0.05}\n`,
    "12:3",
    /0\.05.*low <= value <= high/,
  ],
  "a cost outside its range": [
    `${right}costs:\n  currency: EUR\n  miss: {value: 5, low: 6}\n`,
    "13:3",
    /low <= value <= high/,
  ],
  "a criterion with two demands": [
    `${right}criteria:\n  - {id: A, metric: recall, at_least: 0.5, exists: true}\n`,
    "12:5",
    /exactly one of at_least and at_most/,
  ],
  "a criterion between two bounds the wrong way round": [
    `${right}criteria:\n  - {id: A, metric: recall, at_least: 0.6, at_most: 0.5}\n`,
    "12:44",
    /at_most 0\.5 beside at_least 0\.6/,
  ],
  "a must judged on what was seen": [
    `${right}criteria:\n  - {id: A, metric: recall, at_least: 0.6, judged_on: observed}\n`,
    "12:44",
    /only with importance: info/,
  ],
  "a stage that waits for a criterion nobody agreed": [
    `${right}rollout:\n  stages:\n    - {name: shadow, entry: [AC-9]}\n`,
    "13:22",
    /Unexpected criterion "AC-9"/,
  ],
  "a rollback that leads nowhere": [
    `${right}rollback:\n  triggers:\n    - {signal: Missed fraud, threshold: twice, action: rollback}\n`,
    "13:7",
    /Missing `target`/,
  ],
  "a criterion without a bound": [
    `${right}criteria:\n  - {id: A, metric: recall}\n`,
    "12:5",
    /exactly one of at_least and at_most/,
  ],
  "a criterion given twice": [
    `${right}criteria:\n  - {id: A, metric: recall, at_least: 0.5}\n  - {id: A, metric: recall, at_least: 0.5}\n`,
    "13:6",
    /second "A"/,
  ],
  "an evaluation given twice": [
    `${right}  - {id: rows, counts: {tp: 1, fn: 1, fp: 1, tn: 1}}\n`,
    "11:6",
    /second "rows"/,
  ],
  "an evaluation without evidence": [`${right}  - {id: b}\n`, "11:5", /exactly one of data, counts, rates/],
  "an evaluation with two kinds of evidence": [
    `${right}    counts: {tp: 1, fn: 1, fp: 1, tn: 1}\n`,
    "5:5",
    /data and counts/,
  ],
  "a column without a table": [
    `${right}  - {id: b, label: y, counts: {tp: 1, fn: 1, fp: 1, tn: 1}}\n`,
    "11:13",
    /label without data/,
  ],
  "a table without its outcome": [right.replace("    label: y\n", ""), "5:5", /Missing `label`/],
  "a table without its positive value": [right.replace("    positive: 1\n", ""), "5:5", /Missing `positive`/],
  "a table without a score": [right.replace("    score: p\n", ""), "5:5", /Missing `score`/],
  "a prediction beside a score": [`${right}    prediction: y\n`, "11:5", /prediction beside a score/],
  "a range of scores the wrong way round": [
    `${right}    score_range: [1, 0]\n`,
    "11:5",
    /\[lowest, highest\]/,
  ],
  "bands of no slice": [`${right}    bands: {grup: [1, 2]}\n`, "11:13", /"grup"[\s\S]*did you mean "group"/],
  "bands that do not rise": [`${right}    bands: {group: [2, 1]}\n`, "11:13", /rising/],
  "the label as a slice": [right.replace("[group]", "[y]"), "10:5", /"y".*neither label nor score/],
  "a slice given twice": [right.replace("[group]", "[group, group]"), "10:21", /second "group"/],
  "a document about no evaluation": [
    `${right}documents:\n  - {kind: briefing, evaluation: rws}\n`,
    "12:22",
    /"rws"[\s\S]*did you mean "rows"/,
  ],
  "a document of no kind": [
    `${right}documents:\n  - kind: breefing\n`,
    "12:5",
    /"breefing"[\s\S]*did you mean "briefing"/,
  ],
  "a criterion on no metric": [
    `${right}criteria:\n  - {id: A, metric: recal, at_least: 0.5}\n`,
    "12:13",
    /"recal"[\s\S]*did you mean "recall"/,
  ],
  "a criterion on no group": [
    `${right}criteria:\n  - {id: A, metric: recall, at_least: 0.5, slice: group=nort}\n`,
    "12:44",
    /"group=nort"[\s\S]*did you mean "group=north"/,
  ],
  "a criterion on no column": [
    `${right}criteria:\n  - {id: A, metric: recall, at_least: 0.5, slice: "each:grup"}\n`,
    "12:44",
    /"grup"[\s\S]*did you mean "group"/,
  ],
};

const syntax: Readonly<Record<string, Mistake>> = {
  "a bracket that never closes": [`${right}use: {users: [a\n`, "12:1", /E-YAML/],
  "a tab for a margin": [`${right}use:\n\tusers: [a]\n`, "12:1", /[Tt]abs/],
  "a tag of another language": [`${right}notice: !!js/function 'x'\n`, "11:9", /js\/function/],
  "two documents": [`${right}---\nschema: 1\n`, "11:1", /multiple documents/],
  "another version of YAML": [`%YAML 1.1\n---\n${right}`, "1", /%YAML/],
  "an alias of nothing": [`${right}notice: *nothing\n`, "11:9", /nothing/],
};

describe.each([
  ["key", keys],
  ["value", values],
  ["relation", relations],
  ["syntax", syntax],
])("a plan with a wrong %s", (_group, mistakes) => {
  it.each(Object.entries(mistakes))(
    "(%s) is refused at its line and column",
    async (_name, [plan, place, words]) => {
      const { code, said } = await saidOf(plan);
      expect(code).toBe(2);
      expect(said).toContain(`forthright.yaml:${place}`);
      expect(said).toMatch(words);
    },
  );
});

it("a plan of nothing at all is refused with the keys it lacks", async () => {
  const { code, said } = await saidOf("");
  expect(code).toBe(2);
  expect(said).toMatch(/forthright\.yaml[\s\S]*`schema`[\s\S]*`model`[\s\S]*`evaluations`/);
});
