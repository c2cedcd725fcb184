import type {
  Criterion,
  Estimate,
  Finding,
  Limitation,
  Release,
  Stage,
  Trigger,
} from "../model/assessment.js";
import type { CalibrationGate } from "../model/calibration-gate.js";
import type { Evidence } from "../model/evidence.js";
import { sliceIdFromText } from "../model/slice-id.js";
import { benjaminiHochberg } from "../stats/benjamini-hochberg.js";
import { calibrationGates } from "./calibration-gates.js";
import type { Candidate } from "./finder.js";
import { finders } from "./finders/all.js";
import { judgeCriteria } from "./criteria/judge-criteria.js";
import { releaseOf } from "./criteria/release-of.js";
import { stagesOf, triggersOf } from "./rollout.js";

export interface Found {
  readonly findings: Finding[];
  readonly limitations: Limitation[];
  readonly criteria: Criterion[];
  readonly release: Release | null;
  readonly stages: Stage[];
  readonly triggers: Trigger[];
  readonly calibration: CalibrationGate[];
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
  const triggers = triggersOf(evidence);
  const candidates = finders.flatMap((finder) => finder.find({ ...evidence, criteria, triggers }));
  const searches = candidates.filter(({ p }) => p !== null);
  const adjusted = benjaminiHochberg(searches.map(({ p }) => p ?? 1));
  const clear = new Set(
    searches.filter(({ practical }, index) => practical && (adjusted[index] ?? 1) < falseDiscoveryRate),
  );
  const findings = candidates
    .filter((candidate) => candidate.p === null || clear.has(candidate))
    .map((candidate) => findingOf(candidate, searches.length, evidence.evaluations.length > 1));
  return {
    findings,
    limitations: limitationsOf(evidence, findings),
    criteria,
    release: releaseOf(criteria, evidence.plan.criteria ?? []),
    stages: stagesOf(evidence, criteria),
    triggers,
    calibration: calibrationGates(evidence, findings),
    searched: searches.length,
  };
}

function findingOf(
  { p, id, rule, type, message, slots, evaluation, slice, estimates, size, gap }: Candidate,
  searched: number,
  several: boolean,
): Finding {
  return {
    // As the ids of estimates: two bodies of evidence may show the same of the same slice.
    id: several && evaluation !== null ? `${evaluation}/${id}` : id,
    rule,
    type,
    message,
    slots: p === null ? slots : { ...slots, searched },
    evaluation,
    slice,
    estimates,
    size,
    gap,
    severity: null,
    likelihood: null,
    disclosure: disclosureOf(rule, gap),
  };
}

/** What a search found has no approved wording yet, and an agreed criterion is between us: not for customers. */
function disclosureOf(rule: string, gap: boolean): Finding["disclosure"] {
  // Which layers share a blind spot, and for which attack, is for those who test the system.
  if (rule === "layer-dependence" && !gap) return "auditor";
  if (rule === "criteria-not-met" || rule === "not-given") return "executive";
  return gap ? "public" : "executive";
}

/** Findings that describe how the model behaves become limitations of their own; gaps stay findings. */
const grows = new Set([
  "weak-slice",
  "demographic-gap",
  "never-predicted",
  "miscalibration",
  "forecast-bias",
  "break",
  "drift",
  "threshold-fragility",
  "prevalence-mismatch",
  "threshold-from-test",
  "layer-dependence",
]);

/**
 * Declared limitations, each with the findings of its slice and type, then one limitation per slice that
 * still has findings.
 */
function limitationsOf(evidence: Evidence, findings: readonly Finding[]): Limitation[] {
  const sizes = new Map(evidence.estimates.map((estimate) => [estimate.id, estimate]));
  const growing = findings
    .filter(({ rule }) => grows.has(rule))
    .filter((finding) => harms(finding, finding.size === null ? undefined : sizes.get(finding.size)));
  const claimed = new Set<string>();
  const written = evidence.limitations.map(({ path, record, body }): Limitation => {
    const slice = record.affected?.slice === undefined ? null : sliceIdFromText(record.affected.slice);
    const own = findings.filter(
      (finding) =>
        grows.has(finding.rule) &&
        finding.slice === slice &&
        (slice !== null || finding.type === record.type),
    );
    for (const { id } of own) claimed.add(id);
    const first = [...own].sort((a, b) => Number(b.type === record.type) - Number(a.type === record.type));
    return {
      ...record,
      origin: "declared",
      findings: first.map(({ id }) => id),
      body: body === "" ? null : body,
      path,
    };
  });
  const groups = new Map<string, Finding[]>();
  for (const finding of growing.filter(({ id }) => !claimed.has(id))) {
    // One capture, one device: layers that fail together are one weakness, whatever the attack.
    const own =
      finding.rule === "layer-dependence" ? `${finding.evaluation ?? ""}/${finding.rule}` : finding.id;
    const key = finding.slice ?? own;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...written, ...[...groups.values()].map(grownLimitation)];
}

function grownLimitation(findings: readonly Finding[], index: number): Limitation {
  const [first] = findings;
  if (first === undefined) throw new Error("A limitation cannot grow from nothing");
  return {
    id: `FND-${String(index + 1).padStart(4, "0")}`,
    title: first.message,
    type: first.type as Limitation["type"],
    status: "open",
    disclosure: first.disclosure,
    ...(first.slice === null ? {} : { affected: { slice: first.slice } }),
    evidence: findings.flatMap(({ estimates }) => estimates),
    origin: first.rule,
    findings: findings.map(({ id }) => id),
    body: null,
    path: null,
  };
}

/** False for a gap, and for a weak slice whose size is not clearly above nothing: it stays in the table of groups. */
function harms(finding: Finding, size: Estimate | undefined): boolean {
  if (finding.gap) return false;
  if (finding.rule !== "weak-slice") return true;
  return (size?.interval?.low ?? 0) > 0;
}
