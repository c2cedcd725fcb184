import { writeFile } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";

/** Writes CSV text as a Parquet file, with the types given. */
export async function writeParquet(
  target: string,
  csv: string,
  types: Readonly<Record<string, string>> = { id: "VARCHAR", y: "INTEGER", p: "DOUBLE", group: "VARCHAR" },
): Promise<void> {
  await writeFile(`${target}.csv`, csv);
  const columns = Object.entries(types).map(([name, type]) => `'${name}': '${type}'`);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run(
      `copy (from read_csv('${target}.csv', header=true, auto_detect=false, columns={${columns.join(", ")}})) to '${target}' (format parquet)`,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
