import type { CalibrationAt } from "../model/calibration-at.js";

/** A share of the cases, and where it is stated or computed. */
interface TracedShare {
  readonly ref: string;
  readonly value: number;
}

/** Share of positives from which refusing, or acting, pays; null where no share is enough. */
export interface BreakEven {
  /** case: from what this case earns and loses; model: from the costs that the whole model is judged by. */
  readonly kind: "case" | "model";
  readonly at: TracedShare | null;
  /** The same at the ends of the stated amounts. */
  readonly low: TracedShare | null;
  readonly high: TracedShare | null;
}

/** Money that each answer brings per case, by how the case turns out; a cost is negative. */
export interface CaseStakes {
  readonly ref: string;
  /** ISO code. */
  readonly currency: string;
  readonly accepted: Outcomes;
  readonly refused: Outcomes;
}

interface Outcomes {
  readonly positive: number;
  readonly negative: number;
}

/** Everything a sentence about one case rests on. */
export interface CaseFacts {
  readonly evaluation: string;
  /** The score of the case. */
  readonly score: number;
  /** Whether the score may be read as a probability, and what became of past cases scored like it. */
  readonly calibration: CalibrationAt;
  /** Null without costs. */
  readonly breakEven: BreakEven | null;
  readonly stakes: CaseStakes | null;
  /** Break-even at the costs of the whole model, where the case has one of its own; null elsewhere. */
  readonly usualBreakEven: TracedShare | null;
  /** What the threshold in use does with this score; null without one, or where this edition holds it back. */
  readonly rule: {
    readonly ref: string;
    readonly threshold: number;
    readonly direction: "above" | "below";
    readonly flags: boolean;
  } | null;
  /** What is done with the case one way and the other, as the author says it. */
  readonly accept: string;
  readonly refuse: string;
  /** Over what time an outcome counts; null where nobody has said. */
  readonly window: string | null;
}
