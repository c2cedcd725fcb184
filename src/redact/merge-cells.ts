import type { Distribution, Table } from "../model/assessment.js";
import { smallCell } from "./hidden-slices.js";

/** Joins neighbouring bins until every cell of a histogram holds nothing or at least 10 cases. */
export function mergeBins(distribution: Distribution): Distribution {
  const bins = joinUntilSafe(
    distribution.edges.map((edge, index) => ({
      edge,
      positives: distribution.positive[index] ?? 0,
      negatives: distribution.negative[index] ?? 0,
    })),
    (a, b) => ({
      edge: a.edge,
      positives: a.positives + b.positives,
      negatives: a.negatives + b.negatives,
    }),
  );
  return {
    ...distribution,
    edges: bins.map(({ edge }) => edge),
    positive: bins.map(({ positives }) => positives),
    negative: bins.map(({ negatives }) => negatives),
  };
}

/** Joins neighbouring score bands of a calibration table in the same way. */
export function mergeBands(table: Table): Table {
  const bands = joinUntilSafe(
    table.rows.map(({ cells: [low, high, n, positives, expected] }) => ({
      low: low ?? 0,
      high: high ?? 0,
      positives: positives ?? 0,
      negatives: (n ?? 0) - (positives ?? 0),
      expected: expected ?? 0,
    })),
    (a, b) => ({
      low: a.low,
      high: b.high,
      positives: a.positives + b.positives,
      negatives: a.negatives + b.negatives,
      expected: a.expected + b.expected,
    }),
  );
  return {
    ...table,
    rows: bands.map(({ low, high, positives, negatives, expected }, index) => ({
      label: String(index + 1),
      cells: [low, high, positives + negatives, positives, expected],
    })),
  };
}

interface Counts {
  readonly positives: number;
  readonly negatives: number;
}

/** Cells in order, each joined with those after it until it is safe; what is left over joins those before it. */
function joinUntilSafe<T extends Counts>(cells: readonly T[], join: (a: T, b: T) => T): T[] {
  const joined: T[] = [];
  let open: T | null = null;
  for (const cell of cells) {
    open = open === null ? cell : join(open, cell);
    if (!safe(open)) continue;
    joined.push(open);
    open = null;
  }
  while (open !== null) {
    const last = joined.pop();
    if (last === undefined) return [open];
    const whole: T = join(last, open);
    open = safe(whole) ? null : whole;
    if (open === null) joined.push(whole);
  }
  return joined;
}

function safe({ positives, negatives }: Counts): boolean {
  return [positives, negatives].every((count) => count === 0 || count >= smallCell);
}
