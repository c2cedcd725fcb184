import type { Distribution, Table } from "../model/assessment.js";
import { smallCell } from "./hidden-slices.js";

/** Joins neighbouring bins until every cell of a histogram holds nothing or at least 10 cases. */
export function mergeBins(distribution: Distribution): Distribution {
  const edges: number[] = [];
  const positive: number[] = [];
  const negative: number[] = [];
  let open = null as { edge: number; positive: number; negative: number } | null;
  for (const [index, edge] of distribution.edges.entries()) {
    open = {
      edge: open?.edge ?? edge,
      positive: (open?.positive ?? 0) + (distribution.positive[index] ?? 0),
      negative: (open?.negative ?? 0) + (distribution.negative[index] ?? 0),
    };
    if (!safe(open.positive) || !safe(open.negative)) continue;
    edges.push(open.edge);
    positive.push(open.positive);
    negative.push(open.negative);
    open = null;
  }
  if (open !== null && edges.length > 0) addToLast(positive, open.positive);
  if (open !== null && edges.length > 0) addToLast(negative, open.negative);
  return { ...distribution, edges, positive, negative };
}

/** Joins neighbouring score bands of a calibration table in the same way. */
export function mergeBands(table: Table): Table {
  const bands: Band[] = [];
  let open = null as Band | null;
  for (const { cells } of table.rows) {
    const [low, high, n, positives, expected] = cells;
    const band = {
      low: low ?? 0,
      high: high ?? 0,
      n: n ?? 0,
      positives: positives ?? 0,
      expected: expected ?? 0,
    };
    open = open === null ? band : join(open, band);
    if (!safe(open.positives) || !safe(open.n - open.positives)) continue;
    bands.push(open);
    open = null;
  }
  const last = bands.pop();
  if (last !== undefined) bands.push(open === null ? last : join(last, open));
  return {
    ...table,
    rows: bands.map(({ low, high, n, positives, expected }, index) => ({
      label: String(index + 1),
      cells: [low, high, n, positives, expected],
    })),
  };
}

interface Band {
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly positives: number;
  readonly expected: number;
}

function join(a: Band, b: Band): Band {
  return {
    low: a.low,
    high: b.high,
    n: a.n + b.n,
    positives: a.positives + b.positives,
    expected: a.expected + b.expected,
  };
}

function safe(count: number): boolean {
  return count === 0 || count >= smallCell;
}

function addToLast(counts: number[], more: number): void {
  counts[counts.length - 1] = (counts[counts.length - 1] ?? 0) + more;
}
