import type { Cell, SubjectCell, ValueSum } from "../model/cell.js";
import type { Confusion, ScoreGroup, ScoreTable } from "../stats/types.js";
import type { CountTable } from "./evidence-job.js";

interface Pick {
  readonly table: CountTable;
  readonly hasThreshold: boolean;
  readonly hasScore: boolean;
  readonly hasSubject: boolean;
  readonly hasValue: boolean;
}

/**
 * Cells of one count table: per slice value, and per complement (every other case of the table).
 *
 * @returns pairs in the order of the table's values; the table over all cases gives one pair whose
 *          complement is empty
 */
export function buildCells(
  pick: Pick,
): readonly { readonly value: string | null; readonly cell: Cell; readonly complement: Cell }[] {
  const { table } = pick;
  const rows = table.values.map((): number[] => []);
  for (let index = 0; index < table.n.length; index += 1) rows[table.group[index] ?? 0]?.push(index);
  const everything = Array.from(table.n, (_, index) => index);
  const places = table.values
    .map((value, place) => ({ value, place }))
    .sort((a, b) => compareValues(a.value, b.value));
  return places.map(({ value, place }) => ({
    value,
    cell: cellOf(rows[place] ?? [], pick),
    complement: cellOf(
      everything.filter((index) => table.group[index] !== place),
      pick,
    ),
  }));
}

/** Bands by their lower end, numbers by size, other values by their letters; a missing cell comes last. */
function compareValues(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const [first, second] = [rankOf(a), rankOf(b)];
  if (first !== null && second !== null && first !== second) return first - second;
  return a < b ? -1 : a > b ? 1 : 0;
}

function rankOf(value: string): number | null {
  if (value.startsWith("<")) return Number.NEGATIVE_INFINITY;
  const start = /^(?:>=)?(-?\d+(?:\.\d+)?)(?:\.\.|$)/.exec(value)?.[1];
  return start === undefined ? null : Number(start);
}

function cellOf(rows: readonly number[], pick: Pick): Cell {
  const { table } = pick;
  const confusion = confusionOf(rows, table);
  const bySubject = new Map<number, number[]>();
  if (pick.hasSubject) {
    for (const row of rows) {
      const subject = table.subject[row] ?? 0;
      const list = bySubject.get(subject);
      if (list === undefined) bySubject.set(subject, [row]);
      else list.push(row);
    }
  }
  return {
    n: confusion.tp + confusion.fn + confusion.fp + confusion.tn,
    positives: confusion.tp + confusion.fn,
    negatives: confusion.fp + confusion.tn,
    confusion: pick.hasThreshold ? confusion : null,
    scores: pick.hasScore ? scoresOf(rows, table) : null,
    subjects: pick.hasSubject ? [...bySubject.values()].map((own) => subjectOf(own, pick)) : null,
    value: pick.hasValue
      ? {
          all: sumOf(rows, table, () => true),
          positives: sumOf(rows, table, (row) => table.positive[row] === 1),
          missed: sumOf(rows, table, (row) => table.positive[row] === 1 && table.flagged[row] === 0),
        }
      : null,
  };
}

function subjectOf(rows: readonly number[], pick: Pick): SubjectCell {
  const confusion = confusionOf(rows, pick.table);
  return {
    confusion: pick.hasThreshold ? confusion : null,
    scores: pick.hasScore ? scoresOf(rows, pick.table) : null,
    positives: confusion.tp + confusion.fn,
    negatives: confusion.fp + confusion.tn,
  };
}

function confusionOf(rows: readonly number[], table: CountTable): Confusion {
  const counts = [0, 0, 0, 0]; // tn, fp, fn, tp
  for (const row of rows) {
    const outcome = 2 * (table.positive[row] ?? 0) + (table.flagged[row] ?? 0);
    counts[outcome] = (counts[outcome] ?? 0) + (table.n[row] ?? 0);
  }
  const [tn = 0, fp = 0, fn = 0, tp = 0] = counts;
  return { tp, fn, fp, tn };
}

function scoresOf(rows: readonly number[], table: CountTable): ScoreTable {
  const groups = new Map<number, { positives: number; negatives: number }>();
  for (const row of rows) {
    const score = table.score[row] ?? 0;
    const group = groups.get(score) ?? { positives: 0, negatives: 0 };
    if (table.positive[row] === 1) group.positives += table.n[row] ?? 0;
    else group.negatives += table.n[row] ?? 0;
    groups.set(score, group);
  }
  return [...groups.entries()]
    .map(([score, group]): ScoreGroup => ({ score, ...group }))
    .sort((a, b) => a.score - b.score);
}

function sumOf(rows: readonly number[], table: CountTable, keep: (row: number) => boolean): ValueSum {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (const row of rows) {
    if (!keep(row)) continue;
    n += table.n[row] ?? 0;
    sum += table.value[row] ?? 0;
    squares += table.valueSquared[row] ?? 0;
  }
  return { n, sum, squares };
}
