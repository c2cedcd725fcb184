import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";

/** Programs of a database server on this machine. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly server: string;
  readonly client: string;
}

export interface ClickhousePrograms {
  readonly server: string;
  readonly client: string;
}

const debianFolder = "/usr/lib/postgresql";

/** PostgreSQL's programs, the newest release first; null when one of them is missing. */
export function findPostgres(): PostgresPrograms | null {
  const releases = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  const folders = releases
    .sort((a, b) => Number(b) - Number(a))
    .map((release) => path.join(debianFolder, release, "bin"));
  const [initdb, server, client] = ["initdb", "postgres", "psql"].map((name) => findProgram(name, folders));
  return initdb == null || server == null || client == null ? null : { initdb, server, client };
}

/** ClickHouse's programs; null when one of them is missing. */
export function findClickhouse(): ClickhousePrograms | null {
  const [server, client] = ["clickhouse-server", "clickhouse-client"].map((name) => findProgram(name, []));
  return server == null || client == null ? null : { server, client };
}

/** A program by name: in the given folders, on the PATH, or where servers lie that no user starts. */
function findProgram(name: string, folders: readonly string[]): string | null {
  const places = [...folders, ...(process.env["PATH"] ?? "").split(path.delimiter), "/usr/sbin"];
  const found = places.map((folder) => path.join(folder, name)).find(isProgram);
  return found ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
