import type { Client, Query, QueryConfig } from "pg";

import { UserError } from "../../errors.js";
import type { DatabaseTable } from "../../model/project.js";
import { postgresDialect, quoteIdentifier } from "./postgres-dialect.js";
import { secretsOf, serverFailure, type ServerTrouble } from "./server-failure.js";
import type { Access } from "./server-access.js";
import { serverEngine } from "./server-engine.js";
import type { AnswerRow, CellType, Statement, TableServer } from "./table-server.js";

const connectSeconds = 15;

/**
 * PostgreSQL's wire protocol: one server, or the shards of a table on several.
 *
 * All queries run in one read-only transaction per server, so that they see the same rows, and the server
 * gives up what takes too long.
 */
export const postgres = serverEngine("postgres", openServer);

async function openServer(address: string, source: DatabaseTable, { seconds }: Access): Promise<TableServer> {
  const { default: pg } = await import("pg");
  const failure = (cause: unknown): UserError => postgresFailure(cause, source, address);
  const client = new pg.Client({
    connectionString: address,
    application_name: "forthright",
    connectionTimeoutMillis: connectSeconds * 1_000,
    // Every value comes as the server's own text: a parser would round what it takes for a number.
    types: { getTypeParser: () => (value: unknown) => value },
  });
  // A connection that breaks between two queries is told by the next one.
  client.on("error", () => undefined);
  const close = (): Promise<void> => client.end().catch(() => undefined);
  const ask = (statement: Statement, take: (row: AnswerRow) => void): Promise<void> =>
    streamRows(client, new pg.Query({ text: statement.sql, rowMode: "array" } as QueryConfig), take).catch(
      (cause: unknown) => {
        throw failure(cause);
      },
    );
  try {
    await client.connect();
    const version = await prepare(client, seconds);
    const { schema, columns } = await describeTable(client, source);
    if (columns.size === 0) throw serverFailure("table", source, "", []);
    const [, table] = splitName(source.table);
    return {
      version,
      table: `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`,
      columns,
      dialect: postgresDialect(columns),
      ask,
      close,
    };
  } catch (cause) {
    await close();
    throw failure(cause);
  }
}

/** Begins the transaction that everything is read in; @returns the server's version */
async function prepare(client: Client, seconds: number): Promise<string> {
  const settings = [
    "begin transaction isolation level repeatable read read only",
    `set local statement_timeout = ${Math.ceil(seconds * 1_000)}`,
    "set local extra_float_digits = 1",
    "set local datestyle = 'ISO'",
    "set local timezone = 'UTC'",
  ];
  for (const setting of settings) await client.query(setting);
  const { rows } = await client.query<{ version: string }>("select version() as version");
  return (rows[0]?.version ?? "").split(" ").slice(0, 2).join(" ");
}

/** Schema and columns of the table that the plan names; no columns when there is none the user can see. */
async function describeTable(
  client: Client,
  source: DatabaseTable,
): Promise<{ schema: string; columns: ReadonlyMap<string, CellType> }> {
  const [schema, table] = splitName(source.table);
  const { rows } = await client.query<{ schema: string; name: string; type: string }>(
    `select n.nspname as schema, a.attname as name, coalesce(b.typname, t.typname) as type
       from pg_catalog.pg_attribute a
       join pg_catalog.pg_class c on c.oid = a.attrelid
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       join pg_catalog.pg_type t on t.oid = a.atttypid
       left join pg_catalog.pg_type b on b.oid = t.typbasetype
      where c.relname = $1 and c.relkind in ('r', 'p', 'v', 'm', 'f') and a.attnum > 0 and not a.attisdropped
        and case when $2::text is null then pg_catalog.pg_table_is_visible(c.oid) else n.nspname = $2::text end
      order by a.attnum`,
    [table, schema],
  );
  return {
    schema: rows[0]?.schema ?? "",
    columns: new Map(rows.map(({ name, type }) => [name, cellType(type)])),
  };
}

/** `schema.table`, or a table of the search path. */
function splitName(name: string): readonly [schema: string | null, table: string] {
  const point = name.indexOf(".");
  return point < 0 ? [null, name] : [name.slice(0, point), name.slice(point + 1)];
}

function cellType(type: string): CellType {
  if (/^float[48]$/.test(type)) return "float";
  if (/^(int[248]|numeric)$/.test(type)) return "exact";
  return /^(text|varchar|bpchar|name)$/.test(type) ? "text" : "other";
}

/** Hands over rows as they arrive: an answer of a million groups is never held twice. */
async function streamRows(client: Client, query: Query, take: (row: AnswerRow) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    query.on("row", (row: unknown) => {
      take(row as AnswerRow);
    });
    query.once("end", () => {
      resolve();
    });
    query.once("error", reject);
    client.query(query);
  });
}

/** What went wrong, by the state that the SQL standard and PostgreSQL give it. */
function postgresFailure(cause: unknown, source: DatabaseTable, address: string): UserError {
  if (cause instanceof UserError) return cause;
  const said = cause instanceof Error ? cause.message : String(cause);
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return serverFailure(troubleOf(code, said), source, said, secretsOf(address));
}

function troubleOf(code: string, said: string): ServerTrouble {
  if (/^(28|3D)/.test(code) || /password/i.test(said)) return "login";
  if (/^(08|57P)/.test(code) || /^E[A-Z]{3,}/.test(code) || /terminated|timeout expired/i.test(said))
    return "gone";
  if (code === "57014") return "timeout";
  if (code === "42P01" || code === "3F000") return "table";
  if (code === "42501") return "rights";
  if (/^53/.test(code)) return "memory";
  return code === "22003" ? "number" : "other";
}
