import type { DuckDBConnection } from "@duckdb/node-api";

import { UserError, type Message } from "../../errors.js";
import { suggestName } from "../../model/nearest-name.js";
import { isFile, type EvidenceFile } from "../../model/project.js";
import type { CountAnswer, CountQuery } from "../query/count-query.js";
import { countGroups } from "./duckdb-count-groups.js";
import { csvTable } from "./duckdb-csv.js";
import { duckdbDialect } from "./duckdb-dialect.js";
import { checkRejects, explainFaults, readFailure } from "./duckdb-messages.js";
import { cellText, quoteText, withSession } from "./duckdb-session.js";
import type { Engine } from "./engine.js";

const mostRows = 50_000_000;
const mostUnpackedBytes = 16 * 2 ** 30;

/**
 * DuckDB, embedded: CSV and Parquet, locked to one file, read once for all groups of a query.
 *
 * Never lets DuckDB guess a type (a late 0.25 in a column of ones would be read as 0) and never sums a
 * floating-point number in SQL (the answer would depend on the threads).
 */
export const duckdb: Engine = {
  id: "duckdb",
  count: async (query) => {
    const { source } = query;
    if (!isFile(source)) throw new Error("DuckDB reads files only");
    return withSession(source.copy, (connection) => countFile(connection, query, source));
  },
};

async function countFile(
  connection: DuckDBConnection,
  query: CountQuery,
  file: EvidenceFile,
): Promise<CountAnswer> {
  const isText = file.format === "csv";
  const types = isText ? null : await parquetTypes(connection, file);
  checkColumns(types === null ? (file.header ?? []) : [...types.keys()], query, file);
  const table = isText ? csvTable(file, "kept") : `read_parquet(${quoteText(file.copy)})`;
  const dialect = duckdbDialect(types);
  try {
    const { groups, rows, isFaulty } = await countGroups(connection, query, dialect, table);
    if (isText) await checkRejects(connection, file);
    if (isFaulty) await explainFaults(connection, query, file, dialect, table);
    return { rows, groups, asked: null };
  } catch (cause) {
    throw readFailure(cause, file);
  }
}

/** Type of every column of a Parquet file; refuses one that unpacks to more than anyone should. */
async function parquetTypes(
  connection: DuckDBConnection,
  file: EvidenceFile,
): Promise<ReadonlyMap<string, string>> {
  try {
    const copy = quoteText(file.copy);
    const described = await connection.runAndReadAll(
      `select column_name, column_type from (describe select * from read_parquet(${copy}))`,
    );
    const sizes = await connection.runAndReadAll(
      `select cast((select max(num_rows) from parquet_file_metadata(${copy})) as double), cast((select sum(total_uncompressed_size) from parquet_metadata(${copy})) as double)`,
    );
    const [rows = 0, bytes = 0] = (sizes.getRowsJS()[0] ?? []).map(Number);
    if (rows > mostRows || bytes > mostUnpackedBytes) {
      throw new UserError("limit", {
        code: "E-TOO-LARGE",
        severity: "error",
        place: { file: file.path },
        text: `Unexpected ${rows} rows of ${bytes} bytes unpacked, expected at most ${mostRows / 1e6} million rows and ${mostUnpackedBytes / 2 ** 30} GiB.`,
      });
    }
    return new Map(described.getRowsJS().map(([name, type]) => [cellText(name) ?? "", cellText(type) ?? ""]));
  } catch (cause) {
    throw cause instanceof UserError ? cause : readFailure(cause, file);
  }
}

/** Throws when a column of the query is not in the file. */
function checkColumns(names: readonly string[], { columns }: CountQuery, file: EvidenceFile): void {
  const wanted = [...new Set(columns.map(({ name }) => name))];
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length === 0) return;
  throw new UserError(
    "input",
    missing.map((name): Message => ({
      code: "E-COLUMN",
      severity: "error",
      place: { file: file.path, line: 1 },
      text: `There is no column "${name}".`,
      hint: suggestName(name, names),
    })),
  );
}
