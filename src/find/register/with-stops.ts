import type { Limitation } from "../../model/assessment.js";
import type { Risk } from "../../model/risk.js";
import type { JudgedFacts } from "../confidence/claim.js";
import { confidenceIn, stopAt } from "../confidence/confidence-of.js";

/** Highest confidence that the grade of a record's evidence leaves: an opinion 1, literature 2, a small test 3. */
const mostOfGrade: Readonly<Record<NonNullable<Risk["grade"]>, number>> = {
  E0: 1,
  E1: 2,
  E2: 3,
  E3: 5,
  E4: 5,
};

/** Records with how far the evidence carries their number; a grade can only lower it. */
export function withStops(facts: JudgedFacts, records: readonly Limitation[]): Limitation[] {
  return records.map((record) => {
    const { risk } = record;
    const estimate = facts.estimates.find(({ id }) => id === risk?.estimate);
    const found = estimate === undefined ? null : confidenceIn(facts, estimate);
    if (risk === null || found === null) return record;
    const c = Math.min(found.c ?? 5, risk.grade === null ? 5 : mostOfGrade[risk.grade]);
    return { ...record, risk: { ...risk, stop: { c, stop: stopAt(c) } } };
  });
}
