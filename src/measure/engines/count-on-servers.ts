import { createHash } from "node:crypto";

import { UserError, type Message } from "../../errors.js";
import { suggestName } from "../../model/nearest-name.js";
import { placeOf } from "../place-of.js";
import { printable } from "../printable.js";
import { mergeGroups } from "../query/merge-groups.js";
import type { ColumnUse, CountAnswer, CountQuery, GroupAnswer, GroupQuery } from "../query/count-query.js";
import { collectAnswer } from "./collect-answer.js";
import { answerColumns, cellsOf, type AnswerColumn } from "./sql.js";
import { holdsNumbers, type AnswerType, type TableServer } from "./table-server.js";
import { joinSums } from "./whole-sums.js";

/** Beyond these an answer is no summary of a table any more. */
const mostGroups = 20_000_000;

/**
 * Counts the groups of a query where the rows are: one plain GROUP BY per group, on every shard at the same
 * time, added here. Never GROUPING SETS (PostgreSQL sorts the table for each), never a subquery (a ClickHouse
 * Distributed table would ship its rows).
 *
 * @param servers - the shards of the table, at least one, with the same columns each
 */
export async function countOnServers(
  query: CountQuery,
  servers: readonly TableServer[],
): Promise<CountAnswer> {
  for (const server of servers) checkColumns(query, server);
  const queries: string[] = [];
  let clean: ReadonlySet<ColumnUse> = new Set();
  const askAll = async (group: GroupQuery, faults: readonly ColumnUse[]): Promise<GroupAnswer> => {
    const parts = await Promise.all(servers.map((server) => askOne({ query, group, faults, clean }, server)));
    const [first] = parts;
    if (first !== undefined) queries.push(first.sql);
    return mergeGroups(parts.map(({ answer }) => answer));
  };
  const host = hostOf(query.groups);
  const checked = query.columns.filter(({ as }) => as !== "text");
  const hosted = await askAll(host, checked);
  checkFaults(query, checked, hosted);
  clean = new Set(checked.filter((use) => Math.max(0, ...statusesOf(use, hosted)) < 2));
  const rows = total(hosted);
  const groups: GroupAnswer[] = [];
  for (const group of query.groups) {
    const answer =
      group === host
        ? mergeGroups([withoutFaults(hosted, checked)])
        : group.distinct !== undefined && servers.length > 1
          ? await countDistinct(group, askAll)
          : await askAll(group, []);
    if (total(answer) !== rows) throw changed(query, rows, total(answer));
    groups.push(joinSums(answer, Object.keys(group.sums ?? {})));
  }
  const [server] = servers;
  return { rows, groups, asked: { version: server?.version ?? "", queries, digest: digestOf(groups) } };
}

/** The group that also carries how the cells of number columns read: the one with the fewest keys. */
function hostOf(groups: readonly GroupQuery[]): GroupQuery {
  const plain = groups.filter(({ distinct }) => distinct === undefined);
  const sizeOf = ({ keys }: GroupQuery): number =>
    Object.values(keys).reduce((sum, { key }) => sum + (key === "number" || key === "bin" ? 100 : 1), 0);
  return [...plain].sort((a, b) => sizeOf(a) - sizeOf(b))[0] ?? { keys: {} };
}

/** Name of the key that tells how a cell reads; no key of a query has a blank in it. */
function faultKey(name: string, as: ColumnUse["as"]): string {
  return `${as} ${name}`;
}

interface Question {
  readonly query: CountQuery;
  readonly group: GroupQuery;
  /** Columns whose cells are also asked how they read. */
  readonly faults: readonly ColumnUse[];
  /** Columns of which it is known that every cell is a usable number, or blank. */
  readonly clean: ReadonlySet<ColumnUse>;
}

async function askOne(
  { query, group, faults, clean }: Question,
  server: TableServer,
): Promise<{ sql: string; answer: GroupAnswer }> {
  const { dialect, table } = server;
  const inPlace = cellsOf(query, {
    ...dialect,
    number: (use) => (clean.has(use) ? dialect.plainNumber(use.name) : dialect.number(use)),
    decimal: (use) => (clean.has(use) ? dialect.plainDecimal(use.name) : dialect.decimal(use)),
  });
  // Distinct texts are told apart as they are told apart everywhere: without blanks around them.
  const cells =
    group.distinct === undefined
      ? inPlace
      : { ...inPlace, text: (name: string) => dialect.tidy(inPlace.text(name)) };
  const statuses = faults.map((use): AnswerColumn => ({
    part: "key",
    name: faultKey(use.name, use.as),
    isText: false,
    sql: dialect.status(use),
  }));
  const asked = answerColumns(group, query, dialect, cells);
  const isKey = ({ part }: AnswerColumn): boolean => part === "key";
  const counted = asked.filter((column) => !isKey(column));
  const columns = [...asked.filter(isKey), ...statuses, ...counted];
  const keys = dialect.keys(columns.filter(isKey).map((key) => ({ sql: key.sql, holds: answerType(key) })));
  const selected = [
    dialect.send("count(*)", "double"),
    ...keys.map((key) => key.selected),
    ...counted.map((column) => dialect.send(column.sql, answerType(column))),
  ];
  const names = keys.map(({ name }) => name);
  const order = names.map((name) => `${name} nulls last`).join(", ");
  const grouped =
    keys.length === 0 ? "" : ` group by ${names.join(", ")} order by ${order} limit ${mostGroups + 1}`;
  const sql = `select ${selected.join(", ")} from ${table}${grouped}`;
  const growing = collectAnswer(columns, canonicalTexts(group, server));
  let groups = 0;
  const holds: AnswerType[] = ["double", ...columns.map(answerType)];
  const faulty: unknown[] = [];
  await server.ask({ sql, holds }, (row) => {
    groups += 1;
    if (groups > mostGroups || faulty.length > 0) return;
    try {
      growing.take(row);
    } catch (cause) {
      faulty.push(cause); // Ours, not the server's: told when its answer is over.
    }
  });
  if (groups > mostGroups) throw tooMany(query);
  if (faulty.length > 0) throw faulty[0];
  return { sql, answer: growing.finish() };
}

function answerType({ isText, part }: AnswerColumn): AnswerType {
  if (isText) return "text";
  return part === "sum" || part === "distinct" ? "whole" : "double";
}

/** Databases write a binary number in their own ways: 1e+20, 1e20. Here it is written as JavaScript does. */
function canonicalTexts(
  { keys }: GroupQuery,
  { columns }: TableServer,
): ReadonlyMap<string, (text: string) => string> {
  return new Map(
    Object.entries(keys).flatMap(([name, key]): [string, (text: string) => string][] =>
      key.key === "text" && columns.get(key.column) === "float"
        ? [[name, (text) => String(Number(text.replace(/^(-?)inf$/, "$1Infinity")))]]
        : [],
    ),
  );
}

/** What is distinct on two shards may be the same on both, so the values themselves come home. */
async function countDistinct(
  group: GroupQuery,
  askAll: (group: GroupQuery, faults: readonly ColumnUse[]) => Promise<GroupAnswer>,
): Promise<GroupAnswer> {
  const { distinct = {}, ...plain } = group;
  const counted = await askAll(plain, []);
  const sizes: Record<string, number> = {};
  for (const [name, column] of Object.entries(distinct)) {
    const { keys } = await askAll({ keys: { value: { key: "text", column } } }, []);
    sizes[name] = keys.value?.kind === "text" ? keys.value.values.length : 0;
  }
  return { ...counted, distinct: sizes };
}

function withoutFaults(answer: GroupAnswer, checked: readonly ColumnUse[]): GroupAnswer {
  const names = new Set(checked.map(({ name, as }) => faultKey(name, as)));
  return {
    ...answer,
    keys: Object.fromEntries(Object.entries(answer.keys).filter(([name]) => !names.has(name))),
  };
}

function total({ n }: GroupAnswer): number {
  return n.reduce((sum, count) => sum + count, 0);
}

/** Throws when a column of the query is not in the table, or cannot hold what it should. */
function checkColumns({ columns, source }: CountQuery, server: TableServer): void {
  const known = [...server.columns.keys()];
  const messages = columns.flatMap(({ name, as }): Message[] => {
    const type = server.columns.get(name);
    const about = { severity: "error", place: placeOf(source) } as const;
    if (type === undefined)
      return [
        {
          ...about,
          code: "E-COLUMN",
          text: `There is no column "${printable(name)}".`,
          hint: suggestName(name, known),
        },
      ];
    if (as === "text" || holdsNumbers(type)) return [];
    return [
      {
        ...about,
        code: "E-COLUMN-TYPE",
        text: `Unexpected type of column "${printable(name)}", expected a column of numbers.`,
        hint: "Name a view that casts it: a text that is no number then fails where it stands.",
      },
    ];
  });
  const once = messages.filter(({ text }, index) => messages.findIndex((one) => one.text === text) === index);
  if (once.length > 0) throw new UserError("input", once);
}

/** How the cells of a column read, by row of an answer. */
function statusesOf({ name, as }: ColumnUse, hosted: GroupAnswer): Float64Array {
  const column = hosted.keys[faultKey(name, as)];
  return column?.kind === "number" ? column.numbers : new Float64Array(0);
}

/** Throws when a number lies outside the range that the plan declares for it, or is none. */
function checkFaults({ source }: CountQuery, checked: readonly ColumnUse[], hosted: GroupAnswer): void {
  const messages = checked.flatMap((use): Message[] => {
    const { name, as, range } = use;
    const statuses = statusesOf(use, hosted);
    const rows = statuses.reduce((sum, status, row) => sum + (status >= 3 ? (hosted.n[row] ?? 0) : 0), 0);
    if (rows === 0) return [];
    const expected =
      as === "decimal"
        ? "numbers of at most fourteen digits before the point"
        : `${range?.[0] ?? ""} to ${range?.[1] ?? ""}`;
    return [
      {
        code: as === "decimal" ? "E-NUMBER-SIZE" : "E-SCORE-RANGE",
        severity: "error",
        place: placeOf(source),
        text: `Unexpected numbers in ${rows} ${rows === 1 ? "row" : "rows"} of column "${printable(name)}", expected ${expected}.`,
        ...(as === "decimal"
          ? {}
          : { hint: "If the score is no probability, declare its range: score_range: [0, 100]." }),
      },
    ];
  });
  if (messages.length > 0) throw new UserError("input", messages);
}

function tooMany({ source }: CountQuery): UserError {
  return new UserError("limit", {
    code: "E-GROUPS",
    severity: "error",
    place: placeOf(source),
    text: `Unexpected number of groups, expected at most ${mostGroups}.`,
    hint: "Take columns of ids out of `slices`, or cut a column of numbers with `bands`.",
  });
}

function changed({ source }: CountQuery, before: number, after: number): UserError {
  return new UserError("input", {
    code: "E-CHANGED",
    severity: "error",
    place: placeOf(source),
    text: `Unexpected ${after} rows after ${before} before, expected a table that does not change while it is counted.`,
    hint: "Build again, or name a view that ends at a fixed day.",
  });
}

/** The same answer has the same digest, whatever server gave it. */
function digestOf(groups: readonly GroupAnswer[]): string {
  const hash = createHash("sha256");
  for (const { keys, n, sums, lowest, extremes, distinct } of groups) {
    const lists = [
      n,
      ...Object.values(sums),
      ...Object.values(lowest),
      ...Object.values(extremes).flatMap(({ low, high }) => [low, high]),
    ];
    for (const column of Object.values(keys)) {
      if (column.kind === "text") hash.update(JSON.stringify(column.values));
      hash.update(
        column.kind === "text" ? bytesOf(Float64Array.from(column.codes)) : bytesOf(column.numbers),
      );
    }
    for (const list of lists) hash.update(bytesOf(list));
    hash.update(JSON.stringify(distinct));
  }
  return hash.digest("hex");
}

function bytesOf(list: Float64Array): Uint8Array {
  // Not a number has many bit patterns; one of them stands for all.
  const one = list.map((value) => (Number.isNaN(value) ? Number.NaN : value));
  return new Uint8Array(one.buffer, one.byteOffset, one.byteLength);
}
