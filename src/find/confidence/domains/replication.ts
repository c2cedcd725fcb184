import type { Bounds } from "../../../stats/types.js";
import { calibrationAt } from "../../../model/calibration-at.js";
import { isSupported, type Claim, type DomainRule, type JudgedFacts, type SupportedClaim } from "../claim.js";

/**
 * Whether another period or another site says the same: the ranges of both overlap. Only evidence that the plan names
 * under `agrees_with` counts, and none that rests on the same rows. A range that lies apart contradicts.
 */
export const replication: DomainRule = {
  id: "replication",
  judge: (claim, facts) => {
    if (claim.scope === "test") return null;
    if (claim.kind === "cost") {
      const scenarios = claim.declared?.scenarios ?? 1;
      return scenarios > 1
        ? { points: 0, found: "scenarios", slots: { n: scenarios } }
        : { points: -1, found: "one-scenario" };
    }
    if (!isSupported(claim)) return null;
    const { agree, apart } = replicationsOf(claim, facts);
    if (apart > 0) return { points: -2, found: "contradicts", slots: { n: apart } };
    return agree > 0
      ? { points: 0, found: "agrees", slots: { n: agree } }
      : { points: -1, found: "one-period" };
  },
};

/** How many other bodies of evidence overlap with the range of a claim, and how many lie apart from it. */
export function replicationsOf(claim: Claim, facts: JudgedFacts): { agree: number; apart: number } {
  if (!isSupported(claim)) return { agree: 0, apart: 0 };
  const own = rangeIn(claim, claim.support.evaluation.id, facts);
  const seen = new Set(own === null ? [] : [own.evidence]);
  let [agree, apart] = [0, 0];
  for (const id of namedBeside(claim, facts)) {
    const other = rangeIn(claim, id, facts);
    if (own === null || other === null || seen.has(other.evidence)) continue;
    seen.add(other.evidence);
    if (other.low <= own.high && own.low <= other.high) agree += 1;
    else apart += 1;
  }
  return { agree, apart };
}

/** Evaluations that the plan sets beside this one, whichever of the two names the other. */
function namedBeside({ support }: SupportedClaim, { plan }: JudgedFacts): string[] {
  const { id } = support.evaluation;
  const others = plan.evaluations.filter(({ agrees_with: with_ }) => with_?.includes(id) === true);
  return [...new Set([...(support.keys.agrees_with ?? []), ...others.map((other) => other.id)])].filter(
    (other) => other !== id,
  );
}

/** The range of the same number in an evaluation, and the digest of what it was counted from. */
function rangeIn(
  { estimate, seen }: Claim,
  evaluation: string,
  facts: JudgedFacts,
): (Bounds & { readonly evidence: string }) | null {
  const { basis } = facts.evaluations.find(({ id }) => id === evaluation) ?? {};
  // Counts stand in the plan, all in one file: only rows can be the same rows.
  const digest = facts.estimates.find((one) => one.evaluation === evaluation)?.evidence;
  const evidence = basis === "rows" ? digest : evaluation;
  if (seen !== null) {
    const { around } = calibrationAt(
      { ...facts, calibration: [...facts.calibration], distributions: [...facts.distributions] },
      evaluation,
      seen.score,
    );
    return around?.interval == null || evidence === undefined ? null : { ...around.interval, evidence };
  }
  if (estimate === null) return null;
  const same = facts.estimates.find(
    (one) =>
      one.evaluation === evaluation &&
      one.metric === estimate.metric &&
      one.facet === estimate.facet &&
      one.slice === estimate.slice,
  );
  return same?.interval == null || evidence === undefined ? null : { ...same.interval, evidence };
}
