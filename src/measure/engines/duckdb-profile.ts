import type { DuckDBConnection } from "@duckdb/node-api";

import type { EvidenceFile } from "../../model/project.js";
import type { ColumnProfile, TableProfile } from "../query/table-profile.js";
import { csvTable } from "./duckdb-csv.js";
import { cellText, quoteName, quoteText, withSession } from "./duckdb-session.js";
import { readFailure } from "./duckdb-messages.js";

const mostValues = 12;

/** What the columns of a file look like: for `init`, which guesses the label, the score and the slices. */
export async function profileTable(file: EvidenceFile): Promise<TableProfile> {
  try {
    return await withSession(file.copy, (connection) => profileIn(connection, file));
  } catch (cause) {
    throw readFailure(cause, file);
  }
}

async function profileIn(connection: DuckDBConnection, file: EvidenceFile): Promise<TableProfile> {
  const source = file.format === "parquet" ? `read_parquet(${quoteText(file.copy)})` : csvTable(file, "stop");
  await connection.run(`create temp table t as select columns(*)::varchar from ${source}`);
  const described = await connection.runAndReadAll("select column_name from (describe t)");
  const names = described.getRowsJS().flatMap(([name]) => cellText(name) ?? []);
  const counted = await connection.runAndReadAll("select cast(count(*) as double) from t");
  const columns: ColumnProfile[] = [];
  for (const name of names) {
    const cell = `nullif(trim(${quoteName(name)}), '')`;
    const facts = await connection.runAndReadAll(
      `select cast(count(distinct v) as double), cast(count(v) as double), cast(count(try_cast(v as double)) as double), min(try_cast(v as double)), max(try_cast(v as double)) from (select ${cell} as v from t)`,
    );
    const [distinct, filled, numeric, low, high] = facts.getRowsJS()[0] ?? [];
    const listed = await connection.runAndReadAll(
      `select v from (select ${cell} as v from t) where v is not null group by v order by count(*) desc, v limit ${mostValues}`,
    );
    columns.push({
      name,
      distinct: Number(distinct),
      filled: Number(filled),
      numeric: Number(filled) > 0 && Number(numeric) === Number(filled),
      low: low == null ? null : Number(low),
      high: high == null ? null : Number(high),
      values: listed.getRowsJS().flatMap(([value]) => cellText(value) ?? []),
    });
  }
  return { rows: Number(counted.getRowsJS()[0]?.[0] ?? 0), columns };
}
