import type { Criterion, Release } from "../../model/assessment.js";
import type { CriterionPlan } from "../../model/plan.js";

/**
 * What criteria say together: no-go where a must fails, or is open and was agreed to block; conditional where a
 * must is open, so that a named person has to accept it; else go. Null without a criterion.
 */
export function releaseOf(criteria: readonly Criterion[], plans: readonly CriterionPlan[]): Release | null {
  if (criteria.length === 0) return null;
  const blocks = new Set(plans.filter((plan) => plan.on_inconclusive === "block").map(({ id }) => id));
  const musts = criteria.filter(({ importance }) => importance === "must");
  const notPassed = (rows: readonly Criterion[]): readonly Criterion[] =>
    rows.filter(({ verdict }) => verdict !== "pass");
  const isBlocking = ({ verdict, of }: Criterion): boolean => verdict === "fail" || blocks.has(of);
  const failed = notPassed(musts).filter(isBlocking);
  const open = notPassed(musts).filter((row) => !isBlocking(row));
  const advisory = notPassed(criteria).filter(({ importance }) => importance !== "must");
  const ids = (rows: readonly Criterion[]): string[] => rows.map(({ id }) => id);
  return {
    verdict: failed.length > 0 ? "no-go" : open.length > 0 ? "conditional" : "go",
    failed: ids(failed),
    open: ids(open),
    advisory: ids(advisory),
  };
}
