import { describe, expect, it } from "vitest";

import { quoteIdentifier, quoteLiteral } from "../../../src/measure/engines/clickhouse-quote.js";
import { quoteIdentifier as quotePostgres } from "../../../src/measure/engines/postgres-dialect.js";
import { readRowBinary } from "../../../src/measure/engines/read-row-binary.js";
import { serverAccess } from "../../../src/measure/engines/server-access.js";
import { secretsOf, serverFailure } from "../../../src/measure/engines/server-failure.js";
import type { AnswerRow } from "../../../src/measure/engines/table-server.js";
import { joinSums, limbNames, splitWhole } from "../../../src/measure/engines/whole-sums.js";
import { UserError } from "../../../src/errors.js";
import { hostileStrings } from "../../hostile/hostile-strings.js";
import { seeded } from "../seeded.js";

const table = { engine: "postgres", table: "evals.predictions" } as const;

describe("a literal for an old server", () => {
  it("has no letter in it that could end it or begin an escape of another's", () => {
    const texts = [
      ...hostileStrings.map(({ text }) => text),
      "'",
      "\\",
      "\\'",
      '"',
      "`",
      "\0",
      "\n",
      "\\x27",
      "é",
      "'; --",
    ];
    for (const text of texts) {
      expect(quoteLiteral(text)).toMatch(/^'(?:[A-Za-z0-9 ._-]|\\x[0-9A-F]{2})*'$/);
      expect(quoteIdentifier(text)).toMatch(/^"(?:[A-Za-z0-9 ._-]|\\x[0-9A-F]{2})*"$/);
    }
  });

  it("is read back as the text it was made of", () => {
    for (const { text } of hostileStrings) {
      const bytes = quoteLiteral(text)
        .slice(1, -1)
        .replace(
          /\\x([0-9A-F]{2})|./g,
          (letter, code?: string) => code ?? Buffer.from(letter).toString("hex"),
        );
      expect(Buffer.from(bytes, "hex").toString("utf8")).toBe(text);
    }
  });

  it("doubles the quotes of a name for PostgreSQL", () => {
    expect(quotePostgres('a"b\\c')).toBe('"a""b\\c"');
  });
});

describe("an answer in bytes", () => {
  const rows: AnswerRow[] = [
    [0.1, "é 👩‍🚀", "170141183460469231731687303715884105727"],
    [-0, null, 0],
    [Number.NaN, "", "-9007199254740993"],
    [5e-324, "x".repeat(20_000), 9_007_199_254_740_991],
  ];
  const holds = ["double", "text", "whole"] as const;
  const bytes = Buffer.concat(
    rows.flatMap((row) => [doubleBytes(row[0]), textBytes(row[1]), wholeBytes(row[2])]),
  );

  it.each([1, 2, 3, 7, 16, 1_000, 100_000])("is the same in pieces of %d bytes", (size) => {
    const read: AnswerRow[] = [];
    const reader = readRowBinary(holds, (row) => read.push(row));
    for (let start = 0; start < Math.min(bytes.length, 200 * size); start += size)
      reader.next(bytes.subarray(start, start + size));
    if (200 * size >= bytes.length) {
      reader.end();
      expect(read).toEqual(rows);
    } else expect(read).toEqual(rows.slice(0, read.length));
    expect(read.length).toBeGreaterThan(0);
  });

  it("that is cut off is no answer", () => {
    for (const short of [1, 8, 9, bytes.length - 1]) {
      const reader = readRowBinary(holds, () => undefined);
      reader.next(bytes.subarray(0, short));
      expect(() => reader.end()).toThrow("within a row");
    }
  });
});

describe("whole sums beyond 2^53", () => {
  it("add up over shards as if they were one", () => {
    const random = seeded(3);
    for (let trial = 0; trial < 300; trial += 1) {
      const parts = Array.from({ length: random.whole(1, 40) }, () => {
        const digits = Array.from({ length: random.whole(1, 36) }, () => random.whole(0, 9)).join("");
        return BigInt(random.chance(0.3) ? `-${digits}` : digits);
      });
      const limbs = parts.map((part) => splitWhole(String(part)));
      const sums = Object.fromEntries(
        limbNames("v").map((name, at) => [
          name,
          Float64Array.of(limbs.reduce((sum, limb) => sum + (limb[at] ?? 0), 0)),
        ]),
      );
      const joined = joinSums(
        { keys: {}, n: Float64Array.of(1), sums, lowest: {}, extremes: {}, distinct: {} },
        ["v"],
      );
      expect(joined.sums.v?.[0]).toBe(Number(parts.reduce((sum, part) => sum + part, 0n)));
    }
  });
});

describe("the address of a server", () => {
  it("comes from the environment, one per shard", () => {
    const env = { FORTHRIGHT_POSTGRES_URL: "postgres://u:p%2Cq@a:1/d, postgresql://b/d" };
    expect(serverAccess(table, env)).toEqual({
      addresses: ["postgres://u:p%2Cq@a:1/d", "postgresql://b/d"],
      seconds: 300,
    });
    expect(serverAccess(table, { ...env, FORTHRIGHT_QUERY_SECONDS: "2.5" }).seconds).toBe(2.5);
  });

  it.each([
    {},
    { FORTHRIGHT_POSTGRES_URL: " , " },
    { FORTHRIGHT_POSTGRES_URL: "mysql://user:hunter2@host/d" },
    { FORTHRIGHT_POSTGRES_URL: "hunter2" },
    { FORTHRIGHT_POSTGRES_URL: "postgres://user:hunter2%@host/d" },
    { FORTHRIGHT_POSTGRES_URL: "postgres://user:hunter2@host/d", FORTHRIGHT_QUERY_SECONDS: "soon" },
    { FORTHRIGHT_POSTGRES_URL: "postgres://user:hunter2@host/d", FORTHRIGHT_QUERY_SECONDS: "-1" },
    { FORTHRIGHT_CLICKHOUSE_URL: "http://user:hunter2@host/d" },
  ])("that is missing or wrong is told without it: %o", (env) => {
    const refused = errorOf(() => serverAccess(table, env));
    expect([refused.failure, refused.messages[0]?.code]).toEqual(["environment", "E-SERVER-ADDRESS"]);
    expect(JSON.stringify(refused.messages)).not.toContain("hunter2");
  });

  it("leaves no secret in what a server says", () => {
    const address = "postgres://user:h%40nter%2F2@host:5432/d";
    const said = `cannot reach ${address}: password h@nter/2 (h%40nter%2F2)`;
    const { messages } = serverFailure("other", table, said, secretsOf(address));
    expect(messages[0]?.text).toBe(
      "The PostgreSQL server refused a query: cannot reach ***: password *** (***)",
    );
  });
});

function errorOf(task: () => unknown): UserError {
  try {
    task();
  } catch (cause) {
    if (cause instanceof UserError) return cause;
  }
  throw new Error("No UserError was thrown");
}

function doubleBytes(cell: AnswerRow[number] | undefined): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(Number(cell));
  return bytes;
}

function wholeBytes(cell: AnswerRow[number] | undefined): Buffer {
  const whole = BigInt(cell ?? 0);
  const bytes = Buffer.alloc(16);
  bytes.writeBigUInt64LE(BigInt.asUintN(64, whole));
  bytes.writeBigInt64LE(whole >> 64n, 8);
  return bytes;
}

function textBytes(cell: AnswerRow[number] | undefined): Buffer {
  if (cell == null) return Buffer.from([1]);
  const text = Buffer.from(String(cell));
  const length: number[] = [];
  let left = text.length;
  for (; left > 127; left >>= 7) length.push((left & 127) | 128);
  return Buffer.concat([Buffer.from([0, ...length, left]), text]);
}
