import type { Estimate, ReferenceClass } from "../model/assessment.js";
import type { Task } from "../model/tasks.js";
import { referenceClasses } from "../model/reference-classes.js";
import type { Audience } from "../model/plan.js";
import type { Say } from "./say.js";
import type { SpokenWords } from "./spoken-words.js";

/** Everything a sentence needs to know about the document it stands in. */
export interface Voice {
  readonly say: Say;
  /** True when the language has a phrase of this id: words that only some metrics have. */
  readonly knows: (id: string) => boolean;
  readonly lang: string;
  readonly audience: Audience;
  readonly words: SpokenWords;
  /** ISO code of the currency of money; null where the plan gives no costs. */
  readonly currency: string | null;
  /** The one total per class of cases that rates of binary evidence are told out of. */
  readonly outOf: Readonly<Record<ReferenceClass, number>>;
  /** The total a share is told out of: of its class, or of its metric where evidence knows no two classes. */
  readonly totalOf: (estimate: Estimate) => number;
  /** Kind of the evidence an estimate rests on. */
  readonly taskOf: (estimate: Pick<Estimate, "evaluation">) => Task;
  /** The author's name of what a metric is narrowed to, if any. */
  readonly partName: (estimate: Pick<Estimate, "evaluation" | "facet">) => string | null;
  /** Smallest difference between two rates that would matter, a fraction; null where nobody has said. */
  readonly worthwhile?: number | null;
  readonly estimate: (id: string) => Estimate | undefined;
}

/** A hundred of each class of cases: the total a rate is told out of unless a document chooses another. */
export const hundredEach = Object.fromEntries(referenceClasses.map((of) => [of, 100])) as Readonly<
  Record<ReferenceClass, number>
>;
