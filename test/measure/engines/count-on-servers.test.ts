import { describe, expect, it } from "vitest";

import { UserError } from "../../../src/errors.js";
import { countOnServers } from "../../../src/measure/engines/count-on-servers.js";
import { postgresDialect } from "../../../src/measure/engines/postgres-dialect.js";
import type { AnswerRow, CellType, TableServer } from "../../../src/measure/engines/table-server.js";
import type { CountQuery } from "../../../src/measure/query/count-query.js";

const columns = new Map<string, CellType>([
  ["y", "text"],
  ["p", "float"],
]);

/** A server that answers what it was told to, one statement after the other. */
function serverSaying(
  ...answers: readonly (readonly AnswerRow[])[]
): TableServer & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    version: "Test 1",
    table: '"t"',
    columns,
    dialect: postgresDialect(columns),
    asked,
    ask: ({ sql }, take) => {
      for (const row of answers[asked.length] ?? []) take(row);
      asked.push(sql);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
}

const query: CountQuery = {
  source: { engine: "postgres", table: "t" },
  columns: [
    { name: "y", as: "text", range: null },
    { name: "p", as: "number", range: [0, 1] },
  ],
  groups: [{ keys: { y: { key: "text", column: "y" } } }, { keys: { p: { key: "number", column: "p" } } }],
};

async function refusal(servers: readonly TableServer[], asked: CountQuery = query): Promise<UserError> {
  try {
    await countOnServers(asked, servers);
  } catch (cause) {
    if (cause instanceof UserError) return cause;
    throw cause;
  }
  throw new Error("No UserError was thrown");
}

describe("counting on servers", () => {
  it("adds shards, and asks how numbers read in passing", async () => {
    const one = serverSaying(
      [
        ["3", "1", "0"],
        ["1", " 1 ", "1"],
      ],
      [
        ["3", "0.5"],
        ["1", null],
      ],
    );
    const two = serverSaying([["2", "0", "0"]], [["2", "0.5"]]);
    const { rows, groups, asked } = await countOnServers(query, [one, two]);
    expect(rows).toBe(6);
    expect(groups[0]).toMatchObject({
      keys: { y: { codes: Int32Array.of(0, 1), values: ["0", "1"] } },
      n: Float64Array.of(2, 4),
    });
    expect(groups[1]).toMatchObject({
      keys: { p: { numbers: Float64Array.of(0.5, Number.NaN) } },
      n: Float64Array.of(5, 1),
    });
    expect(one.asked).toHaveLength(2);
    expect(asked?.queries).toEqual(one.asked);
    expect(two.asked).toEqual(one.asked);
  });

  it("notices a table that changes between two answers", async () => {
    const { failure, messages } = await refusal([serverSaying([["3", "1", "0"]], [["4", "0.5"]])]);
    expect([failure, messages[0]?.code]).toEqual(["input", "E-CHANGED"]);
    expect(messages[0]?.text).toContain("4 rows after 3");
  });

  it("refuses scores outside their range, with how many there are", async () => {
    const { failure, messages } = await refusal([
      serverSaying([
        ["3", "1", "0"],
        ["2", "1", "4"],
      ]),
    ]);
    expect([failure, messages[0]?.code]).toEqual(["input", "E-SCORE-RANGE"]);
    expect(messages[0]?.text).toBe('Unexpected numbers in 2 rows of column "p", expected 0 to 1.');
  });

  it("asks nothing of a table that lacks a column, or has texts where numbers are needed", async () => {
    const server = serverSaying();
    const number = (name: string): CountQuery => ({
      ...query,
      columns: [{ name, as: "number", range: null }],
      groups: [],
    });
    expect((await refusal([server], number("pp"))).messages[0]).toMatchObject({ code: "E-COLUMN" });
    expect((await refusal([server], number("y"))).messages[0]).toMatchObject({ code: "E-COLUMN-TYPE" });
    expect(server.asked).toEqual([]);
  });

  it("brings the values home where shards may share them", async () => {
    const distinct: CountQuery = {
      ...query,
      columns: query.columns.slice(0, 1),
      groups: [{ keys: {}, distinct: { ids: "y" } }],
    };
    const one = serverSaying(
      [["2"]],
      [["2"]],
      [
        ["1", "a"],
        ["1", "b"],
      ],
    );
    const two = serverSaying(
      [["2"]],
      [["2"]],
      [
        ["1", "b"],
        ["1", null],
      ],
    );
    const { groups } = await countOnServers(distinct, [one, two]);
    expect(groups[0]?.distinct).toEqual({ ids: 2 });
    const alone = serverSaying([["2"]], [["2", "2"]]);
    expect((await countOnServers(distinct, [alone])).groups[0]?.distinct).toEqual({ ids: 2 });
    expect(alone.asked[1]).toContain("count(distinct nullif(btrim(");
  });
});
