import type { Assessment, Finding } from "../../src/model/assessment.js";
import { assess } from "../../src/pipeline.js";
import { planFile, withProject, type ProjectFiles } from "../measure/project-folder.js";
import { plantedAttacks } from "./planted-attacks.js";
import { csvOf, groupsCsv } from "./small-csv.js";

/* Evidence with one weakness planted in it, and the same without: a finder must speak of the one and be silent on the other. */

export const usual = { id: "e", data: "data.csv", label: "y", positive: 1, score: "s" };

export const fine = { tp: 80, fn: 20, fp: 10, tn: 90 };

export async function assessOn(files: ProjectFiles, date: string | null = null): Promise<Assessment> {
  return withProject(files, async (root) => (await assess(root, { date })).assessment);
}

export async function foundBy(
  rule: string,
  files: ProjectFiles,
  date: string | null = null,
): Promise<Finding[]> {
  return (await assessOn(files, date)).findings.filter((finding) => finding.rule === rule);
}

export function project(csv: string, evaluation: object = {}, plan: object = {}): ProjectFiles {
  return {
    "data.csv": csv,
    "forthright.yaml": planFile({
      deployment: { threshold: 0.5 },
      evaluations: [{ ...usual, ...evaluation }],
      ...plan,
    }),
  };
}

export function counted(counts: object, plan: object = {}, evaluation: object = {}): ProjectFiles {
  return { "forthright.yaml": planFile({ evaluations: [{ id: "e", counts, ...evaluation }], ...plan }) };
}

export const many = { tp: 80, fn: 20, fp: 90, tn: 810 };

export const dated = { collected: "2026-01-01/2026-03-31" };

/** [finder, a project that has the fault, the findings it must give, a like project without the fault]. */
export const planted: readonly (readonly [string, ProjectFiles, readonly string[], ProjectFiles])[] = [
  [
    "weak-slice",
    project(groupsCsv({ A: { tp: 40, fn: 60, fp: 10, tn: 90 }, B: fine, C: fine }), { slices: ["group"] }),
    ["weak-slice@group=A#recall"],
    project(groupsCsv({ A: fine, B: fine, C: fine }), { slices: ["group"] }),
  ],
  [
    "miscalibration",
    project(
      csvOf(
        ["y", "s", "group"],
        [
          { times: 90, cells: [1, 0.25, "A"] },
          { times: 60, cells: [0, 0.25, "A"] },
          { times: 50, cells: [1, 0.25, "B"] },
          { times: 150, cells: [0, 0.25, "B"] },
        ],
      ),
      { slices: ["group"] },
    ),
    ["miscalibration@all", "miscalibration@group=A"],
    project(
      csvOf(
        ["y", "s", "group"],
        [
          { times: 50, cells: [1, 0.25, "A"] },
          { times: 150, cells: [0, 0.25, "A"] },
        ],
      ),
      { slices: ["group"] },
    ),
  ],
  [
    "zero-errors",
    counted({ tp: 40, fn: 0, fp: 0, tn: 150 }),
    ["zero-errors@all#false-alarms", "zero-errors@all#recall"],
    counted({ tp: 39, fn: 1, fp: 1, tn: 149 }),
  ],
  ["wide-interval", counted({ tp: 12, fn: 8, fp: 2, tn: 500 }), ["wide-interval@e#recall"], counted(many)],
  [
    "threshold-fragility",
    project(
      csvOf(
        ["y", "s"],
        [
          { times: 40, cells: [1, 0.5] },
          { times: 10, cells: [1, 0.9] },
          { times: 50, cells: [0, 0.499] },
          { times: 50, cells: [0, 0.1] },
        ],
      ),
    ),
    ["threshold-fragility@e"],
    project(
      csvOf(
        ["y", "s"],
        [
          { times: 40, cells: [1, 0.8] },
          { times: 10, cells: [1, 0.9] },
          { times: 50, cells: [0, 0.2] },
          { times: 50, cells: [0, 0.1] },
        ],
      ),
    ),
  ],
  [
    "clustered-rows",
    project(
      csvOf(
        ["y", "s", "person"],
        Array.from({ length: 200 }, (_, index) => ({
          times: 2,
          cells: [1, index % 4 === 0 ? 0.1 : 0.9, `P${index.toString()}`],
        })).concat([{ times: 200, cells: [0, 0.1, "Q"] }]),
      ),
      { subject: "person" },
    ),
    ["clustered-rows@e"],
    project(
      csvOf(
        ["y", "s", "person"],
        Array.from({ length: 400 }, (_, index) => ({
          times: 1,
          cells: [index % 2, index % 4 === 0 ? 0.1 : 0.9, `P${index.toString()}`],
        })),
      ),
      { subject: "person" },
    ),
  ],
  [
    "leakage-smell",
    project(
      csvOf(
        ["y", "s", "note"],
        [
          { times: 600, cells: [1, 0.9, "closed"] },
          { times: 2, cells: [1, 0.1, "open"] },
          { times: 600, cells: [0, 0.1, "open"] },
        ],
      ),
      { slices: ["note"] },
    ),
    ["leakage-smell@e", "leakage-smell@e#note"],
    project(
      csvOf(
        ["y", "s", "note"],
        [
          { times: 600, cells: [1, 0.9, "closed"] },
          { times: 20, cells: [1, 0.1, "open"] },
          { times: 20, cells: [0, 0.9, "closed"] },
          { times: 600, cells: [0, 0.1, "open"] },
        ],
      ),
      { slices: ["note"] },
    ),
  ],
  [
    "threshold-from-test",
    counted(many, {}, { threshold_source: "test" }),
    ["threshold-from-test@e"],
    counted(many, {}, { threshold_source: "validation" }),
  ],
  [
    "prevalence-mismatch",
    counted(many, { deployment: { base_rate: 0.049 } }),
    ["prevalence-mismatch@e"],
    counted(many, { deployment: { base_rate: 0.05 } }),
  ],
  ["stale-evidence", counted(many), ["stale-evidence@e#undated"], counted(many, {}, dated)],
  [
    "duplicates-missing",
    project(
      csvOf(
        ["id", "y", "s"],
        [
          { times: 2, cells: [7, 1, 0.9] },
          { times: 20, cells: ["", 1, ""] },
          { times: 10, cells: ["", "", 0.5] },
          { times: 100, cells: ["", 1, 0.9] },
          { times: 200, cells: ["", 0, 0.2] },
        ],
      ),
      { row_id: "id" },
    ),
    ["by-class", "duplicates", "labels", "scores"].map((kind) => `duplicates-missing@e#${kind}`),
    project(
      csvOf(
        ["id", "y", "s"],
        [
          { times: 1, cells: [1, 1, 0.9] },
          { times: 1, cells: [2, 0, 0.2] },
        ],
      ),
      {
        row_id: "id",
      },
    ),
  ],
  [
    "not-representative",
    counted(many, {}, { kind: "benchmark" }),
    ["not-representative@e"],
    counted(many, {}, { kind: "deployment" }),
  ],
  [
    "benchmark-only",
    { "forthright.yaml": planFile({ evaluations: [{ id: "e", rates: { sensitivity: 0.9 } }] }) },
    ["benchmark-only@e"],
    counted(many),
  ],
  [
    "empty-cell",
    project(groupsCsv({ A: fine }), { slices: ["group"], in_scope: { group: ["A", "mask"] } }),
    ["empty-cell@group=mask"],
    project(groupsCsv({ A: fine }), { slices: ["group"], in_scope: { group: ["A"] } }),
  ],
  [
    "thin-slice",
    project(groupsCsv({ A: fine, B: { tp: 20, fn: 9, fp: 1, tn: 200 } }), { slices: ["group"] }),
    ["thin-slice@group=B"],
    project(groupsCsv({ A: fine, B: { tp: 20, fn: 10, fp: 1, tn: 200 } }), { slices: ["group"] }),
  ],
  [
    "criteria-not-met",
    counted(many, { criteria: [{ id: "AC-1", metric: "recall", at_least: 0.95 }] }),
    ["criteria-not-met@AC-1"],
    counted(many, { criteria: [{ id: "AC-1", metric: "recall", at_least: 0.5 }] }),
  ],
  [
    "rollback-target",
    counted(many, {
      rollback: {
        triggers: [{ signal: "Misses", threshold: "twice", action: "rollback", target: { version: "1" } }],
      },
    }),
    ["rollback-target#1"],
    counted(
      many,
      {
        criteria: [{ id: "AC-1", metric: "recall", at_least: 0.5 }],
        rollback: {
          triggers: [{ signal: "Misses", threshold: "twice", action: "rollback", target: { version: "1" } }],
        },
      },
      { model_version: "1" },
    ),
  ],
  [
    "one-period",
    counted(many),
    ["one-period"],
    {
      "forthright.yaml": planFile({
        evaluations: [
          { id: "a", counts: many },
          { id: "b", counts: many },
        ],
      }),
    },
  ],
  [
    "not-given",
    counted(many, { deployment: { base_rate: 0.1 }, use: { intended: ["Order the queue"] } }),
    ["costs", "criteria", "monitoring", "out-of-scope", "slices"].map((what) => `not-given#${what}`),
    project(
      groupsCsv({ A: fine }),
      { slices: ["group"] },
      {
        deployment: { base_rate: 0.1, threshold: 0.5 },
        use: { intended: ["Order the queue"], out_of_scope: ["Anything else"] },
        costs: { currency: "EUR" },
        criteria: [{ id: "AC-1", metric: "recall", at_least: 0.5 }],
        monitoring: [{ signal: "Share flagged", threshold: "twice", owner: "Ops" }],
      },
    ),
  ],
  ...plantedAttacks,
];
