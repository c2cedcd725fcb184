import type { DuckDBConnection } from "@duckdb/node-api";

/**
 * Locks a connection to one file: no extension, no network, no other path, no way to undo it.
 *
 * Order matters: the last line forbids every further change.
 */
export async function lock(connection: DuckDBConnection, file: string): Promise<void> {
  const settings = [
    "autoinstall_known_extensions=false",
    "autoload_known_extensions=false",
    "allow_community_extensions=false",
    "allow_persistent_secrets=false",
    "memory_limit='2GB'",
    "temp_directory=''",
    "enable_external_file_cache=false",
    "home_directory='/nonexistent'",
    `allowed_paths=[${quoteText(file)}]`,
    "enable_external_access=false",
    "lock_configuration=true",
  ];
  for (const setting of settings) await connection.run(`set ${setting}`);
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
