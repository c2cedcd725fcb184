import type { Message, Place } from "../errors.js";
import type { Assessment } from "./assessment.js";
import type { LimitationRecord } from "./limitation.js";
import type { Plan } from "./plan.js";

/** What `load` read: the plan, the author's words, and the evidence as private copies. Plain data. */
export interface Project {
  /** Absolute folder of the project; never printed into an output. */
  readonly root: string;
  readonly plan: Plan;
  /** Where each key of the plan stands, by dotted path, and each body of a limitation, by its file. */
  readonly places: Readonly<Record<string, Place>>;
  readonly notes: readonly LoadedNote[];
  readonly limitations: readonly LoadedLimitation[];
  /** Earlier Assessments that documents are compared with, by path; absent without one. */
  readonly previous?: Readonly<Record<string, Assessment>>;
  readonly messages: readonly Message[];
}

export interface LoadedNote {
  readonly path: string;
  /** Document kind the note is for; null for every kind. */
  readonly kind: string | null;
  /** Named place of the document it fills: `why`, `not-known`. */
  readonly slot: string;
  /** Empty when the file could not be read; a message says why. */
  readonly text: string;
}

export interface LoadedLimitation {
  readonly path: string;
  readonly record: LimitationRecord;
  readonly body: string;
  /** Line of the file on which the body begins. */
  readonly bodyLine: number;
}

/** One evidence file, copied under its digest to a private folder before anything reads it. */
export interface EvidenceFile {
  /** Relative to the project folder. */
  readonly path: string;
  readonly copy: string;
  readonly format: "csv" | "parquet";
  readonly sha256: string;
  readonly bytes: number;
  /** Column names of a CSV file in order; null for Parquet, which carries its own. */
  readonly header: readonly string[] | null;
  readonly delimiter: string;
  /** Most rows there can be; null for over a million, and for Parquet, whose rows the engine counts at once. */
  readonly rowsAtMost: number | null;
  /** The files of a pattern such as `data/*.csv`, counted one by one and added; absent for a single file. */
  readonly parts?: readonly EvidenceFile[];
}

/** A table on a database server, named as the plan names it; the address comes from the environment. */
export interface DatabaseTable {
  readonly engine: "postgres" | "clickhouse";
  /** `table` or `schema.table`. */
  readonly table: string;
}

/** Where the rows of an evaluation are. */
export type EvidenceSource = EvidenceFile | DatabaseTable;

/** True for a file, false for a table on a server. */
export function isFile(source: EvidenceSource): source is EvidenceFile {
  return "copy" in source;
}
