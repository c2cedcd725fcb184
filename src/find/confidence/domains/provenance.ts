import { isSupported, type DomainRule, type JudgedFacts, type SupportedClaim } from "../claim.js";

/** Findings that make results look better than they are. */
const leaks: readonly string[] = ["train-test-overlap", "leakage-smell"];

/**
 * Where the number comes from: predictions that anybody can count again, with their digest; ready metrics of one's
 * own; or the word of a vendor. Cases that the model was built on, or that were counted twice, cost one.
 */
export const provenance: DomainRule = {
  id: "provenance",
  judge: (claim, facts) => {
    if (!isSupported(claim)) {
      if (claim.kind !== "cost") return null;
      return claim.declared?.source === undefined
        ? { points: -1, found: "no-source" }
        : { points: 0, found: "source" };
    }
    const { kind, basis, reported_by: by } = claim.support.evaluation;
    if (kind === "vendor" || (basis === "rates" && by !== null)) return { points: -2, found: "vendor" };
    if (basis !== "rows") return { points: -1, found: basis === "rates" ? "rates" : "counts" };
    if (seenBefore(claim, facts)) return { points: -1, found: "leakage" };
    return countedTwice(claim, facts) ? { points: -1, found: "duplicates" } : { points: 0, found: "rows" };
  },
};

function seenBefore({ support }: SupportedClaim, { findings }: JudgedFacts): boolean {
  return findings.some(
    ({ rule, evaluation }) => leaks.includes(rule) && evaluation === support.evaluation.id,
  );
}

function countedTwice({ support }: SupportedClaim, { findings }: JudgedFacts): boolean {
  return findings.some(
    ({ message, evaluation }) =>
      message === "finding.duplicates-missing.duplicates" && evaluation === support.evaluation.id,
  );
}
