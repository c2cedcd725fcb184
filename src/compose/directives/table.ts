import { suggestName } from "../../model/nearest-name.js";
import type { Directive } from "../directive.js";
import { tables } from "../tables/all.js";

/** A table of the registry: `::table{id="ledger"}`. One that has no rows is left out. */
export const table: Directive = {
  id: "table",
  forms: ["leaf"],
  attributes: ["id", "of"],
  inNotes: true,
  build: ({ attributes, place }, context) => {
    const kind = tables.find(({ id }) => id === attributes.id);
    if (kind === undefined) {
      context.report({
        code: "unknown-directive",
        severity: "error",
        place,
        text: `There is no table "${attributes.id ?? ""}".`,
        hint: suggestName(
          attributes.id ?? "",
          tables.map(({ id }) => id),
        ),
      });
      return [];
    }
    const built = kind.build(context, attributes) ?? [];
    const grids = "rows" in built ? [built] : built;
    return grids.filter(({ rows }) => rows.length > 0).map((grid) => ({ type: "grid" as const, grid }));
  },
};
