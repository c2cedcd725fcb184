import type { Distribution, Table } from "../model/assessment.js";
import { smallCell } from "./hidden-slices.js";

/**
 * Joins neighbouring bins until every cell of a histogram holds nothing or at least 10 cases.
 *
 * @param kept - thresholds whose counts the page prints, the weightiest first. Each stays an edge where the cells on
 *   both sides are safe: bins that reach across it would tell, by subtraction, the few cases between it and their edge
 */
export function mergeBins(distribution: Distribution, kept: readonly number[] = []): Distribution {
  const { edges, positive, negative, design_effect: effects } = distribution;
  const bins = edges.map((edge, index) => ({
    edge,
    index,
    positives: positive[index] ?? 0,
    negatives: negative[index] ?? 0,
  }));
  const join = ({ edge, index, positives, negatives }: Bin, next: Bin): Bin => ({
    edge,
    index,
    positives: positives + next.positives,
    negatives: negatives + next.negatives,
  });
  const joined = (cuts: readonly number[]): Bin[][] =>
    segmentsOf(bins, cuts).map((segment) => joinUntilSafe(segment, join));
  const cuts = kept.reduce<readonly number[]>((known, threshold) => {
    const tried = [...known, threshold];
    return joined(tried).every((segment) => segment.every(safe)) ? tried : known;
  }, []);
  const safeBins = joined(cuts).flat();
  const at = ({ subjects, effects: all }: Effects): Effects => ({
    subjects,
    effects: safeBins.map(({ index }) => coarse(all[index] ?? null)),
  });
  return {
    ...distribution,
    edges: safeBins.map(({ edge }) => edge),
    positive: safeBins.map(({ positives }) => positives),
    negative: safeBins.map(({ negatives }) => negatives),
    ...(effects === undefined
      ? {}
      : { design_effect: { positive: at(effects.positive), negative: at(effects.negative) } }),
  };
}

type Effects = NonNullable<Distribution["design_effect"]>["positive"];

interface Bin extends Counts {
  readonly edge: number;
  /** Place of its edge before anything was joined. */
  readonly index: number;
}

/** Bins between one threshold and the next; a threshold that is no edge cuts nothing. */
function segmentsOf(bins: readonly Bin[], cuts: readonly number[]): Bin[][] {
  const segments: Bin[][] = [];
  for (const bin of bins) {
    const last = segments.at(-1);
    if (last === undefined || cuts.includes(bin.edge)) segments.push([bin]);
    else last.push(bin);
  }
  return segments;
}

/** Two digits: finer ones would count the repeated subjects between two edges. */
function coarse(effect: number | null): number | null {
  return effect === null ? null : Number(effect.toPrecision(2));
}

/** Joins neighbouring score bands of a calibration table in the same way. */
export function mergeBands(table: Table): Table {
  const bands = joinUntilSafe(
    table.rows.map(({ cells: [low, high, n, positives, expected, variance] }) => ({
      low: low ?? 0,
      high: high ?? 0,
      positives: positives ?? 0,
      negatives: (n ?? 0) - (positives ?? 0),
      expected: expected ?? 0,
      variance: variance ?? null,
    })),
    (a, b) => ({
      low: a.low,
      high: b.high,
      positives: a.positives + b.positives,
      negatives: a.negatives + b.negatives,
      expected: a.expected + b.expected,
      variance: a.variance === null || b.variance === null ? null : a.variance + b.variance,
    }),
  );
  return {
    ...table,
    rows: bands.map(({ low, high, positives, negatives, expected, variance }, index) => ({
      label: String(index + 1),
      cells: [low, high, positives + negatives, positives, expected, variance],
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
  return (positives === 0 || positives >= smallCell) && (negatives === 0 || negatives >= smallCell);
}
