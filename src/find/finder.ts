import type { Evidence } from "../model/evidence.js";
import type { Criterion, Finding, Trigger } from "../model/assessment.js";

/** What a finder has seen. Candidates with a p-value are judged together, over the whole report. */
export interface Candidate extends Omit<Finding, "severity" | "likelihood" | "disclosure"> {
  /** One-sided p-value of a search; null for a plain fact, which is always reported. */
  readonly p: number | null;
  /** False when the difference would not matter even if it were certain. */
  readonly practical: boolean;
}

/**
 * One weakness, gap or risk to look for. A file of this folder exports one, named as the file.
 *
 * A search must return every place it looked at, also the innocent ones: the number of looks decides how
 * strong the evidence has to be (Benjamini-Hochberg over all of them).
 */
export interface Finder {
  readonly id: string;
  /** What it looks for, in a sentence. */
  readonly summary: string;
  readonly find: (evidence: JudgedEvidence) => readonly Candidate[];
}

/** Evidence with the verdicts of the agreed criteria, and of the versions a rollback leads to. */
export interface JudgedEvidence extends Evidence {
  readonly criteria: readonly Criterion[];
  readonly triggers: readonly Trigger[];
}

/** A plain fact with everything it does not need left empty. */
export function fact(rule: string, type: string, message: string, more: Partial<Candidate> = {}): Candidate {
  return {
    id: more.slice === undefined || more.slice === null ? rule : `${rule}@${more.slice}`,
    rule,
    type,
    message,
    slots: {},
    evaluation: null,
    slice: null,
    estimates: [],
    size: null,
    gap: false,
    p: null,
    practical: true,
    ...more,
  };
}
