import type { Assessment } from "../model/assessment.js";
import type { Evidence } from "../model/evidence.js";
import { lastDayOf } from "../model/last-day-of.js";
import { isFile, type EvidenceSource, type Project } from "../model/project.js";
import { sliceIdFromText } from "../model/slice-id.js";
import { sourceName } from "../model/source-name.js";
import { suggestName } from "../model/nearest-name.js";
import { UserError } from "../errors.js";
import { measureDrift } from "./drift/measure-drift.js";
import { kinds } from "./kinds/all.js";
import { scenariosOf } from "./kinds/binary/scenarios-of.js";
import type { MeasuredEvaluation } from "./kinds/kind.js";
import { measureLabels } from "./kinds/labels/measure-labels.js";
import { resampleOne, type Resample } from "./resample.js";
import type { Ask } from "./query/count-query.js";
import { recordAsks } from "./record-asks.js";

/** Evidence for the finders, and the parts of the Assessment that no finder touches. */
export interface Measurement {
  readonly evidence: Evidence;
  readonly distributions: Assessment["distributions"];
  readonly scenarios: Assessment["scenarios"];
  readonly sources: Assessment["sources"];
}

export interface MeasureInput {
  readonly project: Project;
  /** Where the rows of each evaluation are, by evaluation id and by the key of the plan that names them. */
  readonly sources: Readonly<Record<string, Readonly<Record<string, EvidenceSource>>>>;
  /** Counts; the pipeline gives a function that does it in a child process. */
  readonly ask: Ask;
  /** Draws intervals; in the thread that measures when not given. */
  readonly resample?: Resample;
  /** Date given by the caller; null takes the newest day of the evidence. */
  readonly date: string | null;
}

/** Step 2: each evaluation by its kind of evidence, then the options of each document. */
export async function measure({
  project,
  sources,
  ask,
  date,
  resample = inThisThread,
}: MeasureInput): Promise<Measurement> {
  const { plan } = project;
  const measured: MeasuredEvaluation[] = [];
  const recorded = recordAsks(ask);
  for (const evaluation of plan.evaluations) {
    const own = sources[evaluation.id] ?? {};
    const input = { plan, evaluation, source: own.data ?? null, sources: own, ask: recorded.ask, resample };
    const one = await kinds[evaluation.task].measure(input);
    const { estimates, drift } = await measureDrift(input);
    const details = drift.length === 0 ? one.details : { ...one.details, drift };
    // Any kind of evidence may name who labelled its rows; of labels alone they are the whole of it.
    const labelled = evaluation.task === "labels" ? [] : (await measureLabels(input)).estimates;
    measured.push({ ...one, estimates: [...one.estimates, ...estimates, ...labelled], details });
  }
  const evaluations = measured.map(({ facts }) => facts);
  const byId = <Value>(of: (one: MeasuredEvaluation) => Value): Record<string, Value> =>
    Object.fromEntries(measured.map((one) => [one.facts.id, of(one)]));
  return {
    evidence: {
      plan,
      places: project.places,
      limitations: project.limitations,
      date: date ?? lastDayOf(evaluations) ?? null,
      evaluations,
      slices: measured.flatMap((one) => one.slices),
      estimates: measured.flatMap((one) => one.estimates),
      coverage: measured.flatMap((one) => one.coverage),
      tables: measured.flatMap((one) => one.tables),
      cells: byId(({ cells }) => cells),
      scoreMissing: byId(({ scoreMissing }) => scoreMissing ?? { positives: 0, negatives: 0 }),
      details: byId(({ details }) => details),
    },
    distributions: measured.flatMap((one) => one.distributions),
    scenarios: optionsOf(project, measured),
    sources: sourcesOf(sources, evaluations, recorded.sourceOf),
  };
}

function optionsOf(project: Project, measured: readonly MeasuredEvaluation[]): Assessment["scenarios"] {
  const { plan } = project;
  return (plan.documents ?? []).flatMap((document, index) => {
    const evaluation = measured.find(({ facts }) => facts.id === document.evaluation) ?? measured[0];
    if (evaluation === undefined || document.options === undefined) return [];
    const slice = sliceIdFromText(document.options_slice ?? "all");
    const cell = evaluation.cells[slice];
    // Options of a comparison are models, and have no threshold to count at.
    if (cell === undefined && document.options_slice === undefined) return [];
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

/** Every file and table that was read, once; the rows are known of the one that an evaluation is about. */
function sourcesOf(
  sources: MeasureInput["sources"],
  evaluations: Evidence["evaluations"],
  tableSource: ReturnType<typeof recordAsks>["sourceOf"],
): Assessment["sources"] {
  const all = Object.entries(sources).flatMap(([id, own]) =>
    Object.entries(own).flatMap(([key, source]): Assessment["sources"][number][] => {
      if (!isFile(source)) return [tableSource(source)];
      const { path, sha256, bytes } = source;
      const rows =
        key === "data" ? (evaluations.find((evaluation) => evaluation.id === id)?.rows ?? null) : null;
      const parts = (source.parts ?? []).map((part) => ({
        path: part.path,
        sha256: part.sha256,
        bytes: part.bytes,
        rows: null,
      }));
      return [{ path, sha256, bytes, rows }, ...parts];
    }),
  );
  return all.filter(
    (source, index) => all.findIndex((other) => sourceName(other) === sourceName(source)) === index,
  );
}

const inThisThread: Resample = (jobs) => Promise.resolve(jobs.map(resampleOne));
