import type { GroupAnswer, KeyColumn } from "./count-query.js";

/**
 * Groups of one query as one answer: texts without blanks around them, blank cells as missing ones, equal groups
 * added, rising by their keys. The same whatever engine answered, and in however many parts.
 *
 * Counts and sums are whole numbers below 2^53, so that adding them in any order gives the same.
 *
 * @param parts - answers to the same group query; at least one
 */
export function mergeGroups(parts: readonly GroupAnswer[]): GroupAnswer {
  const [first] = parts;
  if (first === undefined) throw new Error("There is no answer to merge");
  const tidy = parts.map(withTidyTexts);
  const whole = tidy.length === 1 && tidy[0] !== undefined ? tidy[0] : joined(tidy);
  return isRising(whole) ? whole : added(whole);
}

function withTidyTexts(answer: GroupAnswer): GroupAnswer {
  const keys = Object.fromEntries(
    Object.entries(answer.keys).map(([name, column]) => [
      name,
      column.kind === "text" ? tidyText(column) : column,
    ]),
  );
  return { ...answer, keys };
}

type TextColumn = Extract<KeyColumn, { kind: "text" }>;

/** Trimmed, blank ones missing, each value once, rising by UTF-8 bytes. */
function tidyText(column: TextColumn): TextColumn {
  const { codes, values } = column;
  const trimmed = values.map((value) => value.trim());
  const ordered = trimmed.every(
    (value, index) =>
      value !== "" &&
      value === values[index] &&
      (index === 0 || byBytes(trimmed[index - 1] ?? "", value) < 0),
  );
  if (ordered) return column;
  const sorted = [...new Set(trimmed.filter((value) => value !== ""))].sort(byBytes);
  const places = new Map(sorted.map((value, index) => [value, index]));
  const next = trimmed.map((value) => places.get(value) ?? -1);
  return { kind: "text", codes: codes.map((code) => (code < 0 ? -1 : (next[code] ?? -1))), values: sorted };
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Parts one after the other, under one list of values per text. */
function joined(parts: readonly GroupAnswer[]): GroupAnswer {
  const [first] = parts;
  if (first === undefined) throw new Error("There is no answer to join");
  const numbers = (of: (part: GroupAnswer) => Float64Array | undefined): Float64Array => {
    const lists = parts.map((part) => of(part) ?? new Float64Array(0));
    const all = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0));
    let start = 0;
    for (const list of lists) {
      all.set(list, start);
      start += list.length;
    }
    return all;
  };
  const keys = Object.keys(first.keys).map((name): [string, KeyColumn] => {
    const columns = parts.flatMap((part) => part.keys[name] ?? []);
    if (columns[0]?.kind !== "text") {
      const numberOf = (part: GroupAnswer): Float64Array | undefined => {
        const column = part.keys[name];
        return column?.kind === "number" ? column.numbers : undefined;
      };
      return [name, { kind: "number", numbers: numbers(numberOf) }];
    }
    const texts = columns.filter((column): column is TextColumn => column.kind === "text");
    const values = texts.flatMap((text) => text.values);
    let before = 0;
    const codes = texts.flatMap((text) => {
      const own = Array.from(text.codes, (code) => (code < 0 ? -1 : code + before));
      before += text.values.length;
      return own;
    });
    return [name, tidyText({ kind: "text", codes: Int32Array.from(codes), values })];
  });
  const merged = <Value>(names: readonly string[], of: (name: string) => Value): Record<string, Value> =>
    Object.fromEntries(names.map((name) => [name, of(name)]));
  return {
    keys: Object.fromEntries(keys),
    n: numbers((part) => part.n),
    sums: merged(Object.keys(first.sums), (name) => numbers((part) => part.sums[name])),
    lowest: merged(Object.keys(first.lowest), (name) => numbers((part) => part.lowest[name])),
    extremes: merged(Object.keys(first.extremes), (name) => ({
      low: numbers((part) => part.extremes[name]?.low),
      high: numbers((part) => part.extremes[name]?.high),
    })),
    // What is distinct in two parts may be the same in both: an engine that has parts must not count it there.
    distinct: first.distinct,
  };
}

/** Rank of a key: missing ones last. */
function rankOf(column: KeyColumn, row: number): number {
  if (column.kind === "number") {
    const value = column.numbers[row] ?? Number.NaN;
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  }
  const code = column.codes[row] ?? -1;
  return code < 0 ? Number.POSITIVE_INFINITY : code;
}

function compareRows(columns: readonly KeyColumn[], a: number, b: number): number {
  for (const column of columns) {
    const [first, second] = [rankOf(column, a), rankOf(column, b)];
    if (first !== second) return first < second ? -1 : 1;
  }
  return 0;
}

/** Whether every row stands above the one before. Read column by column: answers have tens of thousands of rows. */
function isRising({ keys, n }: GroupAnswer): boolean {
  // Rows not yet told apart from the row before.
  const open = new Uint8Array(n.length).fill(1, 1);
  for (const column of Object.values(keys)) {
    const isText = column.kind === "text";
    const list: Int32Array | Float64Array = isText ? column.codes : column.numbers;
    let before = Number.POSITIVE_INFINITY;
    for (let row = 0; row < n.length; row += 1) {
      const value = list[row] ?? Number.NaN;
      const rank = Number.isNaN(value) || (isText && value < 0) ? Number.POSITIVE_INFINITY : value;
      if (open[row] === 1 && rank !== before) {
        if (rank < before) return false;
        open[row] = 0;
      }
      before = rank;
    }
  }
  return !open.includes(1);
}

/** Sorted by key, equal groups added. */
function added(answer: GroupAnswer): GroupAnswer {
  const columns = Object.values(answer.keys);
  const rows = Array.from(answer.n, (_, row) => row).sort((a, b) => compareRows(columns, a, b));
  const starts = rows.filter(
    (row, index) => index === 0 || compareRows(columns, rows[index - 1] ?? row, row) !== 0,
  );
  const groupOf = new Int32Array(rows.length);
  let group = -1;
  rows.forEach((row, index) => {
    if (index === 0 || compareRows(columns, rows[index - 1] ?? row, row) !== 0) group += 1;
    groupOf[row] = group;
  });
  const fold = (list: Float64Array, start: number, join: (a: number, b: number) => number): Float64Array => {
    const out = new Float64Array(starts.length).fill(start);
    list.forEach((value, row) => {
      const place = groupOf[row] ?? 0;
      out[place] = join(out[place] ?? start, value);
    });
    return out;
  };
  const add = (list: Float64Array): Float64Array => fold(list, 0, (a, b) => a + b);
  const least = (list: Float64Array): Float64Array =>
    fold(list, Number.NaN, (a, b) => (a <= b || Number.isNaN(b) ? a : b));
  const each = <In, Out>(record: Readonly<Record<string, In>>, of: (value: In) => Out): Record<string, Out> =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, of(value)]));
  return {
    keys: each(answer.keys, (column): KeyColumn =>
      column.kind === "text"
        ? { ...column, codes: Int32Array.from(starts, (row) => column.codes[row] ?? -1) }
        : { ...column, numbers: Float64Array.from(starts, (row) => column.numbers[row] ?? Number.NaN) },
    ),
    n: add(answer.n),
    sums: each(answer.sums, add),
    lowest: each(answer.lowest, least),
    extremes: each(answer.extremes, ({ low, high }) => ({
      low: least(low),
      high: fold(high, Number.NaN, (a, b) => (a >= b || Number.isNaN(b) ? a : b)),
    })),
    distinct: answer.distinct,
  };
}
