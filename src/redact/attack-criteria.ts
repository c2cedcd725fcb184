import type { Assessment, Criterion } from "../model/assessment.js";
import { attackNamer } from "./attack-names.js";

/** What a facet may be in any edition: a target rate, or what was tested of production. */
export const harmlessFacet = /^((apcer|dfar)=[\d.]+|measured|thin|untested|out-of-scope)$/;

/** What a criterion or an estimate of attack evidence may be about in any edition: how honest people fare. */
const honestMetrics: readonly string[] = [
  "bpcer",
  "bpnrr",
  "dfrr",
  "bona-fide-refusal",
  "joint-false-stop",
  "layer-false-stop",
  "manual-review",
  "straight-through",
  "volume-share",
];

interface JudgedCriteria {
  readonly criteria: Criterion[];
  /** Ids of the plan that this edition does not tell, each once. */
  readonly held: readonly string[];
  readonly acceptance: Assessment["acceptance"];
}

/** True for a metric that tells how honest people fare, or how much of production was tested; others tell of attacks. */
export function isHonestMetric(metric: string): boolean {
  return honestMetrics.includes(metric);
}

/**
 * The criteria as an edition may know them that is not told which attacks were tried.
 *
 * Readers inside the house are told of each without the name of an attack. Outside, a criterion about attacks is held
 * as a whole: what was agreed of it, and that it failed or was never tried, both say where to try. It is counted, and
 * the verdict over all criteria keeps it in.
 *
 * @param isOpen - false for an estimate that the edition does not have
 */
export function attackCriteriaFor(
  assessment: Assessment,
  isAttack: (record: { readonly evaluation: string | null }) => boolean,
  isOpen: (ref: string) => boolean,
  inside: boolean,
): JudgedCriteria {
  const names = attackNamer(assessment);
  const isNamed = ({ estimate, metric }: Criterion): boolean =>
    (estimate !== null && !isOpen(estimate)) || isDetailFacet(metric) || names(metric ?? "");
  const untitled = (criterion: Criterion): Criterion =>
    criterion.title !== null && names(criterion.title) ? { ...criterion, title: null } : criterion;
  const isHeld = (criterion: Criterion): boolean =>
    isNamed(criterion) ||
    names(criterion.slice) ||
    names(criterion.against ?? "") ||
    (isAttack(criterion) && !isHonestMetric(withoutFacet(criterion.metric) ?? ""));
  const acceptance = acceptanceFor(assessment.acceptance, names);
  if (inside)
    return { criteria: withoutNamed(assessment.criteria, isNamed).map(untitled), held: [], acceptance };
  const held = new Set(assessment.criteria.filter(isHeld).map(({ of }) => of));
  const criteria = assessment.criteria.filter(({ of }) => !held.has(of)).map(untitled);
  return { criteria, held: [...held], acceptance };
}

/** A condition that names an attack is held, and stays known as one: its line is empty. */
function acceptanceFor(
  acceptance: Assessment["acceptance"],
  names: (text: string) => boolean,
): Assessment["acceptance"] {
  if (acceptance === null) return null;
  const accepted = acceptance.accepted.map((one) =>
    names(one.restriction) ? { ...one, restriction: "" } : one,
  );
  return { ...acceptance, accepted };
}

/** "apcer[latex mask]": a metric of one attack, whether anything of it was measured or not. */
function isDetailFacet(metric: string | null): boolean {
  const facet = /\[(.*)\]$/.exec(metric ?? "")?.[1];
  const known = withoutFacet(metric) ?? "";
  return facet !== undefined && attackMetrics.includes(known) && !harmlessFacet.test(facet);
}

/** Metrics whose facets are species, types or layers. */
const attackMetrics: readonly string[] = [
  "apcer",
  "apnrr",
  "dfar",
  "fraud-slip",
  "iapar",
  "injection-slip",
  "joint-slip",
  "joint-slip-if-independent",
  "layer-false-stop",
  "layer-slip",
  "phi",
  "riapar",
];

function withoutFacet(metric: string | null): string | null {
  return metric?.replace(/\[.*\]$/, "") ?? null;
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
function withoutNamed(
  criteria: readonly Criterion[],
  isNamed: (criterion: Criterion) => boolean,
): Criterion[] {
  const told: Criterion[] = [];
  for (const criterion of criteria) {
    if (!isNamed(criterion)) {
      told.push(criterion);
      continue;
    }
    const { of } = criterion;
    const unnamed: Criterion = {
      ...criterion,
      id: of,
      title: null,
      metric: withoutFacet(criterion.metric),
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
