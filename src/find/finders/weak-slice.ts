import type { Estimate, Slice } from "../../model/assessment.js";
import type { Evidence } from "../../model/evidence.js";
import { encodeName, sliceId } from "../../model/slice-id.js";
import { estimatesOf } from "../estimates-of.js";
import { fact, type Candidate, type Finder } from "../finder.js";
import { errsNotably, moreErrorsP, type ErrorCounts } from "../more-errors-p.js";
import { weakCombinations } from "../weak-combinations.js";

/** Fewest cases of the class, in the slice and outside it, on which a slice is judged. */
const minimumCases = 30;
export const weakSlice: Finder = {
  id: "weak-slice",
  summary:
    "A slice that is judged wrongly more often than all other cases: more of its positives missed, or more of its negatives flagged; also pairs and triples of slice columns where asked for.",
  find: (evidence) => [
    ...evidence.slices
      .filter(({ negated }) => !negated)
      .flatMap((slice) => {
        const get = estimatesOf(evidence, slice.evaluation);
        const rest = sliceId(slice.column, slice.value, true);
        return [
          candidate(get("recall", slice.id), get("recall", rest), -1, get("excess-misses", slice.id)),
          candidate(
            get("false-alarms", slice.id),
            get("false-alarms", rest),
            1,
            get("excess-false-alarms", slice.id),
          ),
          ...ofClasses(evidence, slice, rest),
        ].filter((found): found is Candidate => found !== null);
      }),
    ...evidence.evaluations.flatMap(({ id }) => weakCombinations(evidence, id)),
  ],
};

/** With many classes: more cases judged wrongly, and fewer of a class given that class. */
function ofClasses(evidence: Evidence, slice: Slice, rest: string): (Candidate | null)[] {
  if (slice.positives !== null || evidence.details[slice.evaluation]?.classes === undefined) return [];
  const get = estimatesOf(evidence, slice.evaluation);
  const { classes } = evidence.details[slice.evaluation] ?? {};
  return [
    candidate(get("accuracy", slice.id), get("accuracy", rest), -1, get("excess-wrong", slice.id)),
    ...(classes ?? []).map((name) =>
      candidate(get("recall", slice.id, name), get("recall", rest, name), -1, undefined),
    ),
  ];
}

function candidate(
  own: Estimate | undefined,
  rest: Estimate | undefined,
  worse: 1 | -1,
  size: Estimate | undefined,
): Candidate | null {
  if (own?.value == null || rest?.value == null) return null;
  if ((own.n_effective ?? own.n) < minimumCases || (rest.n_effective ?? rest.n) < minimumCases) return null;
  const [errors, others] = [errorsOf(own, worse), errorsOf(rest, worse)];
  const p = errors === null || others === null ? null : moreErrorsP(errors, others);
  if (errors === null || others === null || p === null) return null;
  const { facet } = own;
  const of = facet === undefined ? own.metric : `${own.metric}[${encodeName(facet)}]`;
  return fact("weak-slice", "SLC", `finding.weak-slice.${facet === undefined ? "" : "class-"}${own.metric}`, {
    id: `weak-slice@${own.slice}#${of}`,
    ...(facet === undefined ? {} : { slots: { class: facet } }),
    evaluation: own.evaluation,
    slice: own.slice,
    estimates: [own.id, rest.id],
    size: size?.id ?? null,
    p,
    practical: errsNotably(errors.errors / errors.n, others.errors / others.n),
  });
}

/** The errors of a rate: its misses where higher is better. */
function errorsOf({ numerator, denominator, n_effective }: Estimate, worse: 1 | -1): ErrorCounts | null {
  if (numerator === null || denominator === null) return null;
  const errors = worse === 1 ? numerator : denominator - numerator;
  return { errors, n: denominator, worth: n_effective ?? denominator };
}
