import { csvOf, groupsCsv } from "../find/small-csv.js";
import { planFile, type ProjectFiles } from "../measure/project-folder.js";
import { notePath, noteProject } from "./note-project.js";

/** A model card of evidence that a rule needs: what `examples.in` of a rule names. */
function projectOf(evaluation: object, files: ProjectFiles, plan: object = {}): ProjectFiles {
  return noteProject({
    ...files,
    "forthright.yaml": planFile({
      model: { name: "Small model", version: "2.1" },
      words: {
        case: "document / documents",
        positive: "fake / fakes",
        negative: "genuine document / genuine documents",
        flagged: "stopped",
        missed: "let through",
        unflagged: "passed",
      },
      use: { intended: ["Sort"], out_of_scope: ["Anything else"] },
      evaluations: [{ id: "e", ...evaluation }],
      documents: [{ kind: "model-card", audience: "internal" }],
      ...plan,
    }),
    [notePath]: "The verdict follows.\n",
  });
}

/** Rows of two classes and one group each. */
const labelled = { data: "data.csv", label: "y", positive: 1, score: "s", slices: ["group"] } as const;

const countries = ["Malta", "Spain", "France", "Italy", "Greece", "Cyprus", "Norway", "Sweden"];

/** 400 documents that two platforms judged: A alone is right on 24, B alone on 16. */
const pairCsv = csvOf(
  ["y", "a", "b"],
  [1, 0].flatMap((y) => [
    { times: 164, cells: [y, y, y] },
    { times: 12, cells: [y, y, 1 - y] },
    { times: 8, cells: [y, 1 - y, y] },
    { times: 16, cells: [y, 1 - y, 1 - y] },
  ]),
);

/** Small projects with the facts that examples of rules need, by name. */
export const exampleProjects: Readonly<Record<string, ProjectFiles>> = {
  churn: noteProject({ [notePath]: "The verdict follows.\n" }),
  "even-platforms": projectOf(
    {
      task: "comparison",
      data: "data.csv",
      label: "y",
      positive: 1,
      models: [
        { id: "a", name: "Platform A", prediction: "a" },
        { id: "b", name: "Platform B", prediction: "b" },
      ],
      kind: "held-out",
    },
    { "data.csv": pairCsv },
  ),
  stale: projectOf(
    {},
    {
      "old.csv": groupsCsv({ A: { tp: 80, fn: 20, fp: 10, tn: 190 } }),
      "new.csv": groupsCsv({ A: { tp: 70, fn: 30, fp: 10, tn: 190 } }),
    },
    {
      evaluations: [
        { ...labelled, id: "old", data: "old.csv", collected: "2024-03-01/2024-03-31", kind: "held-out" },
        { ...labelled, id: "new", data: "new.csv", collected: "2026-03-01/2026-03-31", kind: "held-out" },
      ],
      deployment: { threshold: 0.5 },
    },
  ),
  benchmark: projectOf(
    { ...labelled, kind: "benchmark" },
    { "data.csv": groupsCsv({ A: { tp: 95, fn: 5, fp: 5, tn: 95 } }) },
    { deployment: { threshold: 0.5 } },
  ),
  vendor: projectOf(
    {
      task: "reported",
      reported_by: "Acme",
      kind: "vendor",
      metrics: [
        { metric: "recall", value: 0.97 },
        { metric: "spoof rate", value: 0, unit: "share" },
      ],
    },
    {},
  ),
  alerts: projectOf(
    { ...labelled, kind: "held-out" },
    { "data.csv": groupsCsv({ A: { tp: 80, fn: 20, fp: 10, tn: 190 } }) },
    {
      deployment: { threshold: 0.5 },
      words: {
        case: "alert / alerts",
        positive: "fraud / frauds",
        negative: "false trail / false trails",
        flagged: "raised",
        missed: "not raised",
        unflagged: "left",
      },
    },
  ),
  "stated-layers": projectOf(
    {
      task: "layers",
      layers: [
        { name: "document", slip: 0.4 },
        { name: "liveness", slip: 0.3 },
        { name: "face", slip: 0.5 },
      ],
    },
    {},
  ),
  "weak-group": projectOf(
    { ...labelled, kind: "held-out", names: { "group=older phone": "documents from an older phone" } },
    {
      "data.csv": groupsCsv({
        "older phone": { tp: 60, fn: 60, fp: 10, tn: 290 },
        "recent phone": { tp: 180, fn: 20, fp: 10, tn: 290 },
      }),
    },
    { deployment: { threshold: 0.5 } },
  ),
  countries: projectOf(
    { ...labelled, slices: ["country"], kind: "held-out" },
    {
      "data.csv": groupsCsv(
        Object.fromEntries(countries.map((name) => [name, { tp: 80, fn: 20, fp: 10, tn: 190 }])),
      ).replace("group", "country"),
    },
  ),
};
