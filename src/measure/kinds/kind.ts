import type { Assessment, Estimate, EvaluationFacts, Slice } from "../../model/assessment.js";
import type { Cell } from "../../model/cell.js";
import type { EvidenceDetails } from "../../model/evidence.js";
import type { Task } from "../../model/plan.js";
import type { EvaluationInput } from "../evaluation-input.js";

/** One kind of evidence: what it asks of the rows, and what it measures from the answer. */
export interface EvidenceKind {
  /** Value of `task` in the plan. */
  readonly id: Task;
  /** What the evidence is, in a sentence. */
  readonly summary: string;
  readonly measure: (input: EvaluationInput) => Promise<MeasuredEvaluation>;
}

/** Everything measured on one body of evidence. */
export interface MeasuredEvaluation {
  readonly facts: EvaluationFacts;
  readonly slices: readonly Slice[];
  readonly estimates: readonly Estimate[];
  readonly distributions: Assessment["distributions"];
  readonly tables: Assessment["tables"];
  readonly coverage: Assessment["coverage"];
  /** Counts by slice id, for the finders of binary evidence. */
  readonly cells: Readonly<Record<string, Cell>>;
  /** Rows without a score by class of their label; null where that is no question. */
  readonly scoreMissing: { readonly positives: number; readonly negatives: number } | null;
  /** What finders need beyond the estimates. */
  readonly details: EvidenceDetails;
}

/** A measured evaluation with every list empty: a kind fills what it has. */
export function nothingMeasured(facts: EvaluationFacts): MeasuredEvaluation {
  return {
    facts,
    slices: [],
    estimates: [],
    distributions: [],
    tables: [],
    coverage: [],
    cells: {},
    scoreMissing: null,
    details: {},
  };
}
