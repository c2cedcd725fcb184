import type { Assessment, Criterion } from "../../model/assessment.js";
import type { AcceptancePlan } from "../../model/acceptance-plan.js";
import { toldCriteria, type ToldCriterion } from "../../phrasing/criterion-words.js";
import type { DocumentContext } from "../context.js";

/** One criterion as it was agreed, with what it came to on every group it was judged on. */
export interface AgreedCriterion {
  readonly of: string;
  readonly importance: Criterion["importance"];
  /** The gravest verdict of its groups. */
  readonly verdict: Criterion["verdict"];
  readonly rows: readonly [ToldCriterion, ...ToldCriterion[]];
  /** Rows that do not pass, the gravest first. */
  readonly notPassed: readonly ToldCriterion[];
}

/** What the musts come to, each counted once however many groups it covers. */
export interface ReleaseFacts {
  readonly verdict: "go" | "conditional" | "no-go" | "none" | "unsaid";
  readonly agreed: readonly AgreedCriterion[];
  readonly musts: number;
  readonly failing: readonly AgreedCriterion[];
  /** Musts that are open and were agreed to block. */
  readonly blocking: readonly AgreedCriterion[];
  /** Musts that are open, which a named person may accept. */
  readonly open: readonly AgreedCriterion[];
  /** Criteria that are no musts and do not pass. */
  readonly advisory: readonly AgreedCriterion[];
}

const gravest: readonly Criterion["verdict"][] = [
  "fail",
  "void",
  "stale",
  "not-evaluable",
  "inconclusive",
  "pass",
];

/** The criteria of an Assessment by what was agreed, and the verdict over all of them. */
export function releaseFacts({
  assessment,
  estimate,
}: Pick<DocumentContext, "assessment" | "estimate">): ReleaseFacts {
  const agreed = agreedCriteria(toldCriteria(assessment, estimate));
  const musts = agreed.filter(({ importance }) => importance === "must");
  const failing = musts.filter(({ verdict }) => verdict === "fail");
  const unsettled = musts.filter(({ verdict }) => verdict !== "pass" && verdict !== "fail");
  const blocked = blockedIds(assessment);
  const blocking = unsettled.filter(({ of }) => blocked.has(of));
  return {
    verdict: verdictOf(assessment, musts.length),
    agreed,
    musts: musts.length,
    failing,
    blocking,
    open: unsettled.filter(({ of }) => !blocked.has(of)),
    advisory: agreed.filter(({ importance, verdict }) => importance !== "must" && verdict !== "pass"),
  };
}

/** In the order in which they were agreed, each with all its groups: it passes where each of them does. */
export function agreedCriteria(told: readonly ToldCriterion[]): AgreedCriterion[] {
  const groups = new Map<string, [ToldCriterion, ...ToldCriterion[]]>();
  for (const row of told) {
    const known = groups.get(row.criterion.of);
    if (known === undefined) groups.set(row.criterion.of, [row]);
    else known.push(row);
  }
  const rank = ({ criterion }: ToldCriterion): number => gravest.indexOf(criterion.verdict);
  return [...groups].map(([of, rows]) => {
    const notPassed = rows
      .filter(({ criterion }) => criterion.verdict !== "pass")
      .sort((a, b) => rank(a) - rank(b));
    const [worst = rows[0]] = notPassed;
    const { importance } = rows[0].criterion;
    return { of, importance, verdict: worst.criterion.verdict, rows, notPassed };
  });
}

/** Criteria that block though no row of theirs fails: outside the house the release names criteria, inside their rows. */
function blockedIds({ release, criteria }: Pick<Assessment, "release" | "criteria">): ReadonlySet<string> {
  const failed = new Set(release?.failed ?? []);
  return new Set(criteria.filter(({ id, of }) => failed.has(id) || failed.has(of)).map(({ of }) => of));
}

function verdictOf(
  { release, criteria }: Pick<Assessment, "release" | "criteria">,
  musts: number,
): ReleaseFacts["verdict"] {
  if (release !== null) return musts === 0 ? "none" : release.verdict;
  return criteria.length === 0 ? "none" : "unsaid";
}

/**
 * What was accepted of a criterion, and whether that still holds: on the day of issue where one is stated, else on the
 * day of the evidence.
 */
export function acceptedOf(
  { assessment, document }: Pick<DocumentContext, "assessment" | "document">,
  of: string,
): { readonly accepted: AcceptancePlan["accepted"][number]; readonly holds: boolean } | null {
  const accepted = assessment.acceptance?.accepted.findLast(({ criterion }) => criterion === of);
  if (accepted === undefined) return null;
  const day = document.issued ?? assessment.date;
  return { accepted, holds: day === null || accepted.until >= day };
}
