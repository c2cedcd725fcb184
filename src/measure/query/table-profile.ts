/** What a table looks like, before anyone has said what its columns mean. */
export interface TableProfile {
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
}

export interface ColumnProfile {
  readonly name: string;
  /** Distinct values, blanks left out. */
  readonly distinct: number;
  /** Cells that are not blank. */
  readonly filled: number;
  /** True when every filled cell is a number. */
  readonly numeric: boolean;
  readonly low: number | null;
  readonly high: number | null;
  /** The most frequent values, at most twelve. */
  readonly values: readonly string[];
}
