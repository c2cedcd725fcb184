import process from "node:process";
import type { TestProject } from "vitest/node";

import { findClickhouse, findPostgres } from "./find-programs.js";
import { startClickhouse, type ClickhouseCluster } from "./start-clickhouse.js";
import { startPostgres, type PostgresServer } from "./start-postgres.js";

/** Addresses of the servers the tests run against; null where a server is not installed. */
export interface PostgresAddresses {
  readonly one: string;
  readonly shards: readonly string[];
  readonly password: string;
}

export interface ClickhouseAddresses {
  /** The first server; every one knows the cluster `evidence`. */
  readonly one: string;
  readonly shards: readonly string[];
  readonly password: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    postgres: PostgresAddresses | null;
    clickhouse: ClickhouseAddresses | null;
  }
}

/** Starts one PostgreSQL server, three shards of it and three ClickHouse servers; @returns how to stop them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [postgres, clickhouse] = [findPostgres(), findClickhouse()];
  const running: (PostgresServer | ClickhouseCluster)[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((server) => server.stop()));
  };
  try {
    const servers: PostgresServer[] = [];
    for (let at = 0; postgres !== null && at < 4; at += 1) {
      const server = await startPostgres(postgres);
      running.push(server);
      servers.push(server);
    }
    const cluster = clickhouse === null ? null : await startClickhouse(clickhouse, 3);
    if (cluster !== null) running.push(cluster);
    const [one, ...shards] = servers;
    project.provide(
      "postgres",
      one === undefined
        ? null
        : { one: one.url, shards: shards.map(({ url }) => url), password: one.password },
    );
    const [first] = cluster?.servers ?? [];
    project.provide(
      "clickhouse",
      first === undefined
        ? null
        : {
            one: first.url,
            shards: cluster?.servers.map(({ url }) => url) ?? [],
            password: first.password,
          },
    );
    for (const [name, found] of Object.entries({ PostgreSQL: postgres, ClickHouse: clickhouse }))
      if (found === null) process.stderr.write(`${name} is not installed: its tests are skipped.\n`);
    return stop;
  } catch (cause) {
    await stop();
    throw cause;
  }
}
