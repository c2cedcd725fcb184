import type { Assessment, Criterion, Estimate, Finding, Table } from "../model/assessment.js";
import type { Audience } from "../model/plan.js";
import { isSmall } from "./hidden-slices.js";
import { maySee } from "./may-see.js";
import { withoutNumbers } from "./record-for.js";

/** Who may read which attack gets through: they test the system or watch over it. */
const detailReaders = "auditor";

/** Tasks whose evidence says where an attack gets through. */
const attackTasks: readonly string[] = ["attack-detection", "layers"];

/** What a facet may be in any edition: a target rate, or what was tested of production. */
const harmlessFacet = /^((apcer|dfar)=[\d.]+|measured|thin|untested|out-of-scope)$/;

/** Findings whose names of attacks become numbers where the names are held back. */
const toldInNumbers: readonly string[] = ["unmeasured-attack", "empty-cells.matrix"];

/**
 * Takes out of an edition what would tell an attacker where to try: species and fraud types, layers, and groups by
 * how often an attack slips. How bad the worst is stays, without its name; so does how much was never tested.
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
  return maySee(audience, detailReaders) ? safe : withoutNames(safe, isAttack);
}

function withoutNames(
  assessment: Assessment,
  isAttack: (record: { readonly evaluation: string | null }) => boolean,
): Assessment {
  const held = new Set(
    assessment.estimates.filter((one) => isAttack(one) && isDetail(one)).map(({ id }) => id),
  );
  const isOpen = (ref: string): boolean => !held.has(ref);
  const open = (refs: readonly string[]): string[] => refs.filter(isOpen);
  const findings = assessment.findings.map((finding) => findingFor(finding, open));
  const named = new Set(findings.map(({ id }) => id));
  return {
    ...assessment,
    estimates: assessment.estimates.filter(({ id }) => isOpen(id)).map(withoutWorst),
    tables: assessment.tables.filter((table) => !isAttack(table)),
    distributions: assessment.distributions.filter((distribution) => !isAttack(distribution)),
    coverage: assessment.coverage.filter((cell) => !isAttack(cell)),
    findings,
    limitations: assessment.limitations.map((record) => ({
      ...(held.has(record.risk?.estimate ?? "") ? withoutNumbers(record) : record),
      ...(record.evidence === undefined ? {} : { evidence: open(record.evidence) }),
      findings: record.findings.filter((id) => named.has(id)),
    })),
    criteria: withoutNamedCriteria(assessment.criteria, isOpen),
    documents: assessment.documents.map((document) => ({
      ...document,
      ...(document.headline === undefined
        ? {}
        : { headline: document.headline.filter((one) => isOpen(typeof one === "string" ? one : one.ref)) }),
    })),
  };
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

const severest: readonly Criterion["verdict"][] = [
  "fail",
  "void",
  "stale",
  "not-evaluable",
  "inconclusive",
  "pass",
];

/**
 * A criterion on one species is told without it, under the id of the plan. No edition hides a failure: of several
 * verdicts under one id the severest stays.
 */
function withoutNamedCriteria(criteria: readonly Criterion[], isOpen: (ref: string) => boolean): Criterion[] {
  const told: Criterion[] = [];
  for (const criterion of criteria) {
    if (criterion.estimate === null || isOpen(criterion.estimate)) {
      told.push(criterion);
      continue;
    }
    const { of, metric } = criterion;
    const unnamed: Criterion = {
      ...criterion,
      id: of,
      title: null,
      metric: metric?.replace(/\[.*\]$/, "") ?? null,
      slice: "all",
      estimate: null,
      limit: null,
      limit_side: null,
      ratio: null,
      needed_n: null,
    };
    const before = told.findIndex(({ id }) => id === of);
    const place = (one: Criterion | undefined): number =>
      one === undefined ? severest.length : severest.indexOf(one.verdict);
    if (before < 0) told.push(unnamed);
    else if (place(unnamed) < place(told[before])) told[before] = unnamed;
  }
  return told;
}
