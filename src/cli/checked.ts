import type { Suppressed } from "../check/settle.js";
import type { Message } from "../errors.js";

/** What was found in a project, or in texts that belong to none. */
export interface Checked {
  /** Folder that the places of the messages are relative to; as a path from where the program runs. */
  readonly folder: string;
  readonly messages: readonly Message[];
  /** Messages that an exception of the author holds back. */
  readonly suppressed: readonly Suppressed[];
  /** Documents and texts read. */
  readonly documents: number;
  readonly texts: number;
}
