import { monthsBetween, shelfLife } from "../../../model/shelf-life.js";
import { isStale } from "../../is-stale.js";
import { isSupported, type DomainRule } from "../claim.js";

/**
 * How old the evidence is against how long it stays fresh in its domain: past once costs one, past twice two. Evidence
 * without a date may be of any age and costs one.
 */
export const age: DomainRule = {
  id: "age",
  judge: (claim, { plan, date }) => {
    if (claim.scope === "test" || claim.kind === "break" || !isSupported(claim)) return null;
    const { evaluation } = claim.support;
    const domain = plan.use?.domain;
    if (evaluation.collected === null || date === null) return { points: -1, found: "undated" };
    const months = Math.round(monthsBetween(evaluation.collected.last, date));
    const slots = { months, fresh: shelfLife(evaluation, domain) };
    if (!isStale(evaluation, date, domain)) return { points: 0, found: "fresh", slots };
    return { points: isStale(evaluation, date, domain, 2) ? -2 : -1, found: "old", slots };
  },
};
