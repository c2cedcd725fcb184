import type { Table } from "../../../model/assessment.js";
import { attackClasses, slipsOf, speciesOf, type AttackCount } from "./attack-count.js";
import { coverageStates } from "./coverage-matrix.js";

/** What the matrix should cover, by the plan, and what a claim needs. */
export interface MatrixScope {
  readonly species: readonly string[];
  readonly classes: readonly string[];
  /** Presentations without an error that would rule out the claimed rate, a count. */
  readonly needed: number;
}

/**
 * Attack species by the way they came: how many slipped through of how many presented, and whether that carries the
 * claim (`state`, a place in `coverageStates`).
 *
 * A cell that is null was not tested, and is no zero: so is the whole row of a species that is in scope and was never
 * presented, and the whole column of a way of attack.
 *
 * @param hasDecision - false where only the outcome of the whole system is known: then that decides what slipped
 */
export function attackMatrix(
  counts: readonly AttackCount[],
  { species: inScope, classes: waysInScope, needed }: MatrixScope,
  hasDecision: boolean,
  place: Pick<Table, "id" | "kind" | "evaluation" | "slice">,
): Table {
  const sums = speciesOf(counts).map((one) => ({
    ...one,
    name: one.species ?? "(missing)",
    ...slipsOf(one, hasDecision),
  }));
  const names = [...new Set([...inScope, ...sums.map(({ name }) => name)])];
  const classes = attackClasses.filter(
    (one) => waysInScope.includes(one) || sums.some((own) => own.class === one),
  );
  return {
    ...place,
    columns: [...classes.flatMap((one) => [`${one}:slipped`, `${one}:tested`]), "state"],
    rows: names.map((label) => {
      const own = sums.filter(({ name }) => name === label);
      const tested = own.reduce((total, one) => total + one.tested, 0);
      const state = tested >= needed ? "measured" : tested > 0 ? "thin" : "untested";
      const cells = classes.flatMap((way) => {
        const cell = own.find((one) => one.class === way);
        // Presented but never answered: something was tried, nothing was measured.
        return cell === undefined || cell.tested === 0 ? [null, null] : [cell.slipped, cell.tested];
      });
      return { label, cells: [...cells, coverageStates.indexOf(state)] };
    }),
  };
}
