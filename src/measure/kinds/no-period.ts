import { UserError } from "../../errors.js";
import type { EvidenceSource } from "../../model/project.js";
import { placeOf } from "../place-of.js";
import { printable } from "../printable.js";

/** A cell of a time column that is no period, or none like the others. */
export function noPeriod(cell: string, column: string, source: EvidenceSource): UserError {
  return new UserError("input", {
    code: "E-PERIOD",
    severity: "error",
    place: placeOf(source),
    text:
      cell === ""
        ? `Unexpected blank cell in column "${column}", expected a period in every row.`
        : `Unexpected "${printable(cell)}" in column "${column}", expected periods all written in one way.`,
    hint: "Write 2026-09-30, 2026-09, 2026-W40, 2026-Q3, or whole numbers.",
  });
}
