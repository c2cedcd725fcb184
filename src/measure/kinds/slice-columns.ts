import { UserError } from "../../errors.js";
import type { EvaluationPlan } from "../../model/plan.js";
import type { EvidenceSource } from "../../model/project.js";
import { placeOf } from "../place-of.js";
import { printable } from "../printable.js";
import type { ColumnUse, Key, KeyColumn } from "../query/count-query.js";

/** Most values of a slice column that anyone can compare; a column of ids named as a slice has more. */
export const mostGroups = 10_000;

/** A slice column of the plan: how a query reads it, and what its values are called. */
export interface SliceColumn {
  readonly column: string;
  readonly use: ColumnUse;
  readonly key: Key;
  /** Rising cuts of a numeric column; null takes the values as they are. */
  readonly cuts: readonly number[] | null;
}

/** The slice columns of an evaluation, in the order of the plan. */
export function sliceColumns({ slices = [], bands = {} }: EvaluationPlan): SliceColumn[] {
  return slices.map((column) => {
    const cuts = bands[column] ?? null;
    return cuts === null
      ? { column, cuts, use: { name: column, as: "text", range: null }, key: { key: "text", column } }
      : {
          column,
          cuts,
          use: { name: column, as: "number", range: null },
          key: { key: "band", column, cuts },
        };
  });
}

/** The slice values of an answer, and for each group that counts the place of its value among them. */
export interface SliceValues {
  /** Distinct values; null for a missing cell, always the last. */
  readonly values: readonly (string | null)[];
  readonly group: Int32Array;
}

/**
 * Reads the key of a slice column back, for the groups that count.
 *
 * @param rows - places of those groups in the answer; a value that none of them has is left out
 * @throws UserError E-GROUPS when the column has more values than anyone can compare
 */
export function sliceValues(
  slice: SliceColumn,
  keys: KeyColumn | undefined,
  rows: readonly number[],
  source: EvidenceSource,
): SliceValues {
  if (keys === undefined) throw new Error(`No key was asked for column "${slice.column}"`);
  const { cuts } = slice;
  const named = keys.kind === "text" ? keys.values : bandNames(cuts ?? []);
  if (named.length > mostGroups) throw tooManyGroups(slice.column, named.length, source);
  const codes = Int32Array.from(rows, (row) => codeAt(keys, row));
  const isUsed = new Set(codes);
  const used = named.flatMap((value, code) => (isUsed.has(code) ? [{ value, code }] : []));
  const places = new Map(used.map(({ code }, place) => [code, place]));
  const values = used.map(({ value }) => value);
  return {
    values: isUsed.has(-1) ? [...values, null] : values,
    group: codes.map((code) => places.get(code) ?? values.length),
  };
}

/** Place of the value of a group among all, -1 for a missing cell. */
function codeAt(keys: KeyColumn, row: number): number {
  if (keys.kind === "text") return keys.codes[row] ?? -1;
  const band = keys.numbers[row] ?? Number.NaN;
  return Number.isNaN(band) ? -1 : band;
}

function bandNames(cuts: readonly number[]): string[] {
  const [first = 0] = cuts;
  const last = cuts.at(-1) ?? 0;
  const between = cuts.slice(1).map((cut, index) => `${cuts[index] ?? first}..${cut}`);
  return [`<${first}`, ...between, `>=${last}`];
}

function tooManyGroups(column: string, found: number, source: EvidenceSource): UserError {
  return new UserError("limit", {
    code: "E-GROUPS",
    severity: "error",
    place: placeOf(source),
    text: `Unexpected ${found} groups in column "${printable(column)}", expected at most ${mostGroups}.`,
    hint: "Take it out of `slices`, or cut a column of numbers with `bands`.",
  });
}
