import { describe, expect, inject, it } from "vitest";

import { quoteIdentifier, quoteLiteral } from "../../src/measure/engines/clickhouse-quote.js";
import { exitCodes } from "../../src/errors.js";
import { hostileStrings } from "../hostile/hostile-strings.js";
import { smallEvaluation, smallPlan } from "../hostile/make-project.js";
import type { RunOptions } from "../hostile/run-program.js";
import { workspace } from "../hostile/workspace.js";
import { assessProject } from "../load/assess-project.js";
import { findClickhouse } from "./find-programs.js";
import { freePort } from "./server-process.js";
import { fillClickhouse, fillPostgres, type SmallTable } from "./small-table.js";
import { runClickhouse, startClickhouse } from "./start-clickhouse.js";
import { runPostgres } from "./start-postgres.js";

const folder = workspace();
const postgres = inject("postgres");
const clickhouse = inject("clickhouse");

const small: SmallTable = {
  schema: "trouble",
  name: "rows",
  columns: [
    { name: "y", type: "text" },
    { name: "p", type: "double" },
    { name: "group", type: "text" },
    { name: "amount", type: "money" },
  ],
  rows: Array.from({ length: 60 }, (_, index) => [
    index % 3 === 0 ? "1" : "0",
    ((index * 37) % 100) / 100,
    index % 2 === 0 ? "a" : "b",
    "1.5",
  ]),
};

interface Refusal {
  readonly what: string;
  readonly code: string;
  readonly exit: keyof typeof exitCodes;
  readonly changes?: Record<string, unknown>;
  readonly table?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

async function assess(
  engine: "postgres" | "clickhouse",
  { changes = {}, table = "trouble.rows", env = {} }: Pick<Refusal, "changes" | "table" | "env">,
  options: Partial<RunOptions> = {},
) {
  const evaluation = smallEvaluation({ data: { engine, table }, label: "y", score: "p", ...changes });
  const addresses = {
    FORTHRIGHT_POSTGRES_URL: postgres?.one,
    FORTHRIGHT_CLICKHOUSE_URL: clickhouse?.one,
  };
  const plan = smallPlan({ evaluations: [evaluation] });
  return assessProject(folder, { plan, data: null }, { ...options, env: { ...addresses, ...env } });
}

/** No word of a password, as written or as meant, whatever is said. */
function expectNoSecret(said: string): void {
  for (const address of [postgres?.one, clickhouse?.one]) {
    if (address === undefined) continue;
    const { password } = new URL(address);
    expect(said).not.toContain(password);
    expect(said).not.toContain(decodeURIComponent(password));
  }
  expect(said).not.toContain("hunter2");
}

const shared: readonly Refusal[] = [
  { what: "no row", code: "E-NO-ROWS", exit: "input", table: "trouble.empty" },
  { what: "a column that is not there", code: "E-COLUMN", exit: "input", changes: { score: "pp" } },
  {
    what: "a text column as a score",
    code: "E-COLUMN-TYPE",
    exit: "input",
    changes: { score: "group", slices: [] },
  },
  { what: "a text column as money", code: "E-COLUMN-TYPE", exit: "input", changes: { value: "group" } },
  { what: "scores outside their range", code: "E-SCORE-RANGE", exit: "input", changes: { score: "amount" } },
  {
    what: "a label of many values",
    code: "E-LABEL",
    exit: "input",
    changes: { label: "p", positive: 0.5, score: "p", slices: [] },
  },
  { what: "a table that is not there", code: "E-TABLE", exit: "input", table: "trouble.row" },
  { what: "a schema that is not there", code: "E-TABLE", exit: "input", table: "nowhere.rows" },
  {
    what: "a table named like a statement",
    code: "E-TABLE",
    exit: "input",
    table: `rows"; drop table trouble.rows; --'`,
  },
  {
    what: "a query that takes too long",
    code: "E-SERVER-TIME",
    exit: "limit",
    table: "trouble.slow",
    env: { FORTHRIGHT_QUERY_SECONDS: "1" },
  },
];

describe.skipIf(postgres === null)("PostgreSQL", () => {
  const url = postgres?.one ?? "postgres://nowhere/evidence"; // Cases are made even where all are skipped.
  const ready = (async () => {
    if (postgres === null) return;
    await fillPostgres([url], small);
    await fillPostgres([url], { ...small, name: "empty", rows: [] });
    await runPostgres(
      url,
      `create view trouble.slow as select y, (select 0.5 from pg_sleep(20)) + 0 * length(y) as p, "group" from trouble.rows`,
      "create table trouble.written (at timestamp)",
      "create function trouble.writes() returns double precision language sql volatile as 'insert into trouble.written values (now()); select 0.5::double precision'",
      `create view trouble.writing as select y, trouble.writes() as p, "group" from trouble.rows`,
      `create view trouble.huge as select y, 1e300::double precision as p, 1e300 as amount, "group" from trouble.rows`,
      "create role reader login password 'hunter2'",
      "grant usage on schema trouble to reader",
      "grant select on trouble.rows to reader",
    );
  })();
  const as = (user: string, password: string): string => {
    const address = new URL(url);
    address.username = user;
    address.password = password;
    return address.href;
  };
  const cases: readonly Refusal[] = [
    ...shared,
    {
      what: "a password that is wrong",
      code: "E-SERVER-LOGIN",
      exit: "environment",
      env: { FORTHRIGHT_POSTGRES_URL: as("owner", "hunter2") },
    },
    {
      what: "a user who is not known",
      code: "E-SERVER-LOGIN",
      exit: "environment",
      env: { FORTHRIGHT_POSTGRES_URL: as("nobody", "hunter2") },
    },
    {
      what: "a database that is not there",
      code: "E-SERVER-LOGIN",
      exit: "environment",
      env: { FORTHRIGHT_POSTGRES_URL: url.replace(/evidence$/, "evidenze") },
    },
    {
      what: "no address",
      code: "E-SERVER-ADDRESS",
      exit: "environment",
      env: { FORTHRIGHT_POSTGRES_URL: undefined },
    },
    {
      what: "a table the user may not read",
      code: "E-SERVER-RIGHTS",
      exit: "environment",
      table: "trouble.empty",
      env: { FORTHRIGHT_POSTGRES_URL: as("reader", "hunter2") },
    },
    {
      what: "one shard of three without the table",
      code: "E-TABLE",
      exit: "input",
      env: { FORTHRIGHT_POSTGRES_URL: [url, ...(postgres?.shards ?? [])].join(",") },
    },
    {
      what: "money beyond counting",
      code: "E-NUMBER-SIZE",
      exit: "input",
      table: "trouble.huge",
      changes: { score: undefined, prediction: "y", value: "amount" },
    },
  ];

  it.each(cases)("tells of $what", async (refusal) => {
    await ready;
    const { run } = await assess("postgres", refusal);
    expect(run.stderr).toContain(`error ${refusal.code} `);
    expect(run.code).toBe(exitCodes[refusal.exit]);
    expect(run.stdout).toBe("");
    expectNoSecret(run.stderr);
  });

  it("that is gone is told", async () => {
    const address = new URL(url);
    address.port = String(await freePort());
    const { run } = await assess("postgres", { env: { FORTHRIGHT_POSTGRES_URL: address.href } });
    expect([run.stderr.includes("error E-SERVER-GONE postgres:trouble.rows"), run.code]).toEqual([true, 4]);
    expectNoSecret(run.stderr);
  });

  it("that ends the connection half-way is told", async () => {
    await ready;
    const { run } = await assess(
      "postgres",
      { table: "trouble.slow" },
      {
        whileRunning: async () => {
          const end =
            "select pg_terminate_backend(pid) as done from pg_stat_activity where application_name = 'forthright' and query like '%slow%'";
          for (let trial = 0; trial < 100; trial += 1) {
            if ((await runPostgres(url, end)).flat().length > 0) return;
            await new Promise((resolve) => setTimeout(resolve, 200));
          }
        },
      },
    );
    expect([run.stderr.includes("error E-SERVER-GONE"), run.code]).toEqual([true, 4]);
  });

  it("is never written to, not even by a view", async () => {
    await ready;
    const { run } = await assess("postgres", { table: "trouble.writing" });
    expect(run.stderr).toContain("read-only transaction");
    expect(run.code).toBe(exitCodes.environment);
    expect(await runPostgres(url, "select * from trouble.written")).toEqual([[]]);
  });

  it("is read by a user who may do nothing else, and whose name needs no schema", async () => {
    await ready;
    const reader = as("reader", "hunter2");
    const whole = await assess("postgres", { env: { FORTHRIGHT_POSTGRES_URL: reader } });
    expect([whole.run.stderr, whole.assessment?.sources[0]?.rows]).toEqual([
      expect.not.stringContaining("error"),
      60,
    ]);
    expectNoSecret(JSON.stringify(whole.assessment));
    const short = `${reader}?options=-c%20search_path%3Dtrouble`;
    const { assessment } = await assess("postgres", {
      table: "rows",
      env: { FORTHRIGHT_POSTGRES_URL: short },
    });
    expect(assessment?.sources[0]).toMatchObject({ table: "rows", rows: 60 });
  });
});

describe.skipIf(clickhouse === null)("ClickHouse", () => {
  const url = clickhouse?.one ?? "http://nowhere/default";
  const ready = (async () => {
    if (clickhouse === null) return;
    await fillClickhouse([url], small);
    await fillClickhouse([url], { ...small, name: "empty", rows: [] });
    await runClickhouse(
      url,
      `create view trouble.slow as select toString(number % 2) as y, number / 1e12 as p, 'a' as "group" from system.numbers limit 1000000000000`,
    );
  })();
  const as = (user: string, password: string): string => {
    const address = new URL(url);
    address.username = user;
    address.password = password;
    return address.href;
  };
  const cases: readonly Refusal[] = [
    ...shared,
    {
      what: "a password that is wrong",
      code: "E-SERVER-LOGIN",
      exit: "environment",
      env: { FORTHRIGHT_CLICKHOUSE_URL: as("owner", "hunter2") },
    },
    {
      what: "a user who is not known",
      code: "E-SERVER-LOGIN",
      exit: "environment",
      env: { FORTHRIGHT_CLICKHOUSE_URL: as("nobody", "hunter2") },
    },
    {
      what: "no address",
      code: "E-SERVER-ADDRESS",
      exit: "environment",
      env: { FORTHRIGHT_CLICKHOUSE_URL: undefined },
    },
    {
      what: "one shard of three without the table",
      code: "E-TABLE",
      exit: "input",
      env: { FORTHRIGHT_CLICKHOUSE_URL: clickhouse?.shards.join(",") },
    },
  ];

  it.each(cases)("tells of $what", async (refusal) => {
    await ready;
    const { run } = await assess("clickhouse", refusal);
    expect(run.stderr).toContain(`error ${refusal.code} `);
    expect(run.code).toBe(exitCodes[refusal.exit]);
    expect(run.stdout).toBe("");
    expectNoSecret(run.stderr);
  });

  it("that is gone is told", async () => {
    const address = new URL(url);
    address.port = String(await freePort());
    const { run } = await assess("clickhouse", { env: { FORTHRIGHT_CLICKHOUSE_URL: address.href } });
    expect([run.stderr.includes("error E-SERVER-GONE clickhouse:trouble.rows"), run.code]).toEqual([true, 4]);
    expectNoSecret(run.stderr);
  });

  it("whose shard is gone gives no smaller table", async () => {
    const programs = findClickhouse();
    if (programs === null) throw new Error("ClickHouse was there before");
    const cluster = await startClickhouse(programs, 2);
    try {
      const [first, second] = cluster.servers;
      await fillClickhouse(
        cluster.servers.map((server) => server.url),
        small,
      );
      const env = { FORTHRIGHT_CLICKHOUSE_URL: first?.url };
      const before = await assess("clickhouse", { table: "trouble.all_rows", env });
      expect(before.assessment?.sources[0]?.rows).toBe(60);
      await second?.stop();
      const { run } = await assess("clickhouse", { table: "trouble.all_rows", env });
      expect([run.stderr.includes("error E-SERVER-GONE"), run.code]).toEqual([true, 4]);
    } finally {
      await cluster.stop();
    }
  });

  it("is read by a user who may not even change a setting", async () => {
    await ready;
    const env = { FORTHRIGHT_CLICKHOUSE_URL: as("strict", new URL(url).password) };
    const { run, assessment } = await assess("clickhouse", { env });
    expect([run.code, assessment?.sources[0]?.rows]).toEqual([0, 60]);
  });

  it("reads a literal and a name as they were meant, whatever is in them", async () => {
    const texts = [
      ...hostileStrings.map(({ text }) => text),
      "'",
      "\\",
      "\\'",
      "''",
      '"',
      "`",
      "\n\t\r",
      "\\x27",
      "--",
      "/*",
      "{x:String}",
      "é",
    ];
    for (const text of texts) {
      const [answer = ""] = await runClickhouse(
        url,
        `select hex(${quoteLiteral(text)}), ${quoteIdentifier(text)} = 1 from (select 1 as ${quoteIdentifier(text)}) format TSV`,
      );
      expect([text, answer]).toEqual([text, `${Buffer.from(text).toString("hex").toUpperCase()}\t1\n`]);
    }
    expect(texts.length).toBeGreaterThan(30);
  });
});
