import pg from "pg";

import { quoteIdentifier as quoteForClickhouse } from "../../src/measure/engines/clickhouse-quote.js";
import { quoteIdentifier as quoteForPostgres } from "../../src/measure/engines/postgres-dialect.js";
import { runClickhouse } from "./start-clickhouse.js";

/** A small table, to be laid into a file and into servers cell by cell. */
export interface SmallTable {
  /** Schema of PostgreSQL, database of ClickHouse. */
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly SmallColumn[];
  readonly rows: readonly (readonly SmallCell[])[];
}

export interface SmallColumn {
  readonly name: string;
  /** `money` has four decimals and is given as a text. */
  readonly type: "text" | "double" | "whole" | "money";
}

export type SmallCell = string | number | null;

/** The table as a CSV file. */
export function csvText({ columns, rows }: SmallTable): string {
  const cell = (value: SmallCell): string => {
    const text = value === null ? "" : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [columns.map(({ name }) => name), ...rows].map((row) => row.map(cell).join(","));
  return `${lines.join("\n")}\n`;
}

const postgresTypes = {
  text: "text",
  double: "double precision",
  whole: "integer",
  money: "numeric(18,4)",
} as const;

/** Lays rows into PostgreSQL servers, one after the other: row 0 to the first, row 1 to the second ... */
export async function fillPostgres(urls: readonly string[], table: SmallTable): Promise<void> {
  const { schema, name, columns, rows } = table;
  const full = `${quoteForPostgres(schema)}.${quoteForPostgres(name)}`;
  const typed = columns.map((column) => `${quoteForPostgres(column.name)} ${postgresTypes[column.type]}`);
  for (const [shard, url] of urls.entries()) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(`create schema if not exists ${quoteForPostgres(schema)}`);
      await client.query(`create table ${full} (${typed.join(", ")})`);
      const places = columns.map((_, index) => `$${index + 1}`).join(", ");
      await client.query("begin");
      for (const row of rows.filter((_, index) => index % urls.length === shard))
        await client.query(`insert into ${full} values (${places})`, [...row]);
      await client.query("commit");
    } finally {
      await client.end();
    }
  }
}

const clickhouseTypes = {
  text: "Nullable(String)",
  double: "Nullable(Float64)",
  whole: "Nullable(Int32)",
  money: "Nullable(Decimal(18, 4))",
} as const;

/**
 * Lays rows into ClickHouse servers, and a Distributed table over them beside it under the name `all_<name>`.
 *
 * Bytes, not texts: release 18.16 reads some decimal texts one bit off.
 */
export async function fillClickhouse(urls: readonly string[], table: SmallTable): Promise<void> {
  const { schema, name, columns, rows } = table;
  const quote = quoteForClickhouse;
  const full = `${quote(schema)}.${quote(name)}`;
  const typed = columns.map((column) => `${quote(column.name)} ${clickhouseTypes[column.type]}`).join(", ");
  for (const [shard, url] of urls.entries()) {
    await runClickhouse(
      url,
      `create database if not exists ${quote(schema)}`,
      `create table ${full} (${typed}) engine = Memory`,
      `create table ${quote(schema)}.${quote(`all_${name}`)} (${typed}) engine = Distributed(evidence, ${quote(schema)}, ${quote(name)})`,
    );
    const own = rows.filter((_, index) => index % urls.length === shard);
    if (own.length === 0) continue;
    const bytes = Buffer.concat(
      own.flatMap((row) => row.map((cell, index) => cellBytes(cell, columns[index]))),
    );
    await runClickhouse(url, { sql: `insert into ${full} format RowBinary`, bytes });
  }
}

function cellBytes(cell: SmallCell, column: SmallColumn | undefined): Buffer {
  if (cell === null) return Buffer.from([1]);
  const present = Buffer.from([0]);
  switch (column?.type) {
    case "double": {
      const bytes = Buffer.alloc(8);
      bytes.writeDoubleLE(Number(cell));
      return Buffer.concat([present, bytes]);
    }
    case "whole": {
      const bytes = Buffer.alloc(4);
      bytes.writeInt32LE(Number(cell));
      return Buffer.concat([present, bytes]);
    }
    case "money": {
      const [whole = "0", part = ""] = String(cell).replace("-", "").split(".");
      const scaled = BigInt(whole + part.padEnd(4, "0"));
      const bytes = Buffer.alloc(8);
      bytes.writeBigInt64LE(String(cell).startsWith("-") ? -scaled : scaled);
      return Buffer.concat([present, bytes]);
    }
    default: {
      const text = Buffer.from(String(cell), "utf8");
      const length: number[] = [];
      let left = text.length;
      for (; left > 127; left >>= 7) length.push((left & 127) | 128);
      return Buffer.concat([present, Buffer.from([...length, left]), text]);
    }
  }
}
