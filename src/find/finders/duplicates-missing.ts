import { twoProportionTest } from "../../stats/two-proportion-test.js";
import type { SliceShare } from "../../model/binary-details.js";
import type { Evidence } from "../../model/evidence.js";
import { parseSliceId } from "../../model/slice-id.js";
import { chiSquaredUpperTail } from "../../stats/chi-squared-upper-tail.js";
import { fact, type Candidate, type Finder } from "../finder.js";

const duplicateShare = 0.001;
const missingShare = 0.01;
const largestP = 0.01;

export const duplicatesMissing: Finder = {
  id: "duplicates-missing",
  summary:
    "Rows counted twice, labels or scores that are missing, and scores missing more for one class, or more rows missing for some values of a slice column.",
  find: (evidence) =>
    evidence.evaluations.flatMap((evaluation) => {
      const { id, rows, duplicates, excluded } = evaluation;
      if (rows === null || rows === 0) return [];
      const found: Candidate[] = [];
      const add = (kind: string, type: string, count: number, of: number): void => {
        found.push(
          fact("duplicates-missing", type, `finding.duplicates-missing.${kind}`, {
            id: `duplicates-missing@${id}#${kind}`,
            evaluation: id,
            slots: { count, of },
          }),
        );
      };
      if (duplicates !== null && duplicates / rows > duplicateShare)
        add("duplicates", "LBL", duplicates, rows);
      if (excluded.label_blank / rows > missingShare) add("labels", "SEL", excluded.label_blank, rows);
      const scores = excluded.score_blank + excluded.score_not_finite;
      if (scores / rows > missingShare) add("scores", "SEL", scores, rows);
      if (missingByClass(evidence, id)) add("by-class", "SEL", scores, rows);
      return [...found, ...missingBySlice(evidence, id)];
    }),
};

/** Columns whose values differ in how many rows lack a label or a score: chi-squared, over all columns together. */
function missingBySlice({ details, slices }: Evidence, id: string): Candidate[] {
  const shares = details[id]?.missing ?? [];
  const columnOf = ({ slice }: { slice: string }): string => parseSliceId(slice)?.column ?? "";
  const columns = [...new Set(shares.map(columnOf))];
  return columns.flatMap((column) => {
    const p = chanceOfDifference(shares.filter((share) => columnOf(share) === column));
    if (p === null || p >= largestP / columns.length) return [];
    const named = slices.find((slice) => slice.evaluation === id && slice.column === column)?.column_name;
    return [
      fact("duplicates-missing", "SEL", "finding.duplicates-missing.by-slice", {
        id: `duplicates-missing@${id}#${column}`,
        evaluation: id,
        slots: { column: named ?? column },
      }),
    ];
  });
}

/** P-value of Pearson's test of one share over all groups; null where fewer than five are expected somewhere. */
function chanceOfDifference(shares: readonly SliceShare[]): number | null {
  const [x, n] = [sum(shares.map((share) => share.x)), sum(shares.map((share) => share.n))];
  const large = shares.filter((share) => (Math.min(x, n - x) / n) * share.n >= 5);
  if (x === 0 || x === n || large.length < 2) return null;
  const statistic = large.map((share) => {
    const expected = (x / n) * share.n;
    return (share.x - expected) ** 2 / (expected * (1 - x / n));
  });
  return chiSquaredUpperTail(sum(statistic), large.length - 1);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function missingByClass(evidence: Evidence, id: string): boolean {
  const gone = evidence.scoreMissing[id];
  const kept = evidence.cells[id]?.all;
  if (gone === undefined || kept === undefined || gone.positives + gone.negatives < 10) return false;
  const test = twoProportionTest(
    gone.positives,
    gone.positives + kept.positives,
    gone.negatives,
    gone.negatives + kept.negatives,
  );
  return test !== null && test.pTwoSided < largestP;
}
