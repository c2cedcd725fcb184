import type { DuckDBConnection } from "@duckdb/node-api";

import { UserError, type Message } from "../../errors.js";
import type { EvidenceFile } from "../../model/project.js";
import type { EvidenceJob } from "../evidence-job.js";
import { isNoNumber, lineOfByte, linesOfRows, type NumericColumn } from "./duckdb-csv.js";
import { cellText, quoteName } from "./duckdb-session.js";

/** Throws when rows of a CSV file could not be read, naming the first five with line and column. */
export async function checkRejects(connection: DuckDBConnection, job: EvidenceJob): Promise<void> {
  const reader = await connection.runAndReadAll(
    "select cast(coalesce(byte_position, line_byte_position, 1) as double) as place, error_type, error_message from reject_errors order by place limit 5",
  );
  const rows = reader.getRowsJS();
  if (rows.length === 0) return;
  const lines = await Promise.all(rows.map(([at]) => lineOfByte(job.file.copy, Number(at) - 1)));
  throw new UserError(
    "input",
    rows.map(([, type, text], index): Message => {
      const { text: what, hint } = describeReject(cellText(type) ?? "", cellText(text) ?? "", job);
      return {
        code: "E-ROW",
        severity: "error",
        place: { file: job.file.path, line: lines[index] ?? 1 },
        text: what,
        hint,
      };
    }),
  );
}

/** Throws when a cell of a CSV file is no number where one is needed, naming the first five with their lines. */
export async function checkNumbers(
  connection: DuckDBConnection,
  job: EvidenceJob,
  columns: readonly NumericColumn[],
  table: string,
): Promise<void> {
  const any = await connection.runAndReadAll("select 1 from evidence where wrong limit 1");
  if (any.currentRowCount === 0) return;
  const wrong: { row: number; name: string; cell: string }[] = [];
  for (const column of columns) {
    await connection.run(
      `create or replace temp table cells as select ${quoteName(column.name)} as cell from ${table}`,
    );
    const reader = await connection.runAndReadAll(
      `select cast(number as double), cell from (select row_number() over () as number, cell from cells) where ${isNoNumber({ ...column, name: "cell" })} order by number limit 5`,
    );
    for (const [row, cell] of reader.getRowsJS())
      wrong.push({ row: Number(row), name: column.name, cell: cellText(cell) ?? "" });
  }
  const first = wrong.sort((a, b) => a.row - b.row).slice(0, 5);
  const lines = await linesOfRows(job.file.copy, [...new Set(first.map(({ row }) => row))]);
  const lineOf = new Map([...new Set(first.map(({ row }) => row))].map((row, index) => [row, lines[index]]));
  throw new UserError(
    "input",
    first.map(({ row, name, cell }): Message => ({
      code: "E-ROW",
      severity: "error",
      place: { file: job.file.path, line: lineOf.get(row) ?? 1 },
      text: `Unexpected "${printable(cell)}" in column "${name}", expected a number.`,
      hint: "Write numbers with a point, and leave the cell blank where there is none.",
    })),
  );
}

function describeReject(type: string, message: string, job: EvidenceJob): { text: string; hint: string } {
  const columns = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
  if (columns !== null) {
    return {
      text: `Unexpected ${columns[2] ?? "?"} cells, expected ${columns[1] ?? "?"} as in the first line.`,
      hint: `The file is read with "${job.file.delimiter}" between cells; set \`delimiter\` if it is another.`,
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

/** Throws when the label column holds anything but the positive and one negative value. */
export async function checkLabels(connection: DuckDBConnection, job: EvidenceJob): Promise<void> {
  const reader = await connection.runAndReadAll(
    "select label, cast(count(*) as double) from evidence where label is not null group by label order by count(*) desc, label limit 12",
  );
  const labels = reader.getRowsJS().map(([label]) => cellText(label) ?? "");
  const known = (label: string, value: string): boolean =>
    label === value || (Number(label) === Number(value) && label !== "" && value !== "");
  const others = labels.filter((label) => !known(label, job.positive));
  const strangers =
    job.negative === null ? others.slice(1) : others.filter((label) => !known(label, job.negative ?? ""));
  const found = labels
    .slice(0, 6)
    .map((label) => `"${printable(label)}"`)
    .join(", ");
  if (labels.length === others.length && others.length > 1) {
    throw new UserError("input", {
      code: "E-LABEL",
      severity: "error",
      place: { file: job.file.path },
      text: `The positive value "${job.positive}" never occurs in column "${job.label}", which has ${found}.`,
      hint: "Set `positive` to the value that means positive.",
    });
  }
  if (strangers.length > 0) {
    throw new UserError("input", {
      code: "E-LABEL",
      severity: "error",
      place: { file: job.file.path },
      text: `Unexpected value "${printable(strangers[0] ?? "")}" in column "${job.label}", expected "${job.positive}" and one other; it has ${found}.`,
      hint: "Set `negative` and clean the rest, or leave the cell blank where the outcome is not known.",
    });
  }
}

/** Far above what a reader can compare; a column of ids named as a slice has more. */
/** Most values of a slice column that anyone can compare. */
export const mostGroups = 500;

/** Throws when a slice column has more values than anyone can compare. */
export async function checkGroups(connection: DuckDBConnection, job: EvidenceJob): Promise<void> {
  if (job.slices.length === 0) return;
  const counts = job.slices.map((_, index) => `cast(count(distinct c${index}) as double)`);
  const reader = await connection.runAndReadAll(`select ${counts.join(", ")} from evidence`);
  const found = (reader.getRowsJS()[0] ?? []).map(Number);
  const messages = job.slices.flatMap(({ column }, index): Message[] => {
    const groups = found[index] ?? 0;
    if (groups <= mostGroups) return [];
    return [
      {
        code: "E-GROUPS",
        severity: "error",
        place: { file: job.file.path },
        text: `Unexpected ${groups} groups in column "${printable(column)}", expected at most ${mostGroups}.`,
        hint: "Take it out of `slices`, or cut a column of numbers with `bands`.",
      },
    ];
  });
  if (messages.length > 0) throw new UserError("limit", messages);
}

/** Throws when a score lies outside the declared range, naming the first five lines. */
export async function checkScores(connection: DuckDBConnection, job: EvidenceJob): Promise<void> {
  if (job.score === null) return;
  const [low, high] = job.scoreRange;
  const reader = await connection.runAndReadAll(
    `select cast(number as double), s from (select row_number() over () as number, s from evidence) where isfinite(s) and (s < ${low} or s > ${high}) order by number limit 5`,
  );
  const rows = reader.getRowsJS();
  if (rows.length === 0) return;
  const { path: file, copy, format } = job.file;
  const numbers = rows.map(([row]) => Number(row));
  const lines = format === "csv" ? await linesOfRows(copy, numbers) : [];
  throw new UserError(
    "input",
    rows.map(([, score], index): Message => ({
      code: "E-SCORE-RANGE",
      severity: "error",
      place: format === "csv" ? { file, line: lines[index] ?? 1 } : { file },
      text: `Unexpected score ${Number(score)} in column "${job.score ?? ""}", expected ${low} to ${high}.`,
      ...(index === 0
        ? { hint: "If the score is no probability, declare its range: score_range: [0, 100]." }
        : {}),
    })),
  );
}

/** Hostile cells reach messages: control and direction-changing characters are shown as code points. */
function printable(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 77)}...` : text;
  return short.replace(
    /[\p{Cc}\p{Cf}]/gu,
    (letter) => `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`,
  );
}
