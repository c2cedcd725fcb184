import { UserError, type Message } from "../../errors.js";
import { suggestName } from "../../model/nearest-name.js";
import { placeOf } from "../place-of.js";
import { printable } from "../printable.js";
import type { ColumnUse, CountQuery, GroupAnswer } from "../query/count-query.js";
import { faultKey } from "./ask-group.js";
import { holdsNumbers, type TableServer } from "./table-server.js";

/** Throws when a column of the query is not in the table, or cannot hold what it should. */
export function checkColumns({ columns, source }: CountQuery, server: TableServer): void {
  const known = [...server.columns.keys()];
  const messages = columns.flatMap(({ name, as }): Message[] => {
    const type = server.columns.get(name);
    const about = { severity: "error", place: placeOf(source) } as const;
    if (type === undefined)
      return [
        {
          ...about,
          code: "E-COLUMN",
          text: `There is no column "${printable(name)}".`,
          hint: suggestName(name, known),
        },
      ];
    if (as === "text" || holdsNumbers(type)) return [];
    return [
      {
        ...about,
        code: "E-COLUMN-TYPE",
        text: `Unexpected type of column "${printable(name)}", expected a column of numbers.`,
        hint: "Name a view that casts it: a text that is no number then fails where it stands.",
      },
    ];
  });
  const once = messages.filter(({ text }, index) => messages.findIndex((one) => one.text === text) === index);
  if (once.length > 0) throw new UserError("input", once);
}

/** How the cells of a column read, by row of an answer. */
export function statusesOf({ name, as }: ColumnUse, hosted: GroupAnswer): Float64Array {
  const column = hosted.keys[faultKey(name, as)];
  return column?.kind === "number" ? column.numbers : new Float64Array(0);
}

/** Throws when a number lies outside the range that the plan declares for it, or is none. */
export function checkFaults(
  { source }: CountQuery,
  checked: readonly ColumnUse[],
  hosted: GroupAnswer,
): void {
  const messages = checked.flatMap((use): Message[] => {
    const { name, as, range } = use;
    const statuses = statusesOf(use, hosted);
    const rows = statuses.reduce((sum, status, row) => sum + (status >= 3 ? (hosted.n[row] ?? 0) : 0), 0);
    if (rows === 0) return [];
    const expected =
      as === "decimal"
        ? "numbers of at most fourteen digits before the point"
        : `${range?.[0] ?? ""} to ${range?.[1] ?? ""}`;
    return [
      {
        code: as === "decimal" ? "E-NUMBER-SIZE" : "E-SCORE-RANGE",
        severity: "error",
        place: placeOf(source),
        text: `Unexpected numbers in ${rows} ${rows === 1 ? "row" : "rows"} of column "${printable(name)}", expected ${expected}.`,
        ...(as === "decimal"
          ? {}
          : { hint: "If the score is no probability, declare its range: score_range: [0, 100]." }),
      },
    ];
  });
  if (messages.length > 0) throw new UserError("input", messages);
}

/** A table that had another number of rows a moment ago. */
export function changedTable({ source }: CountQuery, before: number, after: number): UserError {
  return new UserError("input", {
    code: "E-CHANGED",
    severity: "error",
    place: placeOf(source),
    text: `Unexpected ${after} rows after ${before} before, expected a table that does not change while it is counted.`,
    hint: "Build again, or name a view that ends at a fixed day.",
  });
}
