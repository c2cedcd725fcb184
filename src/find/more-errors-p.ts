import { fisherExactGreaterP } from "../stats/fisher-exact-greater-p.js";
import { normalUpperTail } from "../stats/normal-upper-tail.js";
import { twoProportionTest } from "../stats/two-proportion-test.js";

/** Errors of a group, and how many independent cases its rows are worth. */
export interface ErrorCounts {
  readonly errors: number;
  readonly n: number;
  readonly worth: number;
}

/** Below this expected count (Cochran 1954) the normal test speaks too often: with it one clean report in six did. */
const fewestForNormal = 5;

/**
 * One-sided p-value that a group errs more often than another: exact where few errors are expected, normal else, on as
 * many independent cases as the rows are worth where subjects repeat. Null where nobody, or everybody, erred.
 */
export function moreErrorsP(own: ErrorCounts, rest: ErrorCounts): number | null {
  const [x1, n1, x2, n2] = [own.errors, own.n, rest.errors, rest.n];
  if (own.worth === n1 && rest.worth === n2) {
    if (fewestExpected(x1 + x2, n1, n2) < fewestForNormal) return fisherExactGreaterP(x1, n1, x2, n2);
    const test = twoProportionTest(x1, n1, x2, n2);
    return test === null ? null : normalUpperTail(test.z);
  }
  const pooled = (x1 + x2) / (n1 + n2);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / own.worth + 1 / rest.worth));
  return error === 0 ? null : normalUpperTail((x1 / n1 - x2 / n2) / error);
}

/** Smallest count expected in the four cells of two groups that do not differ. */
function fewestExpected(total: number, n1: number, n2: number): number {
  const share = total / (n1 + n2);
  return Math.min(share, 1 - share) * Math.min(n1, n2);
}

/** Smallest difference that matters: 2 cases of 100, or a quarter more errors where errors are rare. */
const practicalDifference = 0.02;
const practicalRatio = 1.25;

/** Whether an error rate is worse than the usual one by as much as matters in practice. */
export function errsNotably(rate: number, usual: number): boolean {
  return rate - usual >= practicalDifference || (usual > 0 && rate / usual >= practicalRatio);
}
