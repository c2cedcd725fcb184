import type { Place } from "../errors.js";
import type { Inline } from "./inline.js";

/** A table as data: caption, note, columns, rows. Every cell is a sentence in pieces, so numbers stay traced. */
export interface Grid {
  readonly id: string;
  /** The finding as a full sentence; empty when the section heading says it. */
  readonly caption: readonly Inline[];
  /** Unit, n, meaning of the range. */
  readonly note: readonly Inline[];
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** What the reader should know before drawing conclusions. */
  readonly foot: readonly Inline[];
  /** True where rows and columns are both kinds of thing: it keeps its shape on a phone. */
  readonly matrix?: boolean;
}

export interface GridColumn {
  readonly label: readonly Inline[];
  /** Numbers stand at the end, words at the start. */
  readonly align: "start" | "end";
  /** A column of small drawings that repeat the numbers beside them; screen readers skip it. */
  readonly drawing?: boolean;
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  /** A row that opens a group of rows. */
  readonly opens?: boolean;
  readonly strong?: boolean;
  /** Name by which a link on the same page leads here. */
  readonly anchor?: string;
}

export interface GridCell {
  readonly pieces: readonly Inline[];
  /** Where an author wrote the words; not set for words of ours. */
  readonly place?: Place;
  /** Drawn by charts/; trusted, holds no text of the author. */
  readonly svg?: string;
  /** Set only where the whole range is worse than everyone. */
  readonly tone?: "wrong";
  /** Ground of a cell of a matrix: deeper the larger its share of its row, 0 to 4; the words say the count. */
  readonly shade?: 0 | 1 | 2 | 3 | 4;
  /** Edge of a cell of a matrix, beside the words that say the same: solid, dashed, none. */
  readonly state?: "measured" | "thin" | "untested" | "absent";
  /** Mark shown before the words. */
  readonly mark?: "caught" | "missed" | "false-alarm" | "left-alone";
}
