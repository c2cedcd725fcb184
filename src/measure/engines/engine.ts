import type { Failure, Message } from "../../errors.js";
import type { CountAnswer, CountQuery } from "../query/count-query.js";
import type { Access } from "./server-access.js";

/** One door to data. Another engine is one file of this folder and an entry in `all.ts`. */
export interface Engine {
  readonly id: string;
  /**
   * Counts every group of the query.
   *
   * @param access - how the servers of a table are reached; null for a file
   * @throws UserError naming file and line, or table, for a column that is missing, a cell that is no number,
   *         a number outside its range, and whatever keeps the source from being read
   */
  readonly count: (query: CountQuery, access: Access | null) => Promise<CountAnswer>;
}

/** Why a source could not be counted, as it travels between processes. */
export interface EngineFailure {
  readonly failure: Failure;
  readonly messages: readonly Message[];
}
