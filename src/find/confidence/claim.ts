import type { Distribution, Estimate, EvaluationFacts, Finding } from "../../model/assessment.js";
import type { CalibrationGate } from "../../model/calibration-gate.js";
import type { Confidence, ConfidenceDomain } from "../../model/confidence.js";
import type { Evidence } from "../../model/evidence.js";
import type { ClaimPlan, EvaluationPlan } from "../../model/plan.js";

/** Everything a claim is judged on. */
export interface JudgedFacts extends Evidence {
  readonly findings: readonly Finding[];
  readonly calibration: readonly CalibrationGate[];
  readonly distributions: readonly Distribution[];
}

/** Evidence behind a claim that the rows hold. */
export interface Support {
  readonly evaluation: EvaluationFacts;
  /** The keys of the same evaluation in the plan. */
  readonly keys: EvaluationPlan;
}

/** One claim before it is judged. */
export interface Claim {
  readonly id: string;
  readonly kind: Confidence["kind"];
  readonly scope: Confidence["scope"];
  /** Null for a claim that the plan declares and no evaluation holds. */
  readonly support: Support | null;
  /** The number it tells; null for one that is no number of the evidence. */
  readonly estimate: Estimate | null;
  /** What the plan says of it; null for a number of the evidence. */
  readonly declared: ClaimPlan | null;
  readonly seen: Confidence["seen"];
}

/** A claim whose evidence is at hand: what most domains look at. */
export interface SupportedClaim extends Claim {
  readonly support: Support;
}

/** How far the evidence falls short of a claim in one respect. */
export interface Judgement {
  readonly points: 0 | -1 | -2;
  /** Phrase id of what was found, without `confidence.` and the domain in front: `few`. */
  readonly found: string;
  readonly slots?: Readonly<Record<string, string | number | null>>;
  /** False where nothing speaks for or against; true when not given. */
  readonly measured?: boolean;
}

/**
 * One respect in which evidence can fall short. A file of `domains/` exports one, named as the file. Its cut-offs and
 * their source stand in `templates/phrases`, where readers see them too.
 */
export interface DomainRule {
  readonly id: ConfidenceDomain;
  /** What it asks of a claim; null where the question does not arise. */
  readonly judge: (claim: Claim, facts: JudgedFacts) => Judgement | null;
}

/** True when a claim rests on rows, counts or rates of an evaluation. */
export function isSupported(claim: Claim): claim is SupportedClaim {
  return claim.support !== null;
}
