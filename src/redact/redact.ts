import type { Assessment, Finding, Limitation, Slice, Table } from "../model/assessment.js";
import type { CalibrationGate } from "../model/calibration-gate.js";
import type { Audience } from "../model/plan.js";
import { sliceId, sliceIdFromText } from "../model/slice-id.js";
import { withoutAttackDetail } from "./attack-detail.js";
import { exposureOf, isSmall, type Exposure } from "./hidden-slices.js";
import { criterionFor } from "./criterion-for.js";
import { changesFor } from "./changes-for.js";
import { documentFor } from "./document-for.js";
import { estimateFor } from "./estimate-for.js";
import { lintFor } from "./lint-for.js";
import { maySee } from "./may-see.js";
import { mergeBands, mergeBins } from "./merge-cells.js";
import { withNamesTold } from "./names-told.js";
import { withOpenStrings } from "./open-texts.js";
import { recordFor, withoutNumbers } from "./record-for.js";
import { releaseFor, withoutGroups } from "./release-for.js";
import { operationFor } from "./operation-for.js";
import { redactConfidence } from "./redact-confidence.js";
import { withoutSourceNames } from "./source-names.js";
import { withoutSetting } from "./setting-for.js";
import { withholdMatrix } from "./withhold-matrix.js";
import { thinCurve } from "./thin-curve.js";

/**
 * The Assessment as an edition may know it. Everything after this sees only what is left here, so no template
 * and no chart can print what its reader must not see.
 *
 * Outside the internal edition: small groups and their neighbours lose their counts, histogram cells are
 * merged until they hold nothing or at least 10 cases, records above the reader's level are gone.
 */
export function redact(whole: Assessment, audience: Audience): Assessment {
  const assessment = withOpenStrings(whole, audience);
  const limitations = assessment.limitations
    .filter(({ disclosure }) => maySee(audience, disclosure))
    .map((record) => recordFor(record, audience));
  const inside = maySee(audience, "executive");
  const findings = assessment.findings.filter(
    // Where a rollback leads names the signal that starts it: how the model is watched stays inside.
    ({ disclosure, rule }) => maySee(audience, disclosure) && (inside || rule !== "rollback-target"),
  );
  const sources = sourcesFor(assessment.sources, audience);
  const operation = {
    ...operationFor(assessment, audience),
    release: inside ? assessment.release : withoutGroups(assessment.release, assessment.criteria),
  };
  const calibration = inside ? assessment.calibration : assessment.calibration.map(withoutPlaces);
  const lint = lintFor(whole, limitations, audience);
  const documents = assessment.documents.map((document) => documentFor(document, audience));
  // What failed, what it cost, and what alarms: told to nobody outside.
  const failed = inside ? {} : { incidents: [], protocols: [], series: [] };
  const open = {
    ...assessment,
    ...operation,
    ...failed,
    documents,
    lint,
    limitations,
    findings,
    sources,
    calibration,
  };
  const seen = withoutAttackDetail(open, audience);
  if (audience === "internal") return seen;
  const safe = withoutSetting(withoutSourceNames(withoutSmallCells(seen), audience), audience);
  const changes = changesFor(safe.changes, safe.estimates, audience);
  return withNamesTold({ ...safe, changes, confidence: redactConfidence(safe, audience) });
}

/**
 * Where scores were found to be off has no approved wording, as the finding itself has none: the gate is then closed
 * as a whole.
 */
function withoutPlaces(gate: CalibrationGate): CalibrationGate {
  if (gate.slices.length === 0 && gate.bands.length === 0) return gate;
  const reasons = gate.passes ? [{ message: "calibration.uneven", slots: {} }] : gate.reasons;
  return { ...gate, passes: false, reasons, slices: [], bands: [] };
}

/** What a server was asked tells its columns and cuts: for those who check the work. */
function sourcesFor(sources: Assessment["sources"], audience: Audience): Assessment["sources"] {
  if (maySee(audience, "auditor")) return sources;
  return sources.map((source) => ("path" in source ? source : { ...source, query: null }));
}

function withoutSmallCells(assessment: Assessment): Assessment {
  const exposure = new Map<string, Exposure>();
  const small = new Set<string>();
  for (const { id } of assessment.evaluations) {
    const own = assessment.slices.filter((slice) => slice.evaluation === id && !slice.negated);
    for (const [slice, open] of exposureOf(own)) {
      const { column, value, positives, negatives } = own.find((candidate) => candidate.id === slice) ?? {
        column: "",
        value: "",
        positives: null,
        negatives: null,
      };
      // The complement of a withheld group tells the group: total less complement.
      const both = [slice, sliceId(column, value, true)].map((one) => `${id}/${one}`);
      for (const key of both) exposure.set(key, open);
      if (isSmall(positives) || isSmall(negatives)) for (const key of both) small.add(key);
    }
  }
  const of = (evaluation: string, slice: string): Exposure =>
    exposure.get(`${evaluation}/${slice}`) ?? "open";
  const estimates = assessment.estimates.map((estimate) => {
    const { evaluation, slice } = estimate;
    return estimateFor(estimate, of(evaluation, slice), small.has(`${evaluation}/${slice}`));
  });
  const tooFew = new Set(estimates.filter(({ reason }) => reason === "small-cell").map(({ id }) => id));
  const criteria = assessment.criteria.map((criterion) =>
    criterionFor(
      criterion,
      tooFew.has(criterion.estimate ?? "") ? "hidden" : of(criterion.evaluation, criterion.slice),
      (slice) => of(criterion.evaluation, slice),
    ),
  );
  const whole = new Map(assessment.estimates.map((estimate) => [estimate.id, estimate]));
  const isWithheld = (record: Limitation): boolean => {
    const { evaluation = "", slice = "all" } = whole.get(record.risk?.estimate ?? "") ?? {};
    const own = record.affected?.slice === undefined ? slice : sliceIdFromText(record.affected.slice);
    const places = assessment.evaluations.map(({ id }) => of(id, own));
    return of(evaluation, slice) !== "open" || places.some((place) => place !== "open");
  };
  const unjudged = new Set(
    criteria
      .filter(({ reason }) => reason === "criterion.few-cases")
      .map(({ id }) => `criteria-not-met@${id}`),
  );
  const isNamed = ({ evaluation, slice }: { readonly evaluation: string; readonly slice: string }): boolean =>
    of(evaluation, slice) !== "unnamed";
  const isNamedAnywhere = (slice: string | null): boolean =>
    slice === null || assessment.evaluations.every(({ id }) => isNamed({ evaluation: id, slice }));
  return {
    ...assessment,
    release: releaseFor(assessment.release, criteria),
    slices: assessment.slices.flatMap((slice) => sliceFor(slice, of(slice.evaluation, slice.id))),
    estimates: estimates.filter(isNamed),
    distributions: assessment.distributions
      .filter(({ evaluation, slice }) => of(evaluation, slice) === "open")
      .map((distribution) => mergeBins(distribution, thresholdsTold(assessment, distribution))),
    tables: assessment.tables
      .filter(({ evaluation, slice }) => of(evaluation, slice) === "open")
      .flatMap(tableFor),
    coverage: assessment.coverage
      .filter(isNamed)
      .map((cell) => (of(cell.evaluation, cell.slice) === "open" ? cell : { ...cell, n: null })),
    scenarios: assessment.scenarios.filter(({ evaluation, slice }) => of(evaluation, slice) === "open"),
    // No edition hides a failure, not of a group that it does not name otherwise either.
    criteria: criteria.filter((criterion) => isNamed(criterion) || criterion.verdict === "fail"),
    limitations: assessment.limitations.map((record) =>
      isWithheld(record) ? withoutNumbers(record) : record,
    ),
    findings: assessment.findings
      .filter(({ id, slice }) => !unjudged.has(id.replace(/^.*\//, "")) && isNamedAnywhere(slice))
      .map(withoutSmallBand),
  };
}

/** Thresholds whose counts pages of this evidence print: the one in use, then those of options. */
function thresholdsTold(
  { evaluations, scenarios }: Assessment,
  { evaluation }: Assessment["distributions"][number],
): number[] {
  const inUse = evaluations.find(({ id }) => id === evaluation)?.threshold ?? null;
  const options = scenarios.filter((option) => option.evaluation === evaluation);
  return [inUse, ...options.map(({ threshold }) => threshold)].filter((one) => one !== null);
}

/**
 * Tables a chart reads lose what tells few cases; one that a page prints loses its numbers where some are few.
 *
 * A table not named here stays inside: what a decision costs at every threshold (`cost-curve`), and the thresholds and
 * costs for which it pays (`threshold-ranges`, `break-even-ranges`), tell single cases from one row to the next.
 */
function tableFor(table: Table): Table[] {
  if (table.kind !== undefined) return [withholdMatrix(table)];
  switch (/(?:^|\/)([a-z-]+)@/.exec(table.id)?.[1]) {
    case "calibration":
    case "top-label-calibration":
      return [mergeBands(table)];
    case "det":
      return [thinCurve(table)];
    case "outcome-quantiles": // How far whole periods ended from their forecast: no counts of cases.
    case "series": // Levels by period, without those of few cases: no counts, and no bands to merge.
      return [table];
    default:
      return [];
  }
}

function sliceFor(slice: Slice, exposure: Exposure): Slice[] {
  if (exposure === "open") return [slice];
  if (exposure === "unnamed") return [];
  // A hidden group keeps its name, so that the page can say that it is too small to show.
  return [{ ...slice, n: null, positives: null, negatives: null }];
}

/** A score band with few cases of one class is said to be off, and not by how many: its table is merged, too. */
function withoutSmallBand(finding: Finding): Finding {
  const { n, positives, ...rest } = finding.slots;
  if (typeof n !== "number" || typeof positives !== "number") return finding;
  if (!isSmall(positives) && !isSmall(n - positives)) return finding;
  const { low = null, high = null } = rest;
  return { ...finding, message: `${finding.message}-few`, slots: { low, high } };
}
