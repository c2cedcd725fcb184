import type { AuditDetails } from "./audit-details.js";
import type { Assessment } from "./assessment.js";
import type { AttackDetails, LayerDetails } from "./attack-details.js";
import type { BinaryDetails } from "./binary-details.js";
import type { Cell } from "./cell.js";
import type { Plan } from "./plan.js";
import type { LoadedLimitation, Project } from "./project.js";
import type { VerificationDetails } from "./verification-details.js";
import type { ColumnDrift } from "./column-drift.js";
import type { SeriesDetails } from "./series-details.js";

/** What `measure` hands to `find`: every estimate, and the counts a finder needs to look further. */
export interface Evidence {
  readonly plan: Plan;
  readonly places: Project["places"];
  readonly limitations: readonly LoadedLimitation[];
  /** Date the documents carry: given, or the newest day of the evidence; null when neither is known. */
  readonly date: string | null;
  readonly evaluations: Assessment["evaluations"];
  readonly slices: Assessment["slices"];
  readonly estimates: Assessment["estimates"];
  readonly coverage: Assessment["coverage"];
  readonly tables: Assessment["tables"];
  /** Counts per evaluation id and slice id. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, Cell>>>>;
  /** Rows without a score by class of their label, per evaluation id. */
  readonly scoreMissing: Readonly<Record<string, { readonly positives: number; readonly negatives: number }>>;
  /** What finders need of other kinds of evidence, per evaluation id. */
  readonly details: Readonly<Record<string, EvidenceDetails>>;
}

/** Numbers that finders judge and no document prints: each kind of evidence adds its own, all optional. */
export interface EvidenceDetails extends BinaryDetails {
  readonly audit?: AuditDetails;
  readonly verification?: VerificationDetails;
  readonly attacks?: AttackDetails;
  readonly layers?: LayerDetails;
  readonly series?: SeriesDetails;
  readonly drift?: readonly ColumnDrift[];
  /** Evidence with many classes: their names, in order. */
  readonly classes?: readonly string[];
}
