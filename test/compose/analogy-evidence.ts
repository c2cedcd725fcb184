import path from "node:path";

import type { Assessment } from "../../src/model/assessment.js";
import { packageFile } from "../../src/package-file.js";
import { assess } from "../../src/pipeline.js";
import { assessFiles, planFile } from "../measure/project-folder.js";

type Cells = readonly (string | number)[];

/** So many like rows. */
function rows(times: number, cells: Cells): string[] {
  return Array.from({ length: times }, () => cells.join(","));
}

function csv(header: string, ...runs: readonly (readonly [number, Cells])[]): string {
  return `${[header, ...runs.flatMap(([times, cells]) => rows(times, cells))].join("\n")}\n`;
}

async function example(name: string): Promise<Assessment> {
  return (await assess(path.join(packageFile("examples"), name))).assessment;
}

async function project(plan: object, data: string): Promise<Assessment> {
  return assessFiles({ "forthright.yaml": planFile(plan), "data.csv": data });
}

const words = {
  case: "application / applications",
  positive: "fraud / frauds",
  negative: "honest one / honest ones",
  flagged: "stopped",
  missed: "let through",
};

/** 200 forecasts whose ranges promise 80 of 100 and hold 164 times. */
const forecast = async (): Promise<Assessment> =>
  project(
    {
      evaluations: [
        {
          id: "e",
          task: "regression",
          kind: "held-out",
          data: "data.csv",
          actual: "a",
          forecast: "f",
          interval: { low: "low", high: "high", level: 0.8 },
        },
      ],
    },
    csv("a,f,low,high", [164, [10, 10, 5, 15]], [36, [20, 10, 5, 15]]),
  );

/** 100 cases that two people labelled; they agree on 40 and on 45. */
const labels = async (): Promise<Assessment> =>
  project(
    { evaluations: [{ id: "e", task: "labels", data: "data.csv", annotators: ["a", "b"] }] },
    csv("a,b", [40, ["yes", "yes"]], [45, ["no", "no"]], [9, ["yes", "no"]], [6, ["no", "yes"]]),
  );

/** Presentations on two devices; all attacks that are in scope were tried. */
const presentations = async (): Promise<Assessment> =>
  project(
    {
      words,
      evaluations: [
        {
          id: "e",
          task: "attack-detection",
          data: "data.csv",
          label: "what",
          bona_fide: "real",
          prediction: "said",
          flagged: "attack",
          slices: ["device"],
          names: { "device=new": "new phones", "device=old": "old phones" },
          in_scope: { what: ["print", "mask"] },
        },
      ],
    },
    csv(
      "what,said,device",
      [95, ["real", "genuine", "new"]],
      [5, ["real", "attack", "new"]],
      [80, ["real", "genuine", "old"]],
      [20, ["real", "attack", "old"]],
      [50, ["print", "attack", "new"]],
      [2, ["print", "genuine", "old"]],
      [40, ["mask", "attack", "new"]],
      [12, ["mask", "genuine", "old"]],
    ),
  );

/** The same cases before and after a cut-off was turned: 60 frauds are found only after, 10 only before. */
const control = async (): Promise<Assessment> =>
  project(
    {
      words,
      controls: [
        {
          name: "the cut-off",
          step: "from strict to mild",
          changed_by: "The head of fraud",
          effect: "paired-recall-difference[after-vs-before]@all",
          rollback_tested: "2026-10-02",
        },
      ],
      evaluations: [
        {
          id: "e",
          task: "comparison",
          kind: "held-out",
          data: "data.csv",
          label: "y",
          positive: 1,
          models: [
            { id: "after", name: "after", prediction: "after" },
            { id: "before", name: "before", prediction: "before" },
          ],
        },
      ],
    },
    csv(
      "y,after,before",
      [100, [1, 1, 1]],
      [60, [1, 1, 0]],
      [10, [1, 0, 1]],
      [30, [1, 0, 0]],
      [200, [0, 0, 0]],
    ),
  );

/** 400 decisions of a model, 44 of which a person changed. */
const reviewed = async (): Promise<Assessment> =>
  project(
    {
      words,
      use: { decision_role: "informs" },
      deployment: { threshold: 0.5 },
      evaluations: [
        {
          id: "e",
          kind: "held-out",
          data: "data.csv",
          label: "y",
          positive: 1,
          score: "s",
          final: "final",
        },
      ],
    },
    csv(
      "y,s,final",
      [80, [1, 0.9, 1]],
      [20, [1, 0.1, 1]],
      [24, [0, 0.9, 0]],
      [36, [0, 0.9, 1]],
      [240, [0, 0.1, 0]],
    ),
  );

/** Assessments on which each analogy may be told, made once per run. */
export const evidence = {
  credit: example("credit-pd"),
  documents: example("document-check"),
  forecast: forecast(),
  labels: labels(),
  presentations: presentations(),
  control: control(),
  reviewed: reviewed(),
} as const;
