import type { EvidenceSource } from "../../model/project.js";

/**
 * What a kind of evidence asks an engine, and what the engine answers: counts of groups, never rows.
 *
 * Answers add up: those of two files, or of two shards, merge by adding the counts of equal groups
 * (`merge-groups.ts`). Every sum is a sum of integers, so that no order of addition can change it.
 */
export interface CountQuery {
  readonly source: EvidenceSource;
  /** Every column a group uses, once, and how its cells are read. */
  readonly columns: readonly ColumnUse[];
  readonly groups: readonly GroupQuery[];
}

export interface ColumnUse {
  readonly name: string;
  /**
   * `text`: letters without blanks around them. `number`: a double. `decimal`: an exact number of at most
   * four decimals and fourteen digits before them, such as money.
   */
  readonly as: "text" | "number" | "decimal";
  /** Lowest and highest number that may occur; null for any finite one. A number outside is a fault of the file. */
  readonly range: readonly [number, number] | null;
}

/** Rows counted by equal keys. */
export interface GroupQuery {
  readonly keys: Readonly<Record<string, Key>>;
  readonly sums?: Readonly<Record<string, Sum>>;
  /** Smallest value of an expression within the group. */
  readonly lowest?: Readonly<Record<string, Expression>>;
  /** Smallest and largest value of an expression within the group. */
  readonly extremes?: Readonly<Record<string, Expression>>;
  /** Columns whose distinct filled cells are counted; only in a group without keys. */
  readonly distinct?: Readonly<Record<string, string>>;
}

/** One property of a row that groups are told apart by. A blank cell, or one that is no number, gives null. */
export type Key =
  | { readonly key: "text"; readonly column: string }
  /** 1 where a text is blank or missing, else 0. */
  | { readonly key: "blank"; readonly column: string }
  | { readonly key: "number"; readonly column: string }
  /** floor((x - low) / (high - low) * bins): 0 to `bins`, the last for the highest number alone. */
  | {
      readonly key: "bin";
      readonly column: string;
      readonly low: number;
      readonly high: number;
      readonly bins: number;
    }
  /** Place among rising cuts: 0 below the first, cuts.length from the last on. */
  | { readonly key: "band"; readonly column: string; readonly cuts: readonly number[] }
  /** 1 where the number, as a double, lies on the flagged side of the threshold, else 0. */
  | {
      readonly key: "flagged";
      readonly column: string;
      readonly threshold: number;
      readonly flag: "at-or-above" | "below";
    }
  /** Place of the column with the highest number, the first where several are; null where one of them is blank. */
  | { readonly key: "highest"; readonly columns: readonly string[] }
  /** How a cell of a number column reads: 0 usable, 1 blank, 2 not finite. */
  | { readonly key: "status"; readonly column: string };

/** Sum of floor(expression * 2^bits) over the rows where the expression has a value, as a whole number. */
export interface Sum {
  readonly of: Expression;
  /** Choose it so that the largest sum stays below 2^62. */
  readonly bits: number;
}

/** Arithmetic on doubles; no value where a cell has none, or where a divisor is zero. */
export type Expression =
  | { readonly column: string }
  /** A decimal column in whole ten-thousandths. */
  | { readonly decimal: string }
  | { readonly constant: number }
  | { readonly minus: readonly [Expression, Expression] }
  | { readonly times: readonly [Expression, Expression] }
  | { readonly divide: readonly [Expression, Expression] }
  | { readonly abs: Expression }
  /** 1 where the first is at most the second, else 0. */
  | { readonly atMost: readonly [Expression, Expression] };

/** Parts of one unit of a decimal column. */
export const decimalScale = 10_000;

export interface CountAnswer {
  /** Rows of the source, blank ones included where the engine sees them. */
  readonly rows: number;
  /** As in the query, in its order. */
  readonly groups: readonly GroupAnswer[];
  /** What a reader needs to ask again; null for a file, whose digest says it. */
  readonly asked: Asked | null;
}

/** What a server was asked, and a digest of what it answered. */
export interface Asked {
  /** Name and release of the server. */
  readonly version: string;
  readonly queries: readonly string[];
  /** Of the counts as they came out: the same for the same rows, whatever server holds them. */
  readonly digest: string;
}

/** Groups as columns of equal length, rising by their keys in the order of the query, missing keys last. */
export interface GroupAnswer {
  readonly keys: Readonly<Record<string, KeyColumn>>;
  readonly n: Float64Array;
  readonly sums: Readonly<Record<string, Float64Array>>;
  readonly lowest: Readonly<Record<string, Float64Array>>;
  readonly extremes: Readonly<Record<string, { readonly low: Float64Array; readonly high: Float64Array }>>;
  readonly distinct: Readonly<Record<string, number>>;
}

export type KeyColumn =
  /** `codes` point into `values`, -1 for a missing cell; values rise by their UTF-8 bytes. */
  | { readonly kind: "text"; readonly codes: Int32Array; readonly values: readonly string[] }
  /** NaN for a missing number. */
  | { readonly kind: "number"; readonly numbers: Float64Array };

/** Asks the engine of a source; the pipeline gives one that does it in a process of its own. */
export type Ask = (query: CountQuery) => Promise<CountAnswer>;
