import type { Dialect } from "./sql.js";

/**
 * One database server that holds a table, or a shard of it. All that differs between servers is here: how to
 * connect, what the columns are, how a cell is read, and how an answer comes home. `count-on-servers.ts` does
 * the rest.
 */
export interface TableServer {
  /** As in `PostgreSQL 15.18`. */
  readonly version: string;
  /** The table as an SQL name. */
  readonly table: string;
  /** What each column holds, by its name. */
  readonly columns: ReadonlyMap<string, CellType>;
  readonly dialect: ServerDialect;
  /** Runs a statement and hands over its rows one by one; `take` never throws. */
  readonly ask: (statement: Statement, take: (row: AnswerRow) => void) => Promise<void>;
  /** Ends the connection; never throws. */
  readonly close: () => Promise<void>;
}

export interface Statement {
  readonly sql: string;
  /** What each column of the answer holds. */
  readonly holds: readonly AnswerType[];
}

/** A double, a whole number too large for one, or a text. */
export type AnswerType = "double" | "whole" | "text";

/** Texts and numbers as the server sent them, large numbers written out. Null for a missing text or number. */
export type AnswerRow = readonly (string | number | null)[];

/** `float` is a binary number, `exact` a whole or decimal one; `other` reads as a text. */
export type CellType = "text" | "float" | "exact" | "other";

export interface ServerDialect extends Dialect {
  /** A text without blanks around it, missing when nothing is left: for counting distinct ones. */
  readonly tidy: (text: string) => string;
  /** What `number` and `decimal` read, without looking whether a cell holds something else: nearly twice as fast. */
  readonly plainNumber: (column: string) => string;
  readonly plainDecimal: (column: string) => string;
  /** A column of the answer, so that `ask` can read it. */
  readonly send: (expression: string, holds: AnswerType) => string;
  /**
   * The keys of a statement, so that they need not be written again after `group by` and `order by`.
   *
   * @returns what is selected for each, and its short name there
   */
  readonly keys: (expressions: readonly AnswerKey[]) => readonly NamedKey[];
}

export interface AnswerKey {
  readonly sql: string;
  readonly holds: AnswerType;
}

export interface NamedKey {
  readonly selected: string;
  readonly name: string;
}

/** True when numbers can be read from cells of a type. */
export function holdsNumbers(type: CellType): boolean {
  return type === "float" || type === "exact";
}
