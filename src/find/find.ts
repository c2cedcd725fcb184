import type { Criterion, Finding, Limitation } from "../model/assessment.js";
import type { Evidence } from "../model/evidence.js";
import type { LoadedLimitation } from "../model/project.js";
import { sliceIdFromText } from "../model/slice-id.js";
import { benjaminiHochberg } from "../stats/benjamini-hochberg.js";
import { fact, type Candidate } from "./finder.js";
import { finders } from "./finders/all.js";
import { judgeCriteria } from "./judge-criteria.js";

export interface Found {
  readonly findings: Finding[];
  readonly limitations: Limitation[];
  readonly criteria: Criterion[];
  /** How many places were searched, and how strong the evidence had to be. */
  readonly searched: number;
}

/** Largest share of false findings that is accepted among all that are reported. */
const falseDiscoveryRate = 0.05;

/**
 * Step 3: what is weak, missing or not met.
 *
 * Searches over slices and score bands form one family: their p-values are adjusted together
 * (Benjamini-Hochberg), and only what stays below 0.05 and would matter in practice is reported.
 */
export function find(evidence: Evidence): Found {
  const criteria = judgeCriteria(evidence);
  const candidates = [...finders.flatMap((finder) => finder.find(evidence)), ...unmet(criteria)];
  const searches = candidates.filter(({ p }) => p !== null);
  const adjusted = benjaminiHochberg(searches.map(({ p }) => p ?? 1));
  const clear = new Set(
    searches.filter(({ practical }, index) => practical && (adjusted[index] ?? 1) < falseDiscoveryRate),
  );
  const findings = candidates
    .filter((candidate) => candidate.p === null || clear.has(candidate))
    .map((candidate) => findingOf(candidate, searches.length));
  return {
    findings,
    limitations: limitationsOf(evidence.limitations, findings),
    criteria,
    searched: searches.length,
  };
}

function unmet(criteria: readonly Criterion[]): Candidate[] {
  return criteria
    .filter(({ verdict }) => verdict !== "pass")
    .map(({ id, verdict, slice, evaluation, estimate }) =>
      fact("criteria-not-met", "UNM", `finding.criteria-not-met.${verdict}`, {
        id: `criteria-not-met@${id}`,
        slots: { criterion: id },
        slice: slice === "all" ? null : slice,
        evaluation,
        estimates: estimate === null ? [] : [estimate],
        gap: verdict !== "fail",
      }),
    );
}

function findingOf(candidate: Candidate, searched: number): Finding {
  const { p, practical: _practical, ...plain } = candidate;
  return {
    ...plain,
    slots: p === null ? plain.slots : { ...plain.slots, searched },
    severity: null,
    likelihood: null,
    disclosure: plain.gap ? "public" : "customer",
  };
}

/** Findings that describe how the model behaves become limitations of their own; gaps stay findings. */
const grows = new Set([
  "weak-slice",
  "miscalibration",
  "threshold-fragility",
  "prevalence-mismatch",
  "threshold-from-test",
]);

function limitationsOf(declared: readonly LoadedLimitation[], findings: readonly Finding[]): Limitation[] {
  const written = declared.map(({ path, record, body }): Limitation => {
    const slice = record.affected?.slice === undefined ? null : sliceIdFromText(record.affected.slice);
    const match = findings.find(
      (finding) => finding.type === record.type && finding.slice === slice && grows.has(finding.rule),
    );
    return {
      ...record,
      origin: "declared",
      finding: match?.id ?? null,
      body: body === "" ? null : body,
      path,
    };
  });
  const claimed = new Set(written.map(({ finding }) => finding));
  const grown = findings
    .filter((finding) => grows.has(finding.rule) && !claimed.has(finding.id))
    .map((finding, index): Limitation => ({
      id: `FND-${String(index + 1).padStart(4, "0")}`,
      title: finding.message,
      type: finding.type as Limitation["type"],
      status: "open",
      disclosure: finding.disclosure,
      ...(finding.slice === null ? {} : { affected: { slice: finding.slice } }),
      evidence: finding.estimates,
      origin: finding.rule,
      finding: finding.id,
      body: null,
      path: null,
    }));
  return [...written, ...grown];
}
