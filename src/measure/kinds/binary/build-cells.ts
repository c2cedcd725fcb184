import type { Cell, SubjectCell, ValueSum } from "../../../model/cell.js";
import { compensatedSum } from "../../../stats/compensated-sum.js";
import type { Confusion, ScoreGroup, ScoreTable } from "../../../stats/types.js";
import { valueScale, type CountTable } from "./count-table.js";

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
  const rising = byScore(table);
  const own = table.values.map((): number[] => []);
  for (const row of rising) own[table.group[row] ?? 0]?.push(row);
  const all = cellOf(rising, pick);
  const places = table.values
    .map((value, place) => ({ value, place }))
    .sort((a, b) => compareValues(a.value, b.value));
  return places.map(({ value, place }) => {
    const cell = cellOf(own[place] ?? [], pick);
    return {
      value,
      cell,
      complement: complementOf(all, cell, () => rising.filter((row) => table.group[row] !== place), pick),
    };
  });
}

/** All cases without those of one cell: counts by subtraction, subjects and money from the rows themselves. */
function complementOf(all: Cell, cell: Cell, others: () => readonly number[], pick: Pick): Cell {
  const rows = pick.hasSubject || pick.hasValue ? cellOf(others(), { ...pick, hasScore: false }) : null;
  let scores: ScoreTable | null | undefined;
  return {
    n: all.n - cell.n,
    positives: all.positives - cell.positives,
    negatives: all.negatives - cell.negatives,
    confusion:
      all.confusion === null || cell.confusion === null ? null : without(all.confusion, cell.confusion),
    // Made when somebody asks: only an option of a complement does, and there are many complements.
    get scores() {
      scores ??= all.scores === null || cell.scores === null ? null : withoutScores(all.scores, cell.scores);
      return scores;
    },
    expected: all.expected === null || cell.expected === null ? null : all.expected - cell.expected,
    subjects: rows?.subjects ?? null,
    value: rows?.value ?? null,
  };
}

function without(all: Confusion, own: Confusion): Confusion {
  return { tp: all.tp - own.tp, fn: all.fn - own.fn, fp: all.fp - own.fp, tn: all.tn - own.tn };
}

/** @param own - a part of `all`: each of its scores is there too */
function withoutScores(all: ScoreTable, own: ScoreTable): ScoreTable {
  const left: ScoreGroup[] = [];
  let next = 0;
  for (const group of all) {
    const part = own[next];
    if (part?.score !== group.score) {
      left.push(group);
      continue;
    }
    next += 1;
    const positives = group.positives - part.positives;
    const negatives = group.negatives - part.negatives;
    if (positives + negatives > 0) left.push({ score: group.score, positives, negatives });
  }
  return left;
}

/** Rows of a table by rising score. Engines answer in this order; only scores averaged within a bin may not be. */
function byScore({ score }: CountTable): readonly number[] {
  const rows = Array.from(score, (_, row) => row);
  const rises = score.every(
    (value, row) => row === 0 || value >= (score[row - 1] ?? value) || Number.isNaN(value),
  );
  return rises ? rows : rows.sort((a, b) => (score[a] ?? 0) - (score[b] ?? 0));
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
  const scores = pick.hasScore ? scoresOf(rows, table) : null;
  return {
    n: confusion.tp + confusion.fn + confusion.fp + confusion.tn,
    positives: confusion.tp + confusion.fn,
    negatives: confusion.fp + confusion.tn,
    confusion: pick.hasThreshold ? confusion : null,
    scores,
    expected:
      scores === null
        ? null
        : compensatedSum(scores, (group) => group.score * (group.positives + group.negatives)),
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

/** @param rows - by rising score */
function scoresOf(rows: readonly number[], table: CountTable): ScoreTable {
  const groups: { score: number; positives: number; negatives: number }[] = [];
  let last: (typeof groups)[number] | undefined;
  for (const row of rows) {
    const score = table.score[row] ?? 0;
    if (last?.score !== score) {
      last = { score, positives: 0, negatives: 0 };
      groups.push(last);
    }
    const count = table.n[row] ?? 0;
    if (table.positive[row] === 1) last.positives += count;
    else last.negatives += count;
  }
  return groups;
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
  return { n, sum: sum / valueScale, squares: squares / valueScale ** 2 };
}
