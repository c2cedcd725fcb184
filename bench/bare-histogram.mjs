// The peer: DuckDB's own histogram of the same columns, and nothing else. node bare-histogram.mjs <file> <columns>
import process from "node:process";
import { DuckDBInstance } from "@duckdb/node-api";

const [file = "", names = ""] = process.argv.slice(2);
const columns = names.split(",");
const types = [
  ["id", "VARCHAR"],
  ["label", "INTEGER"],
  ["score", "DOUBLE"],
  ...columns.map((name) => [name, "VARCHAR"]),
];
const source = file.endsWith(".parquet")
  ? `read_parquet('${file}')`
  : `read_csv('${file}', header=true, auto_detect=false, delim=',', quote='"', escape='"', columns={${types.map(([name, type]) => `'${name}': '${type}'`).join(", ")}})`;
const sets = columns.map((name) => `(${name}, label, bin)`).join(", ");
const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
const result = await connection.run(
  `select ${columns.join(", ")}, label, bin, count(*) from (select ${columns.join(", ")}, label, floor(score * 1000) as bin from ${source}) group by grouping sets (${sets})`,
);
const chunks = await result.fetchAllChunks();
console.log(chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0));
