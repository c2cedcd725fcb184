import type { Criterion, Finding, Limitation, Release, Stage, Trigger } from "../model/assessment.js";
import type { CalibrationGate } from "../model/calibration-gate.js";
import type { Evidence } from "../model/evidence.js";
import type { Experiment } from "../model/experiment-plan.js";
import type { Labelling } from "../model/labelling-plan.js";
import type { IncidentFacts } from "../model/incident-facts.js";
import type { ProtocolFacts } from "../model/protocol-facts.js";
import type { SeriesFacts } from "../model/series-facts.js";
import { benjaminiHochberg } from "../stats/benjamini-hochberg.js";
import { calibrationGates } from "./calibration-gates.js";
import type { Candidate } from "./finder.js";
import { experimentOf } from "./experiment.js";
import { finders } from "./finders/all.js";
import { incidentsOf } from "./incidents.js";
import { judgeCriteria } from "./criteria/judge-criteria.js";
import { releaseOf } from "./criteria/release-of.js";
import { registerOf } from "./register/register-of.js";
import { labellingOf } from "./labelling.js";
import { stagesOf, triggersOf } from "./rollout.js";
import { protocolsOf } from "./protocols.js";
import { seriesFactsOf } from "./series-facts.js";

export interface Found {
  readonly findings: Finding[];
  readonly limitations: Limitation[];
  readonly criteria: Criterion[];
  readonly release: Release | null;
  readonly stages: Stage[];
  readonly triggers: Trigger[];
  readonly experiment: Experiment | null;
  readonly labelling: Labelling | null;
  readonly calibration: CalibrationGate[];
  readonly series: SeriesFacts[];
  readonly incidents: IncidentFacts[];
  readonly protocols: ProtocolFacts[];
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
  const series = seriesFactsOf(evidence, findings);
  return {
    findings,
    limitations: registerOf(evidence, findings),
    criteria,
    release: releaseOf(criteria, evidence.plan.criteria ?? []),
    stages: stagesOf(evidence, criteria),
    triggers,
    experiment: experimentOf(evidence.plan),
    labelling: labellingOf(evidence),
    calibration: calibrationGates(evidence, findings),
    series,
    incidents: incidentsOf(evidence, series),
    protocols: protocolsOf(evidence, series),
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
