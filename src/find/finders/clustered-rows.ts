import type { EvaluationFacts } from "../../model/assessment.js";
import { estimatesOf } from "../estimates-of.js";
import { fact, type Candidate, type Finder, type JudgedEvidence } from "../finder.js";

/** From here on the rows of one subject count for clearly less than as many cases of their own. */
const notableEffect = 1.5;
/** Fewest subjects behind a claim of one in ten thousand or rarer. */
const fewestSubjects = 100;
const rareClaim = 1e-4;

export const clusteredRows: Finder = {
  id: "clustered-rows",
  summary:
    "Rows of one subject that go together, so that they are worth fewer independent cases, or too few subjects for a claim about rare errors.",
  find: (evidence) =>
    evidence.evaluations.flatMap((evaluation) => [
      ...worthLess(evidence, evaluation),
      ...rareClaims(evidence, evaluation),
    ]),
};

/** The rate over all cases whose rows go together most. */
function worthLess(evidence: JudgedEvidence, { id, subjects }: EvaluationFacts): Candidate[] {
  if (subjects === null) return [];
  const get = estimatesOf(evidence, id);
  const [worst] = ["recall", "false-alarms", "base-rate", "fmr", "fnmr"]
    .flatMap((metric) => {
      const estimate = get(metric, "all");
      if (estimate?.n_effective == null || estimate.n_effective === 0) return [];
      return [{ estimate, effect: estimate.n / estimate.n_effective, worth: estimate.n_effective }];
    })
    .sort((a, b) => b.effect - a.effect);
  if (worst === undefined || worst.effect <= notableEffect) return [];
  return [
    fact("clustered-rows", "UNM", "finding.clustered-rows", {
      id: `clustered-rows@${id}`,
      evaluation: id,
      slots: { rows: worst.estimate.n, subjects, worth: Math.floor(worst.worth) },
      estimates: [worst.estimate.id],
    }),
  ];
}

/** Criteria on rare errors that rest on few subjects: pairs and rows multiply, people do not. */
function rareClaims({ criteria }: JudgedEvidence, { id, subjects }: EvaluationFacts): Candidate[] {
  if (subjects === null || subjects >= fewestSubjects) return [];
  const rare = criteria.filter(
    ({ evaluation, operator, bound }) =>
      evaluation === id && operator === "at-most" && bound !== null && bound <= rareClaim,
  );
  return [...new Set(rare.map(({ of }) => of))].map((criterion) =>
    fact("clustered-rows", "UNM", "finding.clustered-rows-few", {
      id: `clustered-rows@${id}#${criterion}`,
      evaluation: id,
      slots: { subjects, criterion },
      gap: true,
    }),
  );
}
