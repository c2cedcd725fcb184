import type { Cell } from "../../model/cell.js";
import type { StatedRate } from "../../model/stated-rate.js";

/** One outcome of several: its cell counts as flagged those who get it. */
export interface OneOutcome {
  readonly cell: Cell;
  readonly baseRate: StatedRate | null;
}
