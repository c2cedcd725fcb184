import type { DuckDBConnection, DuckDBDataChunk, DuckDBVector } from "@duckdb/node-api";

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
  const narrow = query.groups.filter((group) => !isWide(group) && group.distinct === undefined);
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
  // What is distinct within every set of a pass would be counted for all of them.
  for (const group of query.groups.filter(({ distinct }) => distinct !== undefined)) {
    const columns = query.columns.filter(({ name }) => namesIn(group).has(name));
    take(
      [group],
      (await countTogether(connection, { ...query, columns, groups: [group] }, dialect, table)).groups,
    );
  }
  return { ...first, groups: query.groups.flatMap((group) => counted.get(group) ?? []) };
}

/** Columns that a group of distinct cells uses. */
function namesIn({ keys, distinct = {} }: GroupQuery): ReadonlySet<string> {
  const keyed = Object.values(keys).flatMap((key) => ("column" in key ? [key.column] : key.columns));
  return new Set([...keyed, ...Object.values(distinct)]);
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
  const keys = inCommonOrder(wanted.map((own) => own.filter(({ part }) => part === "key")));
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
    // No cell is null on its way home: asking each whether it is takes longer than reading it.
    ...keys.map(({ isText }, index) =>
      isText ? `coalesce(k${index}, '')` : `coalesce(cast(k${index} as double), 'nan'::double)`,
    ),
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

/**
 * Every key once, in an order that keeps that of each group where there is one: groups then come sorted as they
 * are asked for, and need no second sorting.
 */
function inCommonOrder(groups: readonly (readonly AnswerColumn[])[]): AnswerColumn[] {
  const left = new Map(distinctBySql(groups.flat()).map((column) => [column.sql, column]));
  const ordered: AnswerColumn[] = [];
  while (left.size > 0) {
    const waits = (column: AnswerColumn): boolean =>
      groups.some((own) => {
        const open = own.filter(({ sql }) => left.has(sql));
        return open.some(({ sql }) => sql === column.sql) && open[0]?.sql !== column.sql;
      });
    const all = [...left.values()];
    const next = all.find((column) => !waits(column)) ?? all[0];
    if (next === undefined) break;
    ordered.push(next);
    left.delete(next.sql);
  }
  return ordered;
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
  for (const { vector, first, last, place } of stretches(chunks, column, from, length)) {
    for (let row = first; row < last; row += 1) {
      const value = vector.getItem(row);
      if (typeof value === "number") numbers[place + row] = value;
      else if (value !== null) numbers[place + row] = Number(value);
    }
  }
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
  for (const { vector, first, last, place } of stretches(chunks, column, from, length)) {
    for (let row = first; row < last; row += 1) {
      const value = vector.getItem(row);
      if (typeof value !== "string" || value === "") continue;
      const known = places.get(value);
      codes[place + row] = known ?? places.size;
      if (known === undefined) places.set(value, places.size);
    }
  }
  return { kind: "text", codes, values: [...places.keys()] };
}

interface Stretch {
  readonly vector: DuckDBVector;
  readonly first: number;
  readonly last: number;
  /** What to add to a row of the chunk to get its row of the stretch asked for. */
  readonly place: number;
}

/** The parts of chunks that hold rows from..from+length of a column. */
function stretches(
  chunks: readonly DuckDBDataChunk[],
  column: number,
  from: number,
  length: number,
): Stretch[] {
  let before = 0;
  return chunks.flatMap((chunk) => {
    const start = before;
    before += chunk.rowCount;
    if (before <= from || start >= from + length) return [];
    return [
      {
        vector: chunk.getColumnVector(column),
        first: Math.max(0, from - start),
        last: Math.min(chunk.rowCount, from + length - start),
        place: start - from,
      },
    ];
  });
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
