import { find, type Found } from "../../src/find/find.js";
import { measure } from "../../src/measure/measure.js";
import type { Evidence } from "../../src/model/evidence.js";
import { planSchema } from "../../src/model/plan.js";
import type { EvidenceFile } from "../../src/model/project.js";
import { countInMemory, type MemoryRow } from "../measure/count-in-memory.js";

/** One simulated case. */
export interface SimulatedCase {
  readonly positive: boolean;
  readonly score: number;
  readonly groups: Readonly<Record<string, string>>;
}

export interface Simulated extends Found {
  readonly evidence: Evidence;
}

/** Steps 2 and 3 of the pipeline on cases in memory: no file, no child process, the same code. */
export async function findIn(cases: readonly SimulatedCase[], plan: object = {}): Promise<Simulated> {
  const columns = Object.keys(cases[0]?.groups ?? {});
  const rows = cases.map(({ positive, score, groups }) => ({ ...groups, y: positive ? 1 : 0, s: score }));
  return findInRows(rows, { label: "y", positive: 1, score: "s", slices: columns }, plan);
}

/**
 * The same for rows of any kind of evidence.
 *
 * @param keys - keys of the evaluation: its task, its columns
 */
export async function findInRows(
  rows: readonly MemoryRow[],
  keys: object,
  plan: object = {},
): Promise<Simulated> {
  const evaluation = { id: "simulated", data: "data.csv", kind: "held-out", ...keys };
  const parsed = planSchema.parse({
    schema: 1,
    model: { name: "Simulated" },
    deployment: { threshold: 0.5 },
    evaluations: [evaluation],
    ...plan,
  });
  const { evidence } = await measure({
    project: { root: "/", plan: parsed, places: {}, notes: [], limitations: [], messages: [] },
    sources: { simulated: { data: file } },
    ask: countInMemory(rows),
    date: null,
  });
  return { evidence, ...find(evidence) };
}

const file: EvidenceFile = {
  path: "data.csv",
  copy: "/data.csv",
  format: "csv",
  sha256: "0".repeat(64),
  bytes: 0,
  header: [],
  delimiter: ",",
  rowsAtMost: 1,
};
