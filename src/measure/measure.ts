import type { Assessment } from "../model/assessment.js";
import type { Evidence } from "../model/evidence.js";
import type { EvidenceFile, Project } from "../model/project.js";
import { sliceIdFromText } from "../model/slice-id.js";
import { suggestName } from "../model/nearest-name.js";
import { UserError } from "../errors.js";
import type { EvidenceCounts, EvidenceJob } from "./evidence-job.js";
import { evidenceJobOf } from "./evidence-job-of.js";
import { measureEvaluation, type MeasuredEvaluation } from "./measure-evaluation.js";
import { scenariosOf } from "./scenarios-of.js";

/** Evidence for the finders, and the parts of the Assessment that no finder touches. */
export interface Measurement {
  readonly evidence: Evidence;
  readonly distributions: Assessment["distributions"];
  readonly tables: Assessment["tables"];
  readonly scenarios: Assessment["scenarios"];
  readonly sources: Assessment["sources"];
}

export interface MeasureInput {
  readonly project: Project;
  /** Private copies of the evidence files, by evaluation id. */
  readonly files: Readonly<Record<string, EvidenceFile>>;
  /** Counts one file; the pipeline gives a function that does it in a child process. */
  readonly count: (job: EvidenceJob) => Promise<EvidenceCounts>;
  /** Date given by the caller; null takes the newest day of the evidence. */
  readonly date: string | null;
}

/** Step 2: counts, then every metric, then the options of each document. */
export async function measure({ project, files, count, date }: MeasureInput): Promise<Measurement> {
  const { plan } = project;
  const measured: MeasuredEvaluation[] = [];
  const scoreMissing: Record<string, { positives: number; negatives: number }> = {};
  for (const evaluation of plan.evaluations) {
    const file = files[evaluation.id] ?? null;
    const counts = file === null ? null : await count(evidenceJobOf(evaluation, plan, file));
    measured.push(measureEvaluation({ plan, evaluation, file, counts }));
    scoreMissing[evaluation.id] = counts?.scoreMissing ?? { positives: 0, negatives: 0 };
  }
  const evaluations = measured.map(({ facts }) => facts);
  const lastDays = evaluations
    .flatMap(({ collected }) => (collected === null ? [] : [collected.last]))
    .sort();
  const cells = Object.fromEntries(measured.map((one) => [one.facts.id, one.cells]));
  return {
    evidence: {
      plan,
      places: project.places,
      limitations: project.limitations,
      date: date ?? lastDays[lastDays.length - 1] ?? null,
      evaluations,
      slices: measured.flatMap((one) => one.slices),
      estimates: measured.flatMap((one) => one.estimates),
      coverage: measured.flatMap((one) => one.coverage),
      cells,
      scoreMissing,
    },
    distributions: measured.flatMap((one) => one.distributions),
    tables: measured.flatMap((one) => one.tables),
    scenarios: optionsOf(project, measured),
    sources: sourcesOf(files, evaluations),
  };
}

function optionsOf(project: Project, measured: readonly MeasuredEvaluation[]): Assessment["scenarios"] {
  const { plan } = project;
  return (plan.documents ?? []).flatMap((document, index) => {
    const evaluation = measured.find(({ facts }) => facts.id === document.evaluation) ?? measured[0];
    if (evaluation === undefined || document.options === undefined) return [];
    const slice = sliceIdFromText(document.options_slice ?? "all");
    const cell = evaluation.cells[slice];
    if (cell === undefined) {
      throw new UserError("usage", {
        code: "E-SLICE",
        severity: "error",
        place: project.places[`documents.${index}.options_slice`] ?? { file: "forthright.yaml" },
        text: `There is no slice "${document.options_slice ?? ""}" in the evidence.`,
        hint: suggestName(slice, Object.keys(evaluation.cells)),
      });
    }
    const { threshold, flag, id } = evaluation.facts;
    const baseRate =
      evaluation.estimates.find(
        (estimate) => estimate.metric === "deployment-base-rate" && estimate.slice === slice,
      )?.value ?? null;
    return scenariosOf(document, cell, plan.costs, {
      document: index,
      evaluation: id,
      slice,
      threshold,
      flag,
      baseRate,
      deployment: plan.deployment,
    });
  });
}

function sourcesOf(
  files: MeasureInput["files"],
  evaluations: Evidence["evaluations"],
): Assessment["sources"] {
  const sources = Object.entries(files).map(([id, { path, sha256, bytes }]) => ({
    path,
    sha256,
    bytes,
    rows: evaluations.find((evaluation) => evaluation.id === id)?.rows ?? null,
  }));
  return sources.filter((source, index) => sources.findIndex(({ path }) => path === source.path) === index);
}
