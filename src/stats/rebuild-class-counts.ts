import { countsBehindPrinted } from "./counts-behind-printed.js";

/** What a report prints about one class; a share as text, since its digits set its precision. */
export interface PrintedClass {
  readonly precision: string;
  readonly recall: string;
  /** Actual cases of the class, a count. */
  readonly support: number;
  readonly f1?: string;
}

/** Counts of one class: rightly predicted, actual, predicted in all. */
export interface RebuiltClass {
  readonly tp: number;
  readonly support: number;
  readonly predicted: number;
}

/**
 * Integer counts behind printed per-class precision, recall and support, where exactly one set of counts fits.
 *
 * @param classes - one line of the report per class
 * @param complete - true when every case has one actual and one predicted class of this list, so that predictions and
 *   actual cases sum to the same; defaults to false
 * @returns per class its counts, in order; `null` for a class whose digits leave none or several possible. With
 *   `complete` the equal sums may decide between them
 * @throws RangeError `Unexpected support -1, expected an integer >= 0`; as countsBehindPrinted
 * @see Brown & Heathers 2017, Soc. Psychol. Pers. Sci. 8:363, for the idea (GRIM)
 * @example
 * rebuildClassCounts([{ precision: "0.8571", recall: "0.9600", support: 25 }]) // [{ tp: 24, support: 25, predicted: 28 }]
 */
export function rebuildClassCounts(
  classes: readonly PrintedClass[],
  complete = false,
): (RebuiltClass | null)[] {
  const candidates = classes.map(possibleCounts);
  const own = candidates.map((list) => (list?.length === 1 ? (list[0] ?? null) : null));
  const listed = candidates.flatMap((list) => (list === null || list.length === 0 ? [] : [list]));
  const possible = listed.reduce((sum, list) => sum + list.length, 0);
  if (!complete || listed.length < classes.length || possible > MOST) return own;

  const cases = classes.reduce((sum, { support }) => sum + support, 0);
  return commonToAll(listed, cases);
}

/** More possibilities than this are no evidence, and would take long to weigh against each other. */
const MOST = 2_000;

/** Every count that the digits of one line allow; null for too many. */
function possibleCounts({ precision, recall, support, f1 }: PrintedClass): RebuiltClass[] | null {
  if (!Number.isInteger(support) || support < 0) {
    throw new RangeError(`Unexpected support ${support}, expected an integer >= 0`);
  }
  const hits = support === 0 ? { low: 0, high: 0 } : countsBehindPrinted(recall, support);
  if (hits === null) return [];
  if (hits.high - hits.low >= MOST) return null;

  const found: RebuiltClass[] = [];
  for (let tp = hits.low; tp <= hits.high; tp += 1) {
    // Without a hit the precision is 0 for any number of predictions, and many programs print 0 for none.
    if (tp === 0) {
      if (Number(precision) === 0) return null;
      continue;
    }
    const share = Number(precision);
    const step = 0.5 / 10 ** (precision.split(".")[1] ?? "").length;
    const least = Math.max(tp, Math.floor(tp / (share + step)) - 1);
    const most = share > step ? Math.ceil(tp / (share - step)) + 1 : Infinity;
    if (most - least > MOST) return null;
    for (let predicted = least; predicted <= most; predicted += 1) {
      const bounds = countsBehindPrinted(precision, predicted);
      if (bounds === null || tp < bounds.low || tp > bounds.high) continue;
      if (f1 !== undefined) {
        const both = countsBehindPrinted(f1, support + predicted);
        if (both === null || 2 * tp < both.low || 2 * tp > both.high) continue;
      }
      found.push({ tp, support, predicted });
      if (found.length > MOST) return null;
    }
  }
  return found;
}

/** Per class the candidate that every choice with predictions summing to the cases shares; null where they differ. */
function commonToAll(candidates: readonly RebuiltClass[][], cases: number): (RebuiltClass | null)[] {
  // Sums that the classes before, and the classes after, each position can reach.
  const before = reachable(candidates);
  const after = reachable([...candidates].reverse()).reverse();
  return candidates.map((list, k) => {
    const rest = [...(after[k] ?? [])];
    const fitting = list.filter(({ predicted }) =>
      rest.some((sum) => before[k]?.has(cases - predicted - sum) === true),
    );
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  });
}

/** For each position the sums of predictions that the positions before it can give. */
function reachable(candidates: readonly RebuiltClass[][]): Set<number>[] {
  const sums = [new Set([0])];
  for (const list of candidates) {
    const last = sums[sums.length - 1] ?? new Set<number>();
    sums.push(new Set([...last].flatMap((sum) => list.map(({ predicted }) => sum + predicted))));
  }
  return sums.slice(0, -1);
}
