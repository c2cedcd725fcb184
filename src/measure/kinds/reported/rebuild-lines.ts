import type { EvaluationPlan } from "../../../model/plan.js";
import { countsBehindPrinted } from "../../../stats/counts-behind-printed.js";
import {
  possibleClassCounts,
  type PrintedClass,
  type RebuiltClass,
} from "../../../stats/possible-class-counts.js";
import { rebuildClassCounts } from "../../../stats/rebuild-class-counts.js";

/** A line of a classification report, as the plan gives it. */
export type ReportLine = Exclude<NonNullable<EvaluationPlan["classes"]>[number], string | number | boolean>;

/** What the digits of a line tell of the counts behind it. */
export interface RebuiltLine {
  /** Cases of the class given that class; null where the digits leave none or several. */
  readonly hits: number | null;
  /** Cases given the class; null alike. */
  readonly predicted: number | null;
  /** Phrase id of why counts are missing; null when they are all there. */
  readonly reason: string | null;
}

/**
 * Counts behind each line, where exactly one set of them fits the printed digits.
 *
 * @param complete - true when every case has one actual and one predicted class of the list
 */
export function rebuildLines(lines: readonly ReportLine[], complete: boolean): RebuiltLine[] {
  const printed = lines.map(printedLine);
  const whole = printed.filter((line) => line !== null);
  const joint = rebuildClassCounts(whole, complete && whole.length === lines.length);
  return lines.map((line, index) => {
    const own = printed[index] ?? null;
    return own === null ? hitsAlone(line) : rebuiltLine(own, joint[whole.indexOf(own)] ?? null);
  });
}

function rebuiltLine(line: PrintedClass, found: RebuiltClass | null): RebuiltLine {
  if (found !== null) return { hits: found.tp, predicted: found.predicted, reason: null };
  const possible = possibleClassCounts(line);
  // None fits the line, or the only one that does contradicts the sums of all lines.
  if (possible !== null && possible.length < 2) return nothing("counts-do-not-fit");
  return { ...nothing("counts-not-unique"), hits: onlyHits(line.recall, line.support) };
}

/** Recall and support alone, without a precision, may still tell the hits. */
function hitsAlone({ recall, support }: ReportLine): RebuiltLine {
  const digits = recall === undefined ? null : digitsOf(recall);
  if (digits === null || support === undefined) return nothing("reported-without-counts");
  if (support > 0 && countsBehindPrinted(digits, support) === null) return nothing("counts-do-not-fit");
  const hits = onlyHits(digits, support);
  return { ...nothing(hits === null ? "counts-not-unique" : "reported-without-counts"), hits };
}

function nothing(reason: string): RebuiltLine {
  return { hits: null, predicted: null, reason };
}

function onlyHits(recall: string, support: number): number | null {
  const range = support === 0 ? { low: 0, high: 0 } : countsBehindPrinted(recall, support);
  return range?.low === range?.high ? (range?.low ?? null) : null;
}

/** The line in the form that counts are rebuilt from; null when it lacks one of its three numbers. */
function printedLine({ precision, recall, f1, support }: ReportLine): PrintedClass | null {
  const digits = [precision, recall].map((share) => (share === undefined ? null : digitsOf(share)));
  const [first, second] = digits;
  if (first == null || second == null || support === undefined) return null;
  const third = f1 === undefined ? null : digitsOf(f1);
  return { precision: first, recall: second, support, ...(third === null ? {} : { f1: third }) };
}

/** Digits of a share, twelve at most; null for a number that no report prints so: 1e-7. */
function digitsOf(share: string | number): string | null {
  const text = String(share);
  if (/^[01](\.\d{1,12})?$/.test(text)) return text;
  return /^[01]\.\d+$/.test(text) ? Number(text).toFixed(12) : null;
}
