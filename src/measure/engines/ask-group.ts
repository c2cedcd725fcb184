import { UserError } from "../../errors.js";
import { placeOf } from "../place-of.js";
import type { ColumnUse, CountQuery, GroupAnswer, GroupQuery } from "../query/count-query.js";
import { collectAnswer } from "./collect-answer.js";
import { answerColumns, cellsOf, type AnswerColumn } from "./sql.js";
import type { AnswerType, TableServer } from "./table-server.js";

/** Beyond these an answer is no summary of a table any more. */
const mostGroups = 20_000_000;

/** One group of a query, for one statement. */
export interface Question {
  readonly query: CountQuery;
  readonly group: GroupQuery;
  /** Columns whose cells are also asked how they read. */
  readonly faults: readonly ColumnUse[];
  /** Columns of which it is known that every cell is a usable number, or blank. */
  readonly clean: ReadonlySet<ColumnUse>;
}

/** Writes the statement of a group, has one server answer it, and reads the answer; sums stay in parts. */
export async function askGroup(
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

/** Name of the key that tells how a cell reads; no key of a query has a blank in it. */
export function faultKey(name: string, as: ColumnUse["as"]): string {
  return `${as} ${name}`;
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
