import { spawnSync } from "node:child_process";
import { chown, writeFile } from "node:fs/promises";
import path from "node:path";

import { Client } from "pg";

import type { PostgresPrograms } from "./find-programs.js";
import { freePort, serverFolder, serverOwner, startServer, type RunningServer } from "./server-process.js";

/** One PostgreSQL server with an empty database. */
export interface PostgresServer extends RunningServer {
  /** `postgres://user:password@127.0.0.1:port/evidence` */
  readonly url: string;
  readonly password: string;
}

const user = "owner";
const password = "se/cret:p@ss w%rd";

/**
 * Starts PostgreSQL on a free port of the loopback address, with data in a temporary folder.
 *
 * Its texts sort by a language, not by bytes, as on most servers of the users.
 *
 * @param settings - further settings, such as `shared_buffers=1GB`
 */
export async function startPostgres(
  { initdb, server }: PostgresPrograms,
  settings: readonly string[] = [],
): Promise<PostgresServer> {
  const owner = serverOwner();
  const folder = await serverFolder(owner);
  const port = await freePort();
  const secret = path.join(folder, "password");
  await writeFile(secret, password, { mode: 0o600 });
  if (owner.uid !== undefined && owner.gid !== undefined) await chown(secret, owner.uid, owner.gid);
  const data = path.join(folder, "data");
  const made = spawnSync(
    initdb,
    [
      ...["--pgdata", data, "--username", user, "--pwfile", secret, "--auth", "scram-sha-256"],
      ...["--encoding", "UTF8", "--locale", "C.UTF-8", "--locale-provider", "icu", "--icu-locale", "en"],
      "--no-sync",
    ],
    { ...owner, cwd: folder, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const address = `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}`;
  const given = [`port=${port}`, "listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`];
  const running = await startServer({
    program: server,
    args: ["-D", data, ...[...given, "fsync=off", ...settings].flatMap((setting) => ["-c", setting])],
    folder,
    owner,
    stopSignal: "SIGINT",
    answers: () =>
      runPostgres(`${address}/postgres`, "select 1").then(
        () => true,
        () => false,
      ),
  });
  await runPostgres(`${address}/postgres`, "create database evidence");
  return { ...running, url: `${address}/evidence`, password };
}

/** Runs statements as the owner of the database. */
export async function runPostgres(url: string, ...statements: readonly string[]): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const answers: unknown[] = [];
    for (const statement of statements) answers.push((await client.query(statement)).rows);
    return answers;
  } finally {
    await client.end();
  }
}
