import type { Estimate, ReferenceClass, Words } from "../model/assessment.js";
import { referenceClasses } from "../model/reference-classes.js";
import type { Audience } from "../model/plan.js";
import type { Say } from "./say.js";

/** Everything a sentence needs to know about the document it stands in. */
export interface Voice {
  readonly say: Say;
  readonly lang: string;
  readonly audience: Audience;
  readonly words: Words;
  /** The one total per class of cases that rates of this document are told out of. */
  readonly outOf: Readonly<Record<ReferenceClass, number>>;
  readonly estimate: (id: string) => Estimate | undefined;
}

/** A hundred of each class of cases: the total a rate is told out of unless a document chooses another. */
export const hundredEach = Object.fromEntries(referenceClasses.map((of) => [of, 100])) as Readonly<
  Record<ReferenceClass, number>
>;
