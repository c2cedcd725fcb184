import { find, type Found } from "../../src/find/find.js";
import type { CountTable, EvidenceCounts, EvidenceJob } from "../../src/measure/evidence-job.js";
import { measure } from "../../src/measure/measure.js";
import type { Evidence } from "../../src/model/evidence.js";
import { planSchema } from "../../src/model/plan.js";
import type { EvidenceFile } from "../../src/model/project.js";

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
  const evaluation = {
    id: "simulated",
    data: "data.csv",
    label: "y",
    positive: 1,
    score: "s",
    slices: columns,
    kind: "held-out",
  };
  const parsed = planSchema.parse({
    schema: 1,
    model: { name: "Simulated" },
    deployment: { threshold: 0.5 },
    evaluations: [evaluation],
    ...plan,
  });
  const { evidence } = await measure({
    project: { root: "/", plan: parsed, places: {}, notes: [], limitations: [], messages: [] },
    files: { simulated: file },
    count: (job) => Promise.resolve(countsOf(cases, job)),
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
};

function countsOf(cases: readonly SimulatedCase[], { slices, threshold }: EvidenceJob): EvidenceCounts {
  const tables = [null, ...slices.map(({ column }) => column)].map((column) =>
    tableOf(cases, column, threshold ?? Number.POSITIVE_INFINITY),
  );
  return {
    rows: cases.length,
    labelBlank: 0,
    scoreBlank: 0,
    scoreNotFinite: 0,
    duplicates: null,
    subjects: null,
    scoreMissing: { positives: 0, negatives: 0 },
    tables,
  };
}

function tableOf(cases: readonly SimulatedCase[], column: string | null, threshold: number): CountTable {
  const valueOf = (one: SimulatedCase): string | null =>
    column === null ? null : (one.groups[column] ?? null);
  const values = [...new Set(cases.map(valueOf))];
  return {
    column,
    values,
    group: Int32Array.from(cases, (one) => values.indexOf(valueOf(one))),
    subject: new Int32Array(cases.length).fill(-1),
    positive: Uint8Array.from(cases, ({ positive }) => (positive ? 1 : 0)),
    flagged: Uint8Array.from(cases, ({ score }) => (score >= threshold ? 1 : 0)),
    score: Float64Array.from(cases, ({ score }) => score),
    n: new Int32Array(cases.length).fill(1),
    value: new Float64Array(cases.length),
    valueSquared: new Float64Array(cases.length),
    bins: null,
  };
}
