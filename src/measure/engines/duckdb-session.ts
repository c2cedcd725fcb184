import { statSync } from "node:fs";
import path from "node:path";

import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";

interface Session {
  readonly instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
}

let prepared: Promise<Session> | null = null;

/** Opens a session before there is a question for it. */
export function prepareSession(): void {
  prepared ??= openSession();
  prepared.catch(() => undefined); // Told to whoever asks for it.
}

/** Runs a task in a session of its own that can read one file and nothing else. */
export async function withSession<Answer>(
  file: string,
  task: (connection: DuckDBConnection) => Promise<Answer>,
): Promise<Answer> {
  const opening = prepared ?? openSession();
  prepared = null;
  const { instance, connection } = await opening;
  try {
    await lock(connection, file);
    return await task(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function openSession(): Promise<Session> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  return { instance, connection };
}

/** Most bytes of a file that one thread reads: waking others for less takes longer than they save. */
const oneThreadBytes = 1_000_000;

/**
 * Locks a connection to one file: no extension, no network, no other path, no way to undo it.
 *
 * Order matters: the last line forbids every further change.
 */
async function lock(connection: DuckDBConnection, file: string): Promise<void> {
  const settings = [
    "autoinstall_known_extensions=false",
    "autoload_known_extensions=false",
    "allow_community_extensions=false",
    "allow_persistent_secrets=false",
    // Groups that do not fit go to disk, beside the private copy, and vanish with it.
    "memory_limit='320MB'",
    `temp_directory=${quoteText(path.join(path.dirname(file), "spill"))}`,
    "enable_external_file_cache=false",
    "home_directory='/nonexistent'",
    // A damaged Parquet file may say of itself what its cells do not hold: every cell is looked at.
    "disabled_optimizers='statistics_propagation'",
    `allowed_paths=[${quoteText(file)}]`,
    "enable_external_access=false",
    ...(statSync(file).size <= oneThreadBytes ? ["threads=1"] : []),
    "lock_configuration=true",
  ];
  await connection.run(settings.map((setting) => `set ${setting};`).join("\n"));
}

/** A name as an SQL identifier. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as an SQL literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A varchar cell as a string; null stays null. */
export function cellText(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
