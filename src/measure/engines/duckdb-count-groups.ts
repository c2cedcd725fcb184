import type { DuckDBConnection, DuckDBDataChunk } from "@duckdb/node-api";

import { mergeGroups } from "../query/merge-groups.js";
import type { CountQuery, GroupAnswer, KeyColumn } from "../query/count-query.js";
import { answerColumns, readColumns, statusColumns, type AnswerColumn, type Dialect } from "./sql.js";

interface Counted {
  readonly rows: number;
  readonly groups: readonly GroupAnswer[];
  /** True when a cell of a number column is no number, or lies outside its range. */
  readonly isFaulty: boolean;
}

/**
 * All groups of a query in one pass over the table, by grouping sets: the file is read and parsed once.
 *
 * Not for servers: PostgreSQL sorts for every set.
 */
export async function countGroups(
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
    return answered.get(mask) ?? emptySet(keys.length, counts.length);
  };
  const groups = wanted.slice(0, -1).map((own) => mergeGroups([answerOf(own, keys, counts, setOf(own))]));
  const statuses = wanted.at(-1) ?? [];
  const checked = setOf(statuses);
  const isFaulty = placesOf(statuses).some((place) =>
    checked.keys[place]?.some((status) => Number(status) >= 3),
  );
  return { rows: checked.n.reduce((sum, n) => sum + n, 0), groups, isFaulty };
}

/** Columns that say the same are counted once. */
function distinctBySql(columns: readonly AnswerColumn[]): AnswerColumn[] {
  return [...new Map(columns.map((column) => [column.sql, column])).values()];
}

/** Rows of one grouping set, column by column. */
interface ReadSet {
  readonly n: number[];
  readonly keys: (string | number | null)[][];
  readonly counts: number[][];
}

function emptySet(keys: number, counts: number): ReadSet {
  const lists = <Value>(length: number): Value[][] => Array.from({ length }, () => []);
  return { n: [], keys: lists(keys), counts: lists(counts) };
}

/** Splits the answer by its first column, the mask of `grouping`. */
function readSets(
  chunks: readonly DuckDBDataChunk[],
  keys: readonly AnswerColumn[],
  counts: number,
): ReadonlyMap<number, ReadSet> {
  const sets = new Map<number, ReadSet>();
  for (const chunk of chunks) {
    const columns = chunk.getColumns() as (string | number | null)[][];
    const masks = columns[0] ?? [];
    // A set begins where the mask changes: within one the columns are taken over by the stretch.
    for (let start = 0; start < masks.length;) {
      const mask = Number(masks[start]);
      let end = start + 1;
      while (end < masks.length && masks[end] === mask) end += 1;
      const set = sets.get(mask) ?? emptySet(keys.length, counts);
      sets.set(mask, set);
      append(set.n, columns[1], start, end);
      keys.forEach((_, index) => {
        const isInSet = Math.floor(mask / 2 ** (keys.length - 1 - index)) % 2 === 0;
        if (isInSet) append(set.keys[index], columns[2 + index], start, end);
      });
      for (let index = 0; index < counts; index += 1)
        append(set.counts[index], columns[2 + keys.length + index], start, end);
      start = end;
    }
  }
  return sets;
}

function append(
  to: unknown[] | undefined,
  from: readonly unknown[] | undefined,
  start: number,
  end: number,
): void {
  if (to === undefined || from === undefined) return;
  for (let row = start; row < end; row += 1) to.push(from[row]);
}

function answerOf(
  own: readonly AnswerColumn[],
  keys: readonly AnswerColumn[],
  counts: readonly AnswerColumn[],
  set: ReadSet,
): GroupAnswer {
  const countsOf = (column: AnswerColumn): Float64Array => {
    const place = counts.findIndex(({ sql }) => sql === column.sql);
    return Float64Array.from(set.counts[place] ?? [], (value: number | null) => value ?? Number.NaN);
  };
  const ofPart = (part: AnswerColumn["part"]): [string, Float64Array][] =>
    own.filter((column) => column.part === part).map((column) => [column.name, countsOf(column)]);
  const highs = new Map(ofPart("high"));
  return {
    keys: Object.fromEntries(
      own
        .filter(({ part }) => part === "key")
        .map((column) => [
          column.name,
          keyColumn(column, set.keys[keys.findIndex(({ sql }) => sql === column.sql)] ?? []),
        ]),
    ),
    n: Float64Array.from(set.n),
    sums: Object.fromEntries(ofPart("sum")),
    extremes: Object.fromEntries(
      ofPart("low").map(([name, low]) => [name, { low, high: highs.get(name) ?? low }]),
    ),
    distinct: Object.fromEntries(ofPart("distinct").map(([name, [count = 0]]) => [name, count])),
  };
}

function keyColumn({ isText }: AnswerColumn, cells: readonly (string | number | null)[]): KeyColumn {
  if (!isText)
    return {
      kind: "number",
      numbers: Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell))),
    };
  const places = new Map<string, number>();
  const codes = Int32Array.from(cells, (cell) => {
    if (cell === null) return -1;
    const text = String(cell);
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  });
  return { kind: "text", codes, values: [...places.keys()] };
}
