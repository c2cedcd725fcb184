import { version } from "@duckdb/node-api";

/** Version of the engine, for `doctor`. In a file of its own, because importing it loads the engine. */
export function duckdbVersion(): string {
  return version();
}
