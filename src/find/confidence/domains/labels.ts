import type { Estimate } from "../../../model/assessment.js";
import {
  isSupported,
  type DomainRule,
  type JudgedFacts,
  type Judgement,
  type SupportedClaim,
} from "../claim.js";

/** Share of the cases whose outcome is final: what costs nothing, and what costs one. */
const [allFinal, mostFinal] = [0.95, 0.8];
/** Agreement beyond chance of those who label: what costs nothing, and what costs one. */
const [goodKappa, fairKappa] = [0.8, 0.6];

/** Agreement beyond chance between people who labelled the same cases. */
const agreements: readonly Estimate["metric"][] = ["cohen-kappa", "weighted-kappa", "krippendorff-alpha"];

/** Whether the labels can be trusted: what they are, how many are final, how far people agree on them. */
export const labels: DomainRule = {
  id: "labels",
  judge: (claim, facts) => {
    if (!isSupported(claim) || claim.kind === "break") return null;
    const found = [sourceOf(claim), maturityOf(claim), agreementOf(claim, facts)].filter(
      (one) => one !== null,
    );
    const worst = [...found].sort((a, b) => a.points - b.points)[0];
    return worst ?? { points: 0, found: "not-stated", measured: false };
  },
};

function sourceOf({ support }: SupportedClaim): Judgement | null {
  switch (support.keys.label_source) {
    case undefined:
      return null;
    case "proxy":
      return { points: -2, found: "proxy" };
    case "annotator":
      return { points: -1, found: "one-annotator" };
    case "outcome":
    case "audited":
      return { points: 0, found: "good" };
  }
}

/** A blank label is an outcome that is not final yet. */
function maturityOf({ support }: SupportedClaim): Judgement | null {
  const { rows, excluded } = support.evaluation;
  if (rows === null || rows === 0) return null;
  const share = 1 - excluded.label_blank / rows;
  if (share >= allFinal) return { points: 0, found: "good" };
  return {
    points: share >= mostFinal ? -1 : -2,
    found: "not-final",
    slots: { n: excluded.label_blank, of: rows },
  };
}

/** The least agreement measured on these labels, else on those of an evaluation of labels alone. */
function agreementOf({ support }: SupportedClaim, { estimates, evaluations }: JudgedFacts): Judgement | null {
  const own = (id: string): number[] =>
    estimates.flatMap(({ evaluation, slice, metric, value }) =>
      evaluation === id && slice === "all" && value !== null && agreements.includes(metric) ? [value] : [],
    );
  const here = own(support.evaluation.id);
  const known =
    here.length > 0 ? here : evaluations.flatMap(({ id, task }) => (task === "labels" ? own(id) : []));
  if (known.length === 0) return null;
  const kappa = Math.min(...known);
  if (kappa > goodKappa) return { points: 0, found: "good" };
  return {
    points: kappa >= fairKappa ? -1 : -2,
    found: "disagree",
    slots: { kappa: Number(kappa.toFixed(2)) },
  };
}
