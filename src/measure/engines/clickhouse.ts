import type { ClickHouseClient, ClickHouseSettings } from "@clickhouse/client";

import { UserError } from "../../errors.js";
import type { DatabaseTable } from "../../model/project.js";
import { clickhouseDialect } from "./clickhouse-dialect.js";
import { quoteIdentifier, quoteLiteral } from "./clickhouse-quote.js";
import { readRowBinary } from "./read-row-binary.js";
import { secretsOf, serverFailure, type ServerTrouble } from "./server-failure.js";
import type { Access } from "./server-access.js";
import { serverEngine } from "./server-engine.js";
import type { AnswerRow, CellType, Statement, TableServer } from "./table-server.js";

const connectSeconds = 15;

/**
 * ClickHouse over HTTP: one server, which may hold a Distributed table, or several asked side by side.
 *
 * Stays inside what release 18.16 and current ones both take: no parameters, RowBinary answers. The server
 * keeps an answer back until it is whole, so that an error half-way is no short answer.
 */
export const clickhouse = serverEngine("clickhouse", openServer);

async function openServer(address: string, source: DatabaseTable, { seconds }: Access): Promise<TableServer> {
  const { ClickHouseLogLevel, createClient } = await import("./clickhouse-client.js");
  const { url, username, password, database } = partsOf(address);
  const client = createClient({
    url,
    username,
    password,
    database,
    application: "forthright",
    log: { level: ClickHouseLogLevel.OFF },
    request_timeout: (seconds + connectSeconds) * 1_000,
  });
  const failure = (cause: unknown): UserError => clickhouseFailure(cause, source, address);
  try {
    const settings = await allowedSettings(client, seconds);
    const ask = (statement: Statement, take: (row: AnswerRow) => void): Promise<void> =>
      streamRows(client, settings, statement, take).catch((cause: unknown) => {
        throw failure(cause);
      });
    let version = "";
    await ask({ sql: `select cast(version() as Nullable(String))`, holds: ["text"] }, ([text]) => {
      version = `ClickHouse ${text ?? ""}`;
    });
    const [schema, table] = splitName(source.table);
    const owner = schema === null ? "currentDatabase()" : quoteLiteral(schema);
    const columns = new Map<string, CellType>();
    const scales = new Map<string, number>();
    let found = schema ?? "";
    await ask(
      {
        sql: `select cast(database as Nullable(String)), cast(name as Nullable(String)), cast(type as Nullable(String)) from system.columns where database = ${owner} and table = ${quoteLiteral(table)}`,
        holds: ["text", "text", "text"],
      },
      ([holder, name, type]) => {
        found = String(holder);
        const { holds, scale } = cellType(String(type));
        columns.set(String(name), holds);
        scales.set(String(name), scale);
      },
    );
    if (columns.size === 0) throw serverFailure("table", source, "", []);
    return {
      version,
      table: `${quoteIdentifier(found)}.${quoteIdentifier(table)}`,
      columns,
      dialect: clickhouseDialect(columns, scales),
      ask,
      close: () => client.close().catch(() => undefined),
    };
  } catch (cause) {
    await client.close().catch(() => undefined);
    throw failure(cause);
  }
}

/** What a URL says; the password leaves it, so that no error of the client can show it. */
function partsOf(address: string) {
  const url = new URL(address);
  const username = decodeURIComponent(url.username) || "default";
  const password = decodeURIComponent(url.password);
  const database = decodeURIComponent(url.pathname.slice(1)) || "default";
  url.username = "";
  url.password = "";
  url.pathname = "";
  return { url, username, password, database };
}

/** Settings a query runs under: none for a user who may not change any, who is held by the server's own. */
async function allowedSettings(client: ClickHouseClient, seconds: number): Promise<ClickHouseSettings> {
  const settings: ClickHouseSettings = {
    readonly: "2",
    max_execution_time: seconds,
    timeout_overflow_mode: "throw",
    group_by_overflow_mode: "throw",
    skip_unavailable_shards: 0,
    count_distinct_implementation: "uniqExact",
  };
  try {
    await streamRows(client, settings, { sql: "select toFloat64(1)", holds: ["double"] }, () => undefined);
    return settings;
  } catch (cause) {
    if (codeOf(cause) !== mayNotChange) throw cause;
    return {};
  }
}

const mayNotChange = 164;

async function streamRows(
  client: ClickHouseClient,
  settings: ClickHouseSettings,
  { sql, holds }: Statement,
  take: (row: AnswerRow) => void,
): Promise<void> {
  const { stream } = await client.exec({
    query: `${sql} format RowBinary`,
    clickhouse_settings: { ...settings, wait_end_of_query: 1 },
  });
  const reader = readRowBinary(holds, take);
  for await (const piece of stream) reader.next(piece as Buffer);
  reader.end();
}

/** `database.table`, or a table of the database in the address. */
function splitName(name: string): readonly [database: string | null, table: string] {
  const point = name.indexOf(".");
  return point < 0 ? [null, name] : [name.slice(0, point), name.slice(point + 1)];
}

function cellType(type: string): { holds: CellType; scale: number } {
  const inner = type.replace(/^(?:LowCardinality\(|Nullable\()+/, "").replace(/\)+$/, "");
  if (/^Float(32|64)$/.test(inner)) return { holds: "float", scale: 0 };
  const decimal = /^Decimal(?:\d*)\((?:\d+, *)?(\d+)/.exec(inner);
  if (decimal !== null) return { holds: "exact", scale: Number(decimal[1]) };
  if (/^U?Int\d+$/.test(inner)) return { holds: "exact", scale: 0 };
  return { holds: inner === "String" ? "text" : "other", scale: 0 };
}

/** What went wrong, by ClickHouse's own number of it. */
function clickhouseFailure(cause: unknown, source: DatabaseTable, address: string): UserError {
  if (cause instanceof UserError) return cause;
  const said = cause instanceof Error ? cause.message : String(cause);
  return serverFailure(troubleOf(codeOf(cause), cause), source, said, secretsOf(address));
}

/** The number of an error; old releases tell it in their text only, current ones beside it. */
function codeOf(cause: unknown): number {
  if (!(cause instanceof Error)) return 0;
  const told = "code" in cause ? Number(cause.code) : Number.NaN;
  return Number.isNaN(told) ? Number(/Code: (\d+)/.exec(cause.message)?.[1] ?? 0) : told;
}

function troubleOf(code: number, cause: unknown): ServerTrouble {
  const found = codes.get(code);
  if (found !== undefined) return found;
  const network = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const said = cause instanceof Error ? cause.message : "";
  if (/^E[A-Z_]{3,}/.test(network) || /socket|timeout|aborted/i.test(said)) return "gone";
  return "other";
}

const codes: ReadonlyMap<number, ServerTrouble> = new Map([
  ...[192, 193, 194, 516].map((code) => [code, "login"] as const),
  ...[60, 81].map((code) => [code, "table"] as const),
  ...[497].map((code) => [code, "rights"] as const),
  ...[159, 160].map((code) => [code, "timeout"] as const),
  ...[173, 241, 243].map((code) => [code, "memory"] as const),
  ...[395, 407].map((code) => [code, "number"] as const),
  // A shard behind a Distributed table.
  ...[209, 210, 279].map((code) => [code, "gone"] as const),
]);
