import type { DriftCounts } from "../../metrics/drift/drift-counts.js";
import { isFile, type EvidenceSource } from "../../model/project.js";
import { referenceBins } from "../../stats/reference-bins.js";
import type { ValueTally } from "../../stats/value-tallies.js";
import type { Ask, ColumnUse, GroupAnswer, GroupQuery } from "../query/count-query.js";
import { numbersOf, textReader } from "../query/read-keys.js";
import type { DriftColumn } from "./drift-columns.js";

/** Up to this many rows numbers are compared one by one, beyond in bins: fine enough for every printed digit. */
const exactRows = 200_000;
const bins = 4_096;

/** Lowest and highest value of a number column over both sources. */
type Range = readonly [number, number];

/** Counts of every column in the evidence and in its reference. */
export async function countDrift(
  columns: readonly DriftColumn[],
  current: EvidenceSource,
  reference: EvidenceSource,
  ask: Ask,
): Promise<readonly DriftCounts[]> {
  const shared = columns.filter(({ column }) => hasColumn(reference, column));
  const numbers = shared.filter(({ kind }) => kind !== "categories");
  const isLarge = !isSmall(current) || !isSmall(reference);
  const ranges = isLarge ? await rangesOf(numbers, [current, reference], ask) : new Map<string, Range>();
  const answers = await Promise.all(
    [current, reference].map((source) =>
      ask({
        source,
        columns: shared.map(useOf),
        groups: shared.map((column) => groupOf(column, ranges.get(column.column) ?? null)),
      }),
    ),
  );
  return columns.map((column) => {
    const place = shared.indexOf(column);
    const [own, other] = answers.map(({ groups }) => groups[place]);
    if (own === undefined || other === undefined) return nothing("not-in-reference");
    return column.kind === "categories"
      ? ofCategories(own, other)
      : ofNumbers(own, other, ranges.get(column.column) ?? null);
  });
}

function isSmall(source: EvidenceSource): boolean {
  return isFile(source) && source.rowsAtMost !== null && source.rowsAtMost <= exactRows;
}

/** False only where the header of a file is known and lacks the column. */
function hasColumn(source: EvidenceSource, column: string): boolean {
  return !isFile(source) || source.header === null || source.header.includes(column);
}

function useOf({ column, kind }: DriftColumn): ColumnUse {
  return { name: column, as: kind === "categories" ? "text" : "number", range: null };
}

function groupOf({ column, kind }: DriftColumn, range: Range | null): GroupQuery {
  if (kind === "categories") return { keys: { value: { key: "text", column } } };
  if (range === null) return { keys: { value: { key: "number", column } } };
  const [low, high] = range;
  return { keys: { value: { key: "bin", column, low, high, bins } } };
}

async function rangesOf(
  columns: readonly DriftColumn[],
  sources: readonly EvidenceSource[],
  ask: Ask,
): Promise<ReadonlyMap<string, Range>> {
  if (columns.length === 0) return new Map();
  const extremes = Object.fromEntries(columns.map(({ column }) => [column, { column }]));
  const answers = await Promise.all(
    sources.map((source) => ask({ source, columns: columns.map(useOf), groups: [{ keys: {}, extremes }] })),
  );
  return new Map(
    columns.flatMap(({ column }) => {
      const found = answers.map(({ groups }) => groups[0]?.extremes[column]);
      const low = Math.min(...found.map((one) => one?.low[0] ?? Infinity));
      const high = Math.max(...found.map((one) => one?.high[0] ?? -Infinity));
      // A constant needs no bins, and has none.
      return low < high ? [[column, [low, high]] as const] : [];
    }),
  );
}

function nothing(reason: DriftCounts["reason"]): DriftCounts {
  return { tallies: null, bins: { reference: [], current: [] }, n: 0, reason };
}

function ofNumbers(own: GroupAnswer, other: GroupAnswer, range: Range | null): DriftCounts {
  const counts = new Map<number, { reference: number; current: number }>();
  const add = (answer: GroupAnswer, side: "reference" | "current"): void => {
    numbersOf(answer, "value")?.forEach((value, row) => {
      if (!Number.isFinite(value)) return;
      const tally = counts.get(value + 0) ?? { reference: 0, current: 0 };
      tally[side] += answer.n[row] ?? 0;
      counts.set(value + 0, tally);
    });
  };
  add(own, "current");
  add(other, "reference");
  const [low, high] = range ?? [0, bins];
  // The middle of a bin stands for it; the highest value has a bin of its own.
  const valueOf = (key: number): number =>
    range === null ? key : low + ((high - low) * Math.min(bins, key + 0.5)) / bins;
  const tallies = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([key, tally]): ValueTally => ({ value: valueOf(key), ...tally }));
  const cut = referenceBins(tallies);
  const n = tallies.reduce((sum, { current }) => sum + current, 0);
  if (cut === null) return nothing("no-reference-rows");
  return { tallies, bins: cut, n, reason: n === 0 ? "no-cases" : null };
}

function ofCategories(own: GroupAnswer, other: GroupAnswer): DriftCounts {
  const read = (answer: GroupAnswer): Map<string, number> => {
    const textOf = textReader(answer, "value");
    // A blank cell is a category too: that more of them are blank is a change.
    return new Map(Array.from(answer.n, (n, row) => [JSON.stringify(textOf(row)), n] as const));
  };
  const [current, reference] = [read(own), read(other)];
  const names = [...new Set([...reference.keys(), ...current.keys()])].sort();
  const list = (counts: ReadonlyMap<string, number>): number[] => names.map((name) => counts.get(name) ?? 0);
  const sum = (counts: ReadonlyMap<string, number>): number => list(counts).reduce((a, b) => a + b, 0);
  if (sum(reference) === 0) return nothing("no-reference-rows");
  const n = sum(current);
  return {
    tallies: null,
    bins: { reference: list(reference), current: list(current) },
    n,
    reason: n === 0 ? "no-cases" : null,
  };
}
