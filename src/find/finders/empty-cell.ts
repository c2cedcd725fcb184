import type { AttackDetails } from "../../model/attack-details.js";
import { fact, type Candidate, type Finder } from "../finder.js";

/** More names than these no sentence can carry; the matrix has them all. */
const mostNamed = 5;

export const emptyCell: Finder = {
  id: "empty-cell",
  summary: "A value that the plan says is in scope, and that no case of the evidence has.",
  find: ({ coverage, details }) => [
    ...Object.entries(details).flatMap(([evaluation, { attacks }]) =>
      emptyCells(evaluation, attacks?.cells ?? []),
    ),
    ...coverage
      .filter(({ state }) => state === "untested")
      .map(({ evaluation, slice, column, column_name: named, value, name }) =>
        fact("empty-cell", "COV", "finding.empty-cell", {
          evaluation,
          slice,
          slots: {
            column: named ?? column.replaceAll("_", " "),
            value,
            name: name ?? "",
            named: name === null ? "no" : "yes",
          },
          gap: true,
        }),
      ),
  ],
};

/** Cells of a coverage matrix are told together, those that production meets most often first. */
function emptyCells(evaluation: string, cells: NonNullable<AttackDetails["cells"]>): Candidate[] {
  const empty = cells.filter(({ state }) => state === "untested").sort((a, b) => b.volume - a.volume);
  if (empty.length === 0) return [];
  const names = empty.slice(0, mostNamed).map(({ name }) => name);
  return [
    fact("empty-cell", "COV", "finding.empty-cells.matrix", {
      id: "empty-cell#matrix",
      evaluation,
      slots: {
        names: empty.length > mostNamed ? `${names.join(", ")} ...` : names.join(", "),
        count: empty.length,
        of: cells.length,
      },
      gap: true,
    }),
  ];
}
