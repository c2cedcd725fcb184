import type { Estimate } from "../../model/assessment.js";
import { twoProportionTest } from "../../stats/two-proportion-test.js";
import { estimatesOf } from "../estimates-of.js";
import { fact, type Candidate, type Finder, type JudgedEvidence } from "../finder.js";

const largestP = 0.01;
/** Smallest gap that matters: 2 cases of 100. */
const margin = 0.02;

export const devTestGap: Finder = {
  id: "dev-test-gap",
  summary:
    "Results that are clearly worse on the test than on the cases the model was developed with: it learned them by heart, or they differ.",
  find: (evidence) =>
    evidence.plan.evaluations.flatMap(({ id, development }) => {
      if (development === undefined) return [];
      return (["recall", "false-alarms"] as const).flatMap((metric) =>
        gapOf(evidence, id, development, metric),
      );
    }),
};

function gapOf(
  evidence: JudgedEvidence,
  test: string,
  development: string,
  metric: "recall" | "false-alarms",
): Candidate[] {
  const [own, other] = [test, development].map((id) => estimatesOf(evidence, id)(metric, "all"));
  const worse = metric === "recall" ? -1 : 1;
  if (own?.value == null || other?.value == null) return [];
  if (worse * (own.value - other.value) < margin) return [];
  const p = pOf(own, other);
  if (p === null || p >= largestP) return [];
  return [
    fact("dev-test-gap", "GEN", `finding.dev-test-gap.${metric}`, {
      id: `dev-test-gap#${metric}`,
      evaluation: test,
      estimates: [own.id, other.id],
    }),
  ];
}

/** Two-sided, on as many whole cases as the rows are worth. */
function pOf(own: Estimate, other: Estimate): number | null {
  const [a, b] = [own, other].map(({ value, denominator, n_effective }) => {
    const n = Math.floor(n_effective ?? denominator ?? 0);
    return { x: Math.round((value ?? 0) * n), n };
  });
  return a === undefined || b === undefined
    ? null
    : (twoProportionTest(a.x, a.n, b.x, b.n)?.pTwoSided ?? null);
}
