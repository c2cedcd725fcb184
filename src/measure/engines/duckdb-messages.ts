import type { DuckDBConnection } from "@duckdb/node-api";

import { UserError, type Message, type Place } from "../../errors.js";
import type { EvidenceFile } from "../../model/project.js";
import { printable } from "../printable.js";
import type { ColumnUse, CountQuery } from "../query/count-query.js";
import { lineOfByte, linesOfRows } from "./duckdb-csv.js";
import { cellText } from "./duckdb-session.js";
import type { Dialect } from "./sql.js";

/** Throws when rows of a CSV file could not be read, naming the first five with line and column. */
export async function checkRejects(connection: DuckDBConnection, file: EvidenceFile): Promise<void> {
  const reader = await connection.runAndReadAll(
    "select cast(coalesce(byte_position, line_byte_position, 1) as double) as place, error_type, error_message from reject_errors order by place limit 5",
  );
  const rows = reader.getRowsJS();
  if (rows.length === 0) return;
  const lines = await Promise.all(rows.map(([at]) => lineOfByte(file.copy, Number(at) - 1)));
  throw new UserError(
    "input",
    rows.map(([, type, text], index): Message => {
      const { text: what, hint } = describeReject(cellText(type) ?? "", cellText(text) ?? "", file);
      return {
        code: "E-ROW",
        severity: "error",
        place: { file: file.path, line: lines[index] ?? 1 },
        text: what,
        hint,
      };
    }),
  );
}

/** Throws the first five cells that are no numbers or lie outside their range, by row. */
export async function explainFaults(
  connection: DuckDBConnection,
  query: CountQuery,
  file: EvidenceFile,
  dialect: Dialect,
  table: string,
): Promise<never> {
  const faults: { row: number; use: ColumnUse; cell: string; status: number }[] = [];
  for (const use of query.columns.filter(({ as }) => as !== "text")) {
    const cells = `select row_number() over () as number, ${dialect.text(use.name)} as cell, ${dialect.status(use)} as status from ${table.replace("store_rejects=true, rejects_limit=50, ", "")}`;
    const reader = await connection.runAndReadAll(
      `select cast(number as double), cell, status from (${cells}) where status >= 3 order by number limit 5`,
    );
    for (const [row, cell, status] of reader.getRowsJS())
      faults.push({ row: Number(row), use, cell: cellText(cell) ?? "", status: Number(status) });
  }
  const first = faults.sort((a, b) => a.row - b.row).slice(0, 5);
  const rows = [...new Set(first.map(({ row }) => row))];
  const lines = file.format === "csv" ? await linesOfRows(file.copy, rows) : [];
  throw new UserError(
    "input",
    first.map(({ row, use, cell, status }, index): Message => {
      const line = lines[rows.indexOf(row)];
      const place = line === undefined ? { file: file.path } : { file: file.path, line };
      return faultMessage(use, cell, status, place, index === 0);
    }),
  );
}

function faultMessage(use: ColumnUse, cell: string, status: number, place: Place, isFirst: boolean): Message {
  if (status === 4) {
    const [low, high] = use.range ?? [];
    return {
      code: "E-SCORE-RANGE",
      severity: "error",
      place,
      text: `Unexpected score ${Number(cell)} in column "${use.name}", expected ${low} to ${high}.`,
      ...(isFirst
        ? { hint: "If the score is no probability, declare its range: score_range: [0, 100]." }
        : {}),
    };
  }
  return {
    code: "E-ROW",
    severity: "error",
    place,
    text: `Unexpected "${printable(cell)}" in column "${use.name}", expected a number.`,
    hint: "Write numbers with a point, and leave the cell blank where there is none.",
  };
}

function describeReject(type: string, message: string, file: EvidenceFile): { text: string; hint: string } {
  const columns = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
  if (columns !== null) {
    return {
      text: `Unexpected ${columns[2] ?? "?"} cells, expected ${columns[1] ?? "?"} as in the first line.`,
      hint: `The file is read with "${file.delimiter}" between cells; set \`delimiter\` if it is another.`,
    };
  }
  if (type === "UNQUOTED VALUE")
    return {
      text: "Unexpected quote that is not closed.",
      hint: 'Double every quote inside a quoted cell: "a ""b""".',
    };
  if (type === "INVALID ENCODING" || type === "INVALID UNICODE")
    return { text: "Unexpected bytes that are not UTF-8.", hint: "Save the file as UTF-8." };
  return { text: printable(message.split("\n")[0] ?? type), hint: "Mend the line and build again." };
}

/** What DuckDB says about a file it cannot read, in our words. */
export function readFailure(cause: unknown, file: EvidenceFile): UserError {
  if (cause instanceof UserError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const line = /(?:CSV Error on Line|Line): (\d+)/.exec(message)?.[1];
  const memory = /Out of Memory/i.test(message);
  if (/state machine/.test(message)) {
    return new UserError("input", {
      code: "E-LINE-ENDS",
      severity: "error",
      place: { file: file.path },
      text: "Unexpected carriage return that ends no line.",
      hint: "Save the file with one kind of line ends, and put cells of several lines in quotes.",
    });
  }
  const text = message.split("\n")[0]?.replaceAll(file.copy, file.path) ?? "The file cannot be read.";
  return new UserError(memory ? "limit" : "input", {
    code: memory ? "E-MEMORY" : file.format === "parquet" ? "E-PARQUET" : "E-CSV",
    severity: "error",
    place: line === undefined ? { file: file.path } : { file: file.path, line: Number(line) },
    text: /utf-?8|unicode/i.test(message) ? "Unexpected bytes that are not UTF-8." : printable(text),
    hint: /utf-?8|unicode/i.test(message) ? "Save the file as UTF-8." : "Check that the file is complete.",
  });
}
