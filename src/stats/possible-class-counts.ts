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
 * Every set of counts that the printed digits of one class allow.
 *
 * @param printed - one line of the report
 * @returns the possible counts, rising; empty when none fits, so that the print is wrong; `null` for too many to weigh
 * @throws RangeError `Unexpected support -1, expected an integer >= 0`; as countsBehindPrinted
 * @see Brown & Heathers 2017, Soc. Psychol. Pers. Sci. 8:363, for the idea (GRIM)
 * @example
 * possibleClassCounts({ precision: "0.86", recall: "0.90", support: 10 }) // []
 */
export function possibleClassCounts({ precision, recall, support, f1 }: PrintedClass): RebuiltClass[] | null {
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

/** More possibilities than this are no evidence. */
const MOST = 2_000;
