import type { ColumnUse } from "../query/count-query.js";
import { decimalScale } from "../query/count-query.js";
import type { Dialect } from "./sql.js";
import { quoteName } from "./duckdb-session.js";

/**
 * How DuckDB reads a cell.
 *
 * @param types - type of every column of a Parquet file; null for CSV, where every cell is a text
 */
export function duckdbDialect(types: ReadonlyMap<string, string> | null): Dialect {
  const isText = (name: string): boolean => types === null || types.get(name) === "VARCHAR";
  const text = (name: string): string =>
    isText(name) ? quoteName(name) : `cast(${quoteName(name)} as varchar)`;
  const value = (name: string): string =>
    isText(name) ? `try_cast(${quoteName(name)} as double)` : `cast(${quoteName(name)} as double)`;
  const inside = ({ name, range }: ColumnUse): string => {
    const within =
      range === null
        ? `isfinite(${value(name)})`
        : `${value(name)} between ${double(range[0])} and ${double(range[1])}`;
    return isText(name) ? `${within} and ${isPlain(name)}` : within;
  };
  const decimalCell = (name: string): string =>
    isText(name)
      ? `case when ${isPlain(name)} then try_cast(${quoteName(name)} as decimal(18,4)) end`
      : `try_cast(${quoteName(name)} as decimal(18,4))`;
  return {
    text,
    number: (use) => `case when ${inside(use)} then ${value(use.name)} end`,
    status: (use) => {
      if (use.as === "decimal") {
        const blank = isText(use.name)
          ? `nullif(trim(${text(use.name)}), '') is null`
          : `${quoteName(use.name)} is null`;
        return `case when ${decimalCell(use.name)} is not null then 0 when ${blank} then 1 else 3 end`;
      }
      const noNumber = isText(use.name)
        ? `when ${value(use.name)} is null or not ${isPlain(use.name)} then 3 `
        : "";
      const blank = isText(use.name)
        ? `nullif(trim(${text(use.name)}), '') is null`
        : `${quoteName(use.name)} is null`;
      return `case when ${inside(use)} then 0 when ${blank} then 1 ${noNumber}when not isfinite(${value(use.name)}) then 2 else 4 end`;
    },
    decimal: ({ name }) => `cast(${decimalCell(name)} * ${decimalScale} as hugeint)`,
    double,
    small: (expression) => `cast(${expression} as integer)`,
    integer: (expression) => `cast(${expression} as bigint)`,
    // Through its digits: from 2^64 on the cast of a hugeint is now and then one bit off.
    home: (expression) => `cast(cast(${expression} as varchar) as double)`,
    blank: (letters) => `trim(${letters}) = ''`,
  };
}

/** DuckDB alone takes 0_1 for 1. */
function isPlain(name: string): string {
  return `not contains(${quoteName(name)}, '_')`;
}

function double(value: number): string {
  return `'${value}'::double`;
}
