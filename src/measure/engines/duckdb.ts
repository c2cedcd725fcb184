import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";

import { UserError, type Message } from "../../errors.js";
import { suggestName } from "../../model/nearest-name.js";
import type { Engine, EvidenceCounts, EvidenceJob } from "../evidence-job.js";
import { countTable } from "./duckdb-count-table.js";
import { csvTable, isNoNumber, type NumericColumn } from "./duckdb-csv.js";
import {
  checkGroups,
  checkLabels,
  checkNumbers,
  checkRejects,
  checkScores,
  mostGroups,
  readFailure,
} from "./duckdb-messages.js";
import { cellText, quoteName, quoteText, withSession } from "./duckdb-session.js";

/** Above this many rows, slices are counted in score bins instead of by distinct score. */
const exactRows = 1_000_000;
const sliceBins = 1_000;

/**
 * DuckDB, embedded: CSV and Parquet with declared types, locked to one file.
 *
 * Never lets DuckDB guess a type (a late 0.25 in a column of ones would be read as 0) and never sums a
 * floating-point number in SQL (the answer would depend on the threads).
 */
export const duckdb: Engine = {
  id: "duckdb",
  count: (job) =>
    withSession(job.file.copy, async (connection) => {
      await readRows(connection, job);
      return countRows(connection, job);
    }),
};

/** Reads the file once into a typed table `evidence`: y, s, f, subject, id, value, c0, c1 ... */
async function readRows(connection: DuckDBConnection, job: EvidenceJob): Promise<void> {
  const isText = job.file.format === "csv";
  const table = isText ? csvTable(job.file, "kept") : `read_parquet(${quoteText(job.file.copy)})`;
  if (isText) checkColumns(job.file.header ?? [], job);
  else await checkParquet(connection, job);
  const text = (name: string): string => `nullif(trim(cast(${quoteName(name)} as varchar)), '')`;
  const number = (name: string, type = "double"): string =>
    isText ? `try_cast(${text(name)} as ${type})` : `cast(${quoteName(name)} as ${type})`;
  const columns = [
    `${text(job.label)} as label`,
    `${job.score === null ? "cast(null as double)" : number(job.score)} as s`,
    `${job.prediction === null ? "cast(null as varchar)" : text(job.prediction)} as prediction`,
    `${job.subject === null ? "cast(null as varchar)" : text(job.subject)} as subject`,
    `${job.rowId === null ? "cast(null as varchar)" : text(job.rowId)} as row_id`,
    `${job.value === null ? "cast(null as decimal(18,4))" : number(job.value, "decimal(18,4)")} as value`,
    ...job.slices.map(
      ({ column, cuts }, index) =>
        `${cuts === null ? text(column) : bandOf(number(column), cuts)} as c${index}`,
    ),
    ...(isText ? [`${numericColumns(job).map(isNoNumber).join(" or ") || "false"} as wrong`] : []),
  ];
  try {
    await connection.run(`create temp table evidence as select ${columns.join(", ")} from ${table}`);
  } catch (cause) {
    throw readFailure(cause, job.file);
  }
  if (!isText) return;
  await checkRejects(connection, job);
  await checkNumbers(connection, job, numericColumns(job), table);
}

async function checkParquet(connection: DuckDBConnection, job: EvidenceJob): Promise<void> {
  try {
    const file = quoteText(job.file.copy);
    const names = await column(
      connection,
      `select column_name from (describe select * from read_parquet(${file}))`,
    );
    checkColumns(
      names.flatMap((name) => cellText(name) ?? []),
      job,
    );
    const size = await firstRow(
      connection,
      `select cast(max(num_rows) as double), 0 from parquet_file_metadata(${file})`,
    );
    const bytes = await firstRow(
      connection,
      `select cast(sum(total_uncompressed_size) as double), 0 from parquet_metadata(${file})`,
    );
    if ((size[0] ?? 0) > 50_000_000 || (bytes[0] ?? 0) > 4 * 2 ** 30) {
      throw new UserError("limit", {
        code: "E-TOO-LARGE",
        severity: "error",
        place: { file: job.file.path },
        text: `Unexpected ${size[0] ?? 0} rows of ${bytes[0] ?? 0} bytes unpacked, expected at most 50 million rows and 4 GiB.`,
      });
    }
  } catch (cause) {
    throw cause instanceof UserError ? cause : readFailure(cause, job.file);
  }
}

/** Throws when a column of the plan is not in the file. */
function checkColumns(names: readonly string[], job: EvidenceJob): void {
  const wanted = [
    job.label,
    job.score,
    job.prediction,
    job.subject,
    job.rowId,
    job.value,
    ...job.slices.map(({ column }) => column),
  ];
  const missing = wanted.filter((name): name is string => name !== null && !names.includes(name));
  if (missing.length === 0) return;
  throw new UserError(
    "input",
    missing.map((name): Message => ({
      code: "E-COLUMN",
      severity: "error",
      place: { file: job.file.path, line: 1 },
      text: `There is no column "${name}".`,
      hint: suggestName(name, names),
    })),
  );
}

/** Columns that must hold numbers, each once. */
function numericColumns(job: EvidenceJob): NumericColumn[] {
  const bands = job.slices.flatMap(({ column, cuts }) => (cuts === null ? [] : [column]));
  const doubles = [...(job.score === null ? [] : [job.score]), ...bands];
  return [
    ...[...new Set(doubles)].map((name) => ({ name, type: "double" })),
    ...(job.value === null ? [] : [{ name: job.value, type: "decimal(18,4)" }]),
  ];
}

function bandOf(number: string, cuts: readonly number[]): string {
  const first = cuts[0] ?? 0;
  const last = cuts[cuts.length - 1] ?? 0;
  const between = cuts
    .slice(1)
    .map((cut, index) => `when ${number} < ${cut} then '${cuts[index] ?? first}..${cut}'`);
  return `case when ${number} is null or not isfinite(cast(${number} as double)) then null when ${number} < ${first} then '<${first}' ${between.join(" ")} else '>=${last}' end`;
}

async function countRows(connection: DuckDBConnection, job: EvidenceJob): Promise<EvidenceCounts> {
  await checkLabels(connection, job);
  await checkScores(connection, job);
  const is = (name: string, value: string): string =>
    `(${name} = ${quoteText(value)} or try_cast(${name} as double) = try_cast(${quoteText(value)} as double))`;
  const decision =
    job.prediction !== null
      ? is("prediction", job.positive)
      : job.threshold === null
        ? "false"
        : `s ${job.flag === "below" ? "<" : ">="} ${quoteText(String(job.threshold))}::double`;
  const hasDecision = job.prediction !== null ? "prediction is not null" : "s is not null and isfinite(s)";
  const isUsed = `label is not null and ${hasDecision}`;
  // Slice values travel as numbers: their place in the list of the values there are, or none where one is missing.
  for (const [index] of job.slices.entries())
    await connection.run(
      `create type slice${index} as enum (select distinct c${index} from evidence where c${index} is not null and ${isUsed} order by 1 limit ${mostGroups + 1})`,
    );
  const sizes = job.slices.map((_, index) => `len(enum_range(cast(null as slice${index})))`);
  const groups = sizes.length === 0 ? [] : await firstRow(connection, `select ${sizes.join(", ")}`);
  if (groups.some((size) => size > mostGroups)) await checkGroups(connection, job);
  const used = [
    `${is("label", job.positive)} as y`,
    `${job.score === null ? "cast('nan' as double)" : "s"} as s`,
    `coalesce(${decision}, false) as f`,
    `${job.subject === null ? "-1" : "dense_rank() over (order by subject) - 1"} as subject`,
    "value",
    ...job.slices.map((_, index) => `enum_code(cast(c${index} as slice${index})) as c${index}`),
  ];
  await connection.run(`create temp table used as select ${used.join(", ")} from evidence where ${isUsed}`);
  const [
    rows = 0,
    labelBlank = 0,
    scoreBlank = 0,
    scoreNotFinite = 0,
    positivesMissing = 0,
    negativesMissing = 0,
  ] = await firstRow(
    connection,
    `select count(*), count(*) filter (label is null), count(*) filter (label is not null and ${job.prediction === null ? "s" : "prediction"} is null), count(*) filter (label is not null and s is not null and not isfinite(s)),
       count(*) filter (label is not null and not (${hasDecision}) and ${is("label", job.positive)}), count(*) filter (label is not null and not (${hasDecision}) and not ${is("label", job.positive)}) from evidence`,
  );
  const [usedRows = 0, subjects = 0] = await firstRow(
    connection,
    "select count(*), coalesce(max(subject) + 1, 0) from used",
  );
  if (usedRows === 0) {
    throw new UserError("input", {
      code: "E-NO-ROWS",
      severity: "error",
      place: { file: job.file.path },
      text: `No row has both a label and a ${job.score === null ? "prediction" : "score"}: ${rows} rows, ${labelBlank} without a label.`,
    });
  }
  const [duplicates = 0] =
    job.rowId === null
      ? [0]
      : await firstRow(connection, "select count(row_id) - count(distinct row_id) from evidence");
  const bins = rows > exactRows ? sliceBins : null;
  const tables = [await countTable(connection, job, null, null)];
  for (const [index] of job.slices.entries()) tables.push(await countTable(connection, job, index, bins));
  return {
    rows,
    labelBlank,
    scoreBlank,
    scoreNotFinite,
    duplicates: job.rowId === null ? null : duplicates,
    subjects: job.subject === null ? null : subjects,
    scoreMissing: { positives: positivesMissing, negatives: negativesMissing },
    tables,
  };
}

async function column(connection: DuckDBConnection, sql: string): Promise<readonly DuckDBValue[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getColumns()[0] ?? [];
}

async function firstRow(connection: DuckDBConnection, sql: string): Promise<number[]> {
  const reader = await connection.runAndReadAll(sql);
  return (reader.getRowsJS()[0] ?? []).map(Number);
}
