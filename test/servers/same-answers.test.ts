import { describe, expect, inject, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import { smallEvaluation, smallPlan } from "../hostile/make-project.js";
import { workspace } from "../hostile/workspace.js";
import { assessProject, countedFacts } from "../load/assess-project.js";
import { hostileEvaluation, hostileName, hostileSchema, hostileTable, threshold } from "./hostile-table.js";
import { csvText, fillClickhouse, fillPostgres, type SmallTable } from "./small-table.js";

const folder = workspace();
const postgres = inject("postgres");
const clickhouse = inject("clickhouse");

type Changes = Record<string, unknown>;

/** What is asked of the same rows: each with what only it has. */
const questions: Record<string, Changes> = {
  "slices and bands": {},
  "subjects, whose rows belong together": { subject: "key 1" },
  "money per row": { value: "select" },
  "a score that flags from below": { flag: "below" },
  "decisions without a score": {
    score: undefined,
    prediction: "tenure/months",
    slices: ["$1 :x {y:String} %s"],
    bands: undefined,
  },
};

async function assessed(
  data: unknown,
  changes: Changes,
  env: Record<string, string>,
  files: Changes = {},
): Promise<Assessment> {
  const plan = smallPlan({
    deployment: { threshold, base_rate: 0.1 },
    evaluations: [smallEvaluation({ ...hostileEvaluation(), data, ...changes })],
  });
  const { run, assessment } = await assessProject(
    folder,
    { plan, data: null, files: files as Record<string, string> },
    { env },
  );
  expect(run.stderr).not.toContain("error");
  if (assessment === null) throw new Error(run.stderr);
  return assessment;
}

/** Lays the table into all servers under a name of its own; @returns what each calls it, and its addresses. */
async function everywhere(table: SmallTable) {
  const places: { what: string; data: Changes; env: Record<string, string>; version: RegExp }[] = [];
  if (postgres !== null) {
    await fillPostgres([postgres.one], table);
    await fillPostgres(postgres.shards, table);
    const data = { engine: "postgres", table: `${table.schema}.${table.name}` };
    const version = /^PostgreSQL \d/;
    places.push(
      { what: "one PostgreSQL server", data, env: { FORTHRIGHT_POSTGRES_URL: postgres.one }, version },
      {
        what: "three PostgreSQL shards",
        data,
        env: { FORTHRIGHT_POSTGRES_URL: postgres.shards.join(",") },
        version,
      },
    );
  }
  if (clickhouse !== null) {
    await fillClickhouse(clickhouse.shards, table);
    const version = /^ClickHouse \d/;
    const data = (name: string): Changes => ({ engine: "clickhouse", table: `${table.schema}.${name}` });
    places.push(
      {
        what: "a ClickHouse Distributed table",
        data: data(`all_${table.name}`),
        env: { FORTHRIGHT_CLICKHOUSE_URL: clickhouse.one },
        version,
      },
      {
        what: "three ClickHouse shards",
        data: data(table.name),
        env: { FORTHRIGHT_CLICKHOUSE_URL: clickhouse.shards.join(", ") },
        version,
      },
    );
  }
  return places;
}

describe.skipIf(postgres === null || clickhouse === null)("the same rows", () => {
  const table = hostileTable(700, 1);
  const filled = everywhere(table);

  it.each(Object.entries(questions))("give the same answers from every server: %s", async (_, changes) => {
    const data = "data/rows.csv";
    const fromFile = await assessed(data, changes, {}, { [data]: csvText(table) });
    expect(fromFile.estimates.length).toBeGreaterThan(50);
    const digests: string[] = [];
    for (const { what, data: place, env, version } of await filled) {
      const fromServer = await assessed(place, changes, env);
      expect(`${what} ${countedFacts(fromServer)}`).toBe(`${what} ${countedFacts(fromFile)}`);
      const [source] = fromServer.sources;
      if (source === undefined || !("engine" in source)) throw new Error("There is no source");
      expect({ ...source, query: "", digest: "", version: "" }).toEqual({
        ...{ engine: place.engine, table: place.table, rows: table.rows.length },
        ...{ query: "", digest: "", version: "" },
      });
      expect(source.version).toMatch(version);
      expect(source.query).not.toMatch(/grouping sets|union|\bround\b.*s\\co/i);
      digests.push(source.digest);
    }
    expect(digests).toHaveLength(4);
    expect(new Set(digests).size).toBe(1);
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it("are told apart when one of them changes", async () => {
    const [first, ...others] = hostileTable(700, 1).rows;
    const changed = {
      ...table,
      name: `${hostileName} changed`,
      rows: [[...(first ?? []).slice(0, 2), 0.123, ...(first ?? []).slice(3)], ...others],
    };
    const places = await everywhere(changed);
    for (const [index, { data, env }] of places.entries()) {
      const before = (await filled)[index];
      const [one, two] = [await assessed(before?.data, {}, before?.env ?? {}), await assessed(data, {}, env)];
      expect(countedFacts(two)).not.toBe(countedFacts(one));
    }
    expect(places).toHaveLength(4);
  });

  it("name no address, user or password in what comes out", async () => {
    for (const { data, env } of await filled) {
      const text = JSON.stringify(await assessed(data, {}, env));
      const addresses = Object.values(env)
        .flatMap((list) => list.split(","))
        .map((address) => new URL(address.trim()));
      for (const { host, port, password } of addresses) {
        expect(text).not.toContain(host);
        expect(text).not.toContain(`:${port}`);
        expect(text).not.toContain(password);
        expect(text).not.toContain(decodeURIComponent(password));
      }
    }
  });
});

describe.skipIf(postgres === null || clickhouse === null)("more rows", () => {
  it("give the same answers", async () => {
    const table = { ...hostileTable(4_000, 7), schema: hostileSchema, name: "larger" };
    const data = "data/rows.csv";
    const changes = { subject: "key 1", value: "select" };
    const fromFile = await assessed(data, changes, {}, { [data]: csvText(table) });
    for (const { what, data: place, env } of await everywhere(table))
      expect(`${what} ${countedFacts(await assessed(place, changes, env))}`).toBe(
        `${what} ${countedFacts(fromFile)}`,
      );
  });
});
