import { twoProportionTest } from "../../stats/two-proportion-test.js";
import type { Evidence } from "../../model/evidence.js";
import { fact, type Candidate, type Finder } from "../finder.js";

const duplicateShare = 0.001;
const missingShare = 0.01;

export const duplicatesMissing: Finder = {
  id: "duplicates-missing",
  summary: "Rows counted twice, labels or scores that are missing, and scores missing more for one class.",
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
      return found;
    }),
};

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
  return test !== null && test.pTwoSided < 0.01;
}
