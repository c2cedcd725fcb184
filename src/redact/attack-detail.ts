import type { Assessment, Estimate, Finding, Table } from "../model/assessment.js";
import type { Audience } from "../model/plan.js";
import { attackCriteriaFor, harmlessFacet, isHonestMetric } from "./attack-criteria.js";
import { attackTasks } from "./attack-names.js";
import { isSmall } from "./hidden-slices.js";
import { maySee } from "./may-see.js";
import { withoutNumbers } from "./record-for.js";

/** Who may read which attack gets through: they test the system or watch over it. */
const detailReaders = "auditor";

/** Findings whose names of attacks become numbers where the names are held back. */
const toldInNumbers: readonly string[] = ["unmeasured-attack", "empty-cells.matrix"];

/**
 * Takes out of an edition what would tell an attacker where to try: species and fraud types, layers, and groups by
 * how often an attack slips. Readers inside the house keep how bad the worst is, without its name; outside, no rate of
 * attacks is told, and criteria about attacks are counted and no more. How much was never tested stays said everywhere.
 *
 * Small counts of the tables lose their number outside the internal edition, as everywhere.
 */
export function withoutAttackDetail(assessment: Assessment, audience: Audience): Assessment {
  const attackEvaluations = new Set(
    assessment.evaluations.filter(({ task }) => attackTasks.includes(task)).map(({ id }) => id),
  );
  if (audience === "internal" || attackEvaluations.size === 0) return assessment;
  const isAttack = ({ evaluation }: { readonly evaluation: string | null }): boolean =>
    evaluation !== null && attackEvaluations.has(evaluation);
  const safe = {
    ...assessment,
    estimates: assessment.estimates.map((one) => (isAttack(one) ? withoutFewTries(one) : one)),
    tables: assessment.tables.map((one) => (isAttack(one) ? withoutSmallCounts(one) : one)),
  };
  return maySee(audience, detailReaders) ? safe : withoutNames(safe, isAttack, audience);
}

function withoutNames(
  assessment: Assessment,
  isAttack: (record: { readonly evaluation: string | null }) => boolean,
  audience: Audience,
): Assessment {
  const inside = maySee(audience, "executive");
  const held = new Set(
    assessment.estimates.filter((one) => isAttack(one) && isDetail(one)).map(({ id }) => id),
  );
  const isOpen = (ref: string): boolean => !held.has(ref);
  const open = (refs: readonly string[]): string[] => refs.filter(isOpen);
  const judged = attackCriteriaFor(assessment, isAttack, isOpen, inside);
  const findings = assessment.findings
    .filter(
      ({ rule, slots }) => rule !== "criteria-not-met" || !judged.held.includes(String(slots.criterion)),
    )
    .map((finding) => findingFor(finding, open));
  const named = new Set(findings.map(({ id }) => id));
  return {
    ...assessment,
    estimates: assessment.estimates
      .filter(({ id }) => isOpen(id))
      .map((one) =>
        !inside && isAttack(one) && !isHonestMetric(one.metric) ? withoutRate(one) : withoutWorst(one),
      ),
    tables: assessment.tables.filter((table) => !isAttack(table)),
    distributions: assessment.distributions.filter((distribution) => !isAttack(distribution)),
    coverage: assessment.coverage.filter((cell) => !isAttack(cell)),
    findings,
    limitations: assessment.limitations.map((record) => ({
      ...(held.has(record.risk?.estimate ?? "") ? withoutNumbers(record) : record),
      ...(record.evidence === undefined ? {} : { evidence: open(record.evidence) }),
      findings: record.findings.filter((id) => named.has(id)),
    })),
    criteria: judged.criteria,
    criteria_held: judged.held.length,
    acceptance: judged.acceptance,
    release: withoutHeld(assessment.release, judged.held),
    documents: assessment.documents.map((document) => ({
      ...document,
      ...(document.headline === undefined
        ? {}
        : { headline: document.headline.filter((one) => isOpen(typeof one === "string" ? one : one.ref)) }),
    })),
  };
}

/** What all criteria say together stays said; that a part of them is held stands beside it. */
function withoutHeld(release: Assessment["release"], held: readonly string[]): Assessment["release"] {
  if (release === null) return null;
  const told = (ids: readonly string[]): string[] => ids.filter((id) => !held.includes(id));
  const { verdict, failed, open, advisory } = release;
  return { verdict, failed: told(failed), open: told(open), advisory: told(advisory) };
}

/** A rate of all attacks: that it was counted stays known, so that a page says "held" and not "not measured". */
function withoutRate(estimate: Estimate): Estimate {
  const blank = { value: null, numerator: null, denominator: null, interval: null, n: 0, baseline: null };
  return { ...withoutWorst(estimate), ...blank, n_effective: null, threshold: null, reason: "held" };
}

function withoutWorst(estimate: Estimate): Estimate {
  const told = { ...estimate };
  delete told.worst;
  return told;
}

/** A rate of one species, type or layer; or of the attacks of one group, which tells where to try them. */
function isDetail({ facet, of, slice }: Estimate): boolean {
  if (facet !== undefined) return !harmlessFacet.test(facet);
  return of === "positives" && slice !== "all";
}

/** How many were tried of an attack, when few, is told to nobody outside: in production each is a person. */
function withoutFewTries(estimate: Estimate): Estimate {
  if (!isSmall(estimate.denominator) || estimate.facet === undefined) return estimate;
  const blank = { value: null, numerator: null, denominator: null, interval: null, n: 0, baseline: null };
  return { ...estimate, ...blank, reason: "small-cell" };
}

/** Cells of few cases lose their number; the column `state` still says that something was tested. */
function withoutSmallCounts(table: Table): Table {
  const kept = table.columns.map((column) => ["state", "needed", "volume"].includes(column));
  const tried = table.columns.map((column) => /(^|:)(tried|tested|attacks|bona-fide)$/.test(column));
  return {
    ...table,
    rows: table.rows.map(({ label, cells }) => {
      const few = cells.some((cell, index) => tried[index] === true && isSmall(cell));
      return { label, cells: few ? cells.map((cell, index) => (kept[index] === true ? cell : null)) : cells };
    }),
  };
}

function findingFor(finding: Finding, open: (refs: readonly string[]) => string[]): Finding {
  const { message, slots, estimates } = finding;
  const isNamed = toldInNumbers.some((name) => message.startsWith(`finding.${name}`));
  if (!isNamed) return { ...finding, estimates: open(estimates) };
  const numbers = Object.fromEntries(Object.entries(slots).filter(([, value]) => typeof value === "number"));
  return { ...finding, message: `${message}-held`, slots: numbers, estimates: open(estimates) };
}
