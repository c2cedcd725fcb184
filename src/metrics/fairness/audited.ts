import type { AxisGroup } from "../../model/audit-details.js";

/** All groups of one axis: the food of every fairness metric. */
export interface Audit {
  readonly groups: readonly AxisGroup[];
  /** Groups below this share of the known are left out of the ratios, a fraction in [0, 1]. */
  readonly leaveOut: number;
  /** True where rows of one person are not independent: no interval holds then. */
  readonly bySubject: boolean;
}

/** One group, seen among the others of its axis. */
export interface AuditedGroup {
  readonly audit: Audit;
  readonly group: string;
}
