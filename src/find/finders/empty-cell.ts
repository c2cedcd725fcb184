import { fact, type Finder } from "../finder.js";

export const emptyCell: Finder = {
  id: "empty-cell",
  summary: "A value that the plan says is in scope, and that no case of the evidence has.",
  find: ({ coverage }) =>
    coverage
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
};
