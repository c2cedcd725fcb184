import type { DuckDBConnection, DuckDBDataChunk, DuckDBValue } from "@duckdb/node-api";

import { mergeGroups } from "../query/merge-groups.js";
import type { CountQuery, GroupAnswer, GroupQuery, KeyColumn } from "../query/count-query.js";
import { answerColumns, readColumns, statusColumns, type AnswerColumn, type Dialect } from "./sql.js";

interface Counted {
  readonly rows: number;
  readonly groups: readonly GroupAnswer[];
  /** True when a cell of a number column is no number, or lies outside its range. */
  readonly isFaulty: boolean;
}

/** A group of more bins than these is counted by itself: beside others its many groups slow all of them down. */
const mostSharedBins = 10_000;
/** Groups counted in one pass: their keys stay far below the 64 that grouping sets may tell apart. */
const mostSharedGroups = 32;

/**
 * All groups of a query: those of many bins one by one, all others many at a time in one pass over the table.
 */
export async function countGroups(
  connection: DuckDBConnection,
  query: CountQuery,
  dialect: Dialect,
  table: string,
): Promise<Counted> {
  const isWide = (group: GroupQuery): boolean =>
    Object.values(group.keys).some((key) => key.key === "bin" && key.bins > mostSharedBins);
  const together = (groups: readonly GroupQuery[]): Promise<Counted> =>
    countTogether(connection, { ...query, groups }, dialect, table);
  const narrow = query.groups.filter((group) => !isWide(group));
  const counted = new Map<GroupQuery, GroupAnswer>();
  const take = (groups: readonly GroupQuery[], answers: readonly GroupAnswer[]): void =>
    answers.forEach((answer, index) => {
      const group = groups[index];
      if (group !== undefined) counted.set(group, answer);
    });
  const first = await together(narrow.slice(0, mostSharedGroups));
  take(narrow, first.groups);
  for (let start = mostSharedGroups; start < narrow.length; start += mostSharedGroups) {
    const next = narrow.slice(start, start + mostSharedGroups);
    take(next, (await together(next)).groups);
  }
  for (const group of query.groups.filter(isWide)) take([group], (await together([group])).groups);
  return { ...first, groups: query.groups.flatMap((group) => counted.get(group) ?? []) };
}

/**
 * Groups of a query in one pass over the table, by grouping sets: the file is read and parsed once.
 *
 * Not for servers: PostgreSQL sorts for every set.
 */
async function countTogether(
  connection: DuckDBConnection,
  query: CountQuery,
  dialect: Dialect,
  table: string,
): Promise<Counted> {
  const wanted = [...query.groups.map((group) => answerColumns(group, query, dialect)), statusColumns(query)];
  const keys = distinctBySql(wanted.flat().filter(({ part }) => part === "key"));
  const counts = distinctBySql(wanted.flat().filter(({ part }) => part !== "key"));
  const names = keys.map((_, index) => `k${index}`);
  const placesOf = (own: readonly AnswerColumn[]): number[] =>
    keys.flatMap(({ sql }, index) =>
      own.some((column) => column.part === "key" && column.sql === sql) ? [index] : [],
    );
  const sets = [
    ...new Set(
      wanted.map(
        (own) =>
          `(${placesOf(own)
            .map((place) => `k${place}`)
            .join(", ")})`,
      ),
    ),
  ];

  const cells = readColumns(query, dialect);
  const read = `select ${cells.length === 0 ? "1 as one" : cells.join(", ")} from ${table}`;
  const keyed = `select *${keys.map(({ sql }, index) => `, ${sql} as k${index}`).join("")} from (${read})`;
  const selected = [
    names.length === 0 ? "0" : `cast(grouping(${names.join(", ")}) as double)`,
    "cast(count(*) as double)",
    ...keys.map(({ isText }, index) => (isText ? `k${index}` : `cast(k${index} as double)`)),
    ...counts.map(({ sql }) => sql),
  ];
  const order = ["1", ...names.map((name) => `${name} nulls last`)].join(", ");
  const grouped = names.length === 0 ? "" : `group by grouping sets (${sets.join(", ")}) order by ${order}`;
  const result = await connection.run(`select ${selected.join(", ")} from (${keyed}) ${grouped}`);
  const answered = readSets(await result.fetchAllChunks(), keys, counts.length);

  const setOf = (own: readonly AnswerColumn[]): ReadSet => {
    const places = new Set(placesOf(own));
    const mask = keys.reduce(
      (sum, _, index) => sum + (places.has(index) ? 0 : 2 ** (keys.length - 1 - index)),
      0,
    );
    return answered.get(mask) ?? emptySet;
  };
  const groups = wanted.slice(0, -1).map((own) => mergeGroups([answerOf(own, keys, counts, setOf(own))]));
  const statuses = wanted.at(-1) ?? [];
  const checked = setOf(statuses);
  const isFaulty = placesOf(statuses).some((place) => {
    const column = checked.keys[place];
    return column?.kind === "number" && column.numbers.some((status) => status >= 3);
  });
  return { rows: checked.n.reduce((sum, n) => sum + n, 0), groups, isFaulty };
}

/** Columns that say the same are counted once. */
function distinctBySql(columns: readonly AnswerColumn[]): AnswerColumn[] {
  return [...new Map(columns.map((column) => [column.sql, column])).values()];
}

/** Rows of one grouping set, column by column; the columns of keys that are not in the set stay empty. */
interface ReadSet {
  readonly n: Float64Array;
  readonly keys: readonly KeyColumn[];
  readonly counts: readonly Float64Array[];
}

const emptySet: ReadSet = { n: new Float64Array(0), keys: [], counts: [] };

/** Splits the answer by its first column, the mask of `grouping`; the answer comes sorted by it. */
function readSets(
  chunks: readonly DuckDBDataChunk[],
  keys: readonly AnswerColumn[],
  counts: number,
): ReadonlyMap<number, ReadSet> {
  const lengths = new Map<number, number>();
  for (const chunk of chunks)
    chunk.visitColumnValues(0, (mask) => lengths.set(Number(mask), (lengths.get(Number(mask)) ?? 0) + 1));
  const sets = new Map<number, ReadSet>();
  let start = 0;
  for (const [mask, length] of lengths) {
    const isInSet = (index: number): boolean => Math.floor(mask / 2 ** (keys.length - 1 - index)) % 2 === 0;
    const from = start;
    sets.set(mask, {
      n: numbersBetween(chunks, 1, from, length),
      keys: keys.map(({ isText }, index) => {
        if (!isInSet(index)) return { kind: "number", numbers: emptySet.n };
        if (isText) return textsBetween(chunks, 2 + index, from, length);
        return { kind: "number", numbers: numbersBetween(chunks, 2 + index, from, length) };
      }),
      counts: Array.from({ length: counts }, (_, index) =>
        numbersBetween(chunks, 2 + keys.length + index, from, length),
      ),
    });
    start += length;
  }
  return sets;
}

/** Numbers of a column in a stretch of rows, NaN for a missing one. */
function numbersBetween(
  chunks: readonly DuckDBDataChunk[],
  column: number,
  from: number,
  length: number,
): Float64Array {
  const numbers = new Float64Array(length).fill(Number.NaN);
  visitBetween(chunks, column, from, length, (value, row) => {
    if (value !== null) numbers[row] = Number(value);
  });
  return numbers;
}

function textsBetween(
  chunks: readonly DuckDBDataChunk[],
  column: number,
  from: number,
  length: number,
): KeyColumn {
  const places = new Map<string, number>();
  const codes = new Int32Array(length).fill(-1);
  visitBetween(chunks, column, from, length, (value, row) => {
    if (typeof value !== "string") return;
    const known = places.get(value);
    codes[row] = known ?? places.size;
    if (known === undefined) places.set(value, places.size);
  });
  return { kind: "text", codes, values: [...places.keys()] };
}

function visitBetween(
  chunks: readonly DuckDBDataChunk[],
  column: number,
  from: number,
  length: number,
  visit: (value: DuckDBValue, row: number) => void,
): void {
  let before = 0;
  for (const chunk of chunks) {
    if (before + chunk.rowCount > from && before < from + length) {
      const vector = chunk.getColumnVector(column);
      const last = Math.min(chunk.rowCount, from + length - before);
      for (let row = Math.max(0, from - before); row < last; row += 1)
        visit(vector.getItem(row), before + row - from);
    }
    before += chunk.rowCount;
  }
}

function answerOf(
  own: readonly AnswerColumn[],
  keys: readonly AnswerColumn[],
  counts: readonly AnswerColumn[],
  set: ReadSet,
): GroupAnswer {
  const keyOf = (column: AnswerColumn): KeyColumn =>
    set.keys[keys.findIndex(({ sql }) => sql === column.sql)] ?? noKeys(column);
  const ofPart = (part: AnswerColumn["part"]): [string, Float64Array][] =>
    own
      .filter((column) => column.part === part)
      .map((column) => [
        column.name,
        set.counts[counts.findIndex(({ sql }) => sql === column.sql)] ?? emptySet.n,
      ]);
  const highs = new Map(ofPart("high"));
  return {
    keys: Object.fromEntries(
      own.filter(({ part }) => part === "key").map((column) => [column.name, keyOf(column)]),
    ),
    n: set.n,
    sums: Object.fromEntries(ofPart("sum")),
    lowest: Object.fromEntries(ofPart("lowest")),
    extremes: Object.fromEntries(
      ofPart("low").map(([name, low]) => [name, { low, high: highs.get(name) ?? low }]),
    ),
    distinct: Object.fromEntries(ofPart("distinct").map(([name, [count = 0]]) => [name, count])),
  };
}

function noKeys({ isText }: AnswerColumn): KeyColumn {
  return isText
    ? { kind: "text", codes: new Int32Array(0), values: [] }
    : { kind: "number", numbers: new Float64Array(0) };
}
