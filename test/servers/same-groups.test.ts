import { describe, expect, inject, it } from "vitest";

import { copyEvidence } from "../../src/load/copy-evidence.js";
import { clickhouse as clickhouseEngine } from "../../src/measure/engines/clickhouse.js";
import { duckdb } from "../../src/measure/engines/duckdb.js";
import { postgres as postgresEngine } from "../../src/measure/engines/postgres.js";
import type { ColumnUse, CountAnswer, CountQuery, GroupQuery } from "../../src/measure/query/count-query.js";
import { workspace } from "../hostile/workspace.js";
import { makeProject } from "../hostile/make-project.js";
import { columnNames, hostileTable, threshold } from "./hostile-table.js";
import { csvText, fillClickhouse, fillPostgres } from "./small-table.js";

const folder = workspace();
const postgres = inject("postgres");
const clickhouse = inject("clickhouse");
const { id, label, score, group, tenure, value, subject, site } = columnNames;

const columns: readonly ColumnUse[] = [
  ...[id, label, group, subject, site].map((name): ColumnUse => ({ name, as: "text", range: null })),
  { name: score, as: "number", range: [0, 1] },
  { name: tenure, as: "number", range: null },
  { name: site, as: "number", range: [1, 12] },
  { name: value, as: "decimal", range: null },
];
const [x, t, m] = [{ column: score }, { column: tenure }, { decimal: value }] as const;

/** Every kind of key and of expression that a query can hold. */
const groups: Record<string, GroupQuery> = {
  "texts, blank or not": {
    keys: { group: { key: "text", column: group }, blank: { key: "blank", column: group } },
  },
  "numbers as they are": {
    keys: { score: { key: "number", column: score }, site: { key: "text", column: site } },
  },
  "how cells read": {
    keys: { score: { key: "status", column: score }, tenure: { key: "status", column: tenure } },
  },
  "fine bins": {
    keys: {
      bin: { key: "bin", column: score, low: 0, high: 1, bins: 2 ** 20 },
      label: { key: "text", column: label },
    },
  },
  "bins of another range": { keys: { bin: { key: "bin", column: tenure, low: -3, high: 71.7, bins: 97 } } },
  bands: { keys: { band: { key: "band", column: tenure, cuts: [0, 12, 24, 36.5] } } },
  decisions: {
    keys: {
      above: { key: "flagged", column: score, threshold, flag: "at-or-above" },
      below: { key: "flagged", column: score, threshold: 0.30000000000000004, flag: "below" },
    },
  },
  "the highest of several": { keys: { highest: { key: "highest", columns: [score, tenure, site] } } },
  "sums of money": {
    keys: { label: { key: "text", column: label } },
    sums: { m: { of: m, bits: 0 }, squares: { of: { times: [m, m] }, bits: 0 } },
  },
  "sums of doubles": {
    keys: { label: { key: "text", column: label } },
    sums: {
      x: { of: x, bits: 30 },
      brier: { of: { times: [{ minus: [x, { constant: 1 }] }, { minus: [x, { constant: 1 }] }] }, bits: 30 },
      error: { of: { abs: { minus: [t, { column: site }] } }, bits: 20 },
      share: {
        of: { divide: [{ minus: [t, x] }, { minus: [{ column: site }, { constant: 3 }] }] },
        bits: 20,
      },
      near: {
        of: { atMost: [{ abs: { minus: [t, { column: site }] } }, { times: [{ constant: 0.1 }, t] }] },
        bits: 0,
      },
    },
  },
  extremes: {
    keys: { group: { key: "text", column: group } },
    lowest: { score: x, difference: { minus: [x, t] } },
    extremes: { tenure: t, product: { times: [x, t] } },
  },
  "distinct cells": { keys: {}, distinct: { ids: id, subjects: subject } },
  "no keys": { keys: {}, sums: { x: { of: x, bits: 30 } }, extremes: { x } },
};

/** Everything of an answer that another engine must give too; kinds of zero and of NaN are one. */
function plain({ rows, groups: answers }: CountAnswer): unknown {
  return { rows, groups: answers };
}

describe.skipIf(postgres === null || clickhouse === null)("groups of the same rows", () => {
  const table = { ...hostileTable(900, 11), name: "groups" };
  const ask = async (query: Pick<CountQuery, "columns" | "groups">) => {
    const root = await makeProject(folder.fresh("project"), { data: csvText(table) });
    const file = await copyEvidence(root, "data/rows.csv", ",", root);
    const source = (engine: "postgres" | "clickhouse", name: string) => ({
      engine,
      table: `${table.schema}.${name}`,
    });
    const on = (addresses: readonly string[]) => ({ addresses, seconds: 60 });
    const [pg, ch] = [source("postgres", table.name), source("clickhouse", table.name)];
    return {
      DuckDB: await duckdb.count({ ...query, source: file }, null),
      "one PostgreSQL server": await postgresEngine.count(
        { ...query, source: pg },
        on([postgres?.one ?? ""]),
      ),
      "three PostgreSQL shards": await postgresEngine.count(
        { ...query, source: pg },
        on(postgres?.shards ?? []),
      ),
      "a ClickHouse Distributed table": await clickhouseEngine.count(
        { ...query, source: source("clickhouse", `all_${table.name}`) },
        on([clickhouse?.one ?? ""]),
      ),
      "three ClickHouse shards": await clickhouseEngine.count(
        { ...query, source: ch },
        on(clickhouse?.shards ?? []),
      ),
    };
  };
  const filled = (async () => {
    if (postgres === null || clickhouse === null) return;
    await fillPostgres([postgres.one], table);
    await fillPostgres(postgres.shards, table);
    await fillClickhouse(clickhouse.shards, table);
  })();

  it.each(Object.entries(groups))("are counted alike by every engine: %s", async (_, one) => {
    await filled;
    const { DuckDB, ...others } = await ask({ columns, groups: [one] });
    expect(DuckDB.rows).toBe(table.rows.length);
    for (const [name, answer] of Object.entries(others))
      expect([name, plain(answer)]).toEqual([name, plain(DuckDB)]);
  });

  it("are counted alike when asked for together, and when nothing is asked", async () => {
    await filled;
    for (const all of [Object.values(groups), []]) {
      const { DuckDB, ...others } = await ask({ columns, groups: all });
      for (const [name, answer] of Object.entries(others))
        expect([name, plain(answer)]).toEqual([name, plain(DuckDB)]);
    }
  });
});
