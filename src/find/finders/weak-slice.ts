import type { Estimate, Slice } from "../../model/assessment.js";
import type { Evidence } from "../../model/evidence.js";
import { encodeName, sliceId } from "../../model/slice-id.js";
import { fisherExactGreaterP } from "../../stats/fisher-exact-greater-p.js";
import { normalUpperTail } from "../../stats/normal-upper-tail.js";
import { twoProportionTest } from "../../stats/two-proportion-test.js";
import { estimatesOf } from "../estimates-of.js";
import { fact, type Candidate, type Finder } from "../finder.js";

/** Fewest cases of the class, in the slice and outside it, on which a slice is judged. */
const minimumCases = 30;
/** Smallest difference that matters: 2 cases of 100, or a quarter more errors where errors are rare. */
const practicalDifference = 0.02;
const practicalRatio = 1.25;

export const weakSlice: Finder = {
  id: "weak-slice",
  summary:
    "A slice that is judged wrongly more often than all other cases: more of its positives missed, or more of its negatives flagged.",
  find: (evidence) =>
    evidence.slices
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
  const p = oneSidedP(own, rest, worse);
  if (p === null) return null;
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
    practical: matters(own.value, rest.value, worse),
  });
}

function matters(own: number, rest: number, worse: 1 | -1): boolean {
  const [errors, usual] = worse === 1 ? [own, rest] : [1 - own, 1 - rest];
  return errors - usual >= practicalDifference || (usual > 0 && errors / usual >= practicalRatio);
}

function oneSidedP(own: Estimate, rest: Estimate, worse: 1 | -1): number | null {
  const { numerator: x1, denominator: n1 } = own;
  const { numerator: x2, denominator: n2 } = rest;
  if (x1 === null || n1 === null || x2 === null || n2 === null) return null;
  // With repeated subjects the test runs on as many independent cases as the rows are worth.
  const [m1, m2] = [own.n_effective ?? n1, rest.n_effective ?? n2];
  if (own.n_effective === null && rest.n_effective === null) {
    if (fewestExpected(x1 + x2, n1, n2) < fewestForNormal)
      return worse === 1
        ? fisherExactGreaterP(x1, n1, x2, n2)
        : fisherExactGreaterP(n1 - x1, n1, n2 - x2, n2);
    const test = twoProportionTest(x1, n1, x2, n2);
    return test === null ? null : normalUpperTail(worse * test.z);
  }
  const pooled = (x1 + x2) / (n1 + n2);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / m1 + 1 / m2));
  return error === 0 ? null : normalUpperTail((worse * (x1 / n1 - x2 / n2)) / error);
}

/** Below this expected count (Cochran 1954) the normal test speaks too often: with it one clean report in six did. */
const fewestForNormal = 5;

/** Smallest count expected in the four cells of two groups that do not differ. */
function fewestExpected(total: number, n1: number, n2: number): number {
  const share = total / (n1 + n2);
  return Math.min(share, 1 - share) * Math.min(n1, n2);
}
