import { possibleClassCounts, type PrintedClass, type RebuiltClass } from "./possible-class-counts.js";

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
  const candidates = classes.map(possibleClassCounts);
  const own = candidates.map((list) => (list?.length === 1 ? (list[0] ?? null) : null));
  const listed = candidates.flatMap((list) => (list === null || list.length === 0 ? [] : [list]));
  const possible = listed.reduce((sum, list) => sum + list.length, 0);
  if (!complete || listed.length < classes.length || possible > MOST) return own;

  const cases = classes.reduce((sum, { support }) => sum + support, 0);
  return commonToAll(listed, cases);
}

/** More possibilities than this in all would take long to weigh against each other. */
const MOST = 2_000;

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
