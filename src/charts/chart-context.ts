import type { Chart } from "../model/chart.js";
import type { Confidence } from "../model/confidence.js";
import type { Inline } from "../model/inline.js";
import type {
  Distribution,
  Estimate,
  EvaluationFacts,
  Finding,
  Scenario,
  Slice,
  Table,
} from "../model/assessment.js";
import type { Risk } from "../model/risk.js";
import type { Task } from "../model/tasks.js";
import type { ClaimSubject } from "../phrasing/claim-words.js";
import type { BaselineFacts } from "../phrasing/baseline-sentence.js";
import type { MoneyFacts } from "../phrasing/budget-sentences.js";
import type { CaseFacts } from "../phrasing/case-facts.js";
import type { SeriesFacts } from "../model/series-facts.js";
import type { PairFacts } from "../phrasing/pair-facts.js";
import type { ToldCriterion } from "../phrasing/criterion-words.js";
import type { Voice } from "../phrasing/voice.js";

/** What a chart may look at. */
export interface ChartContext {
  readonly voice: Voice;
  /** Base rate of use as it was stated, with its source and window; null without one. */
  readonly baseRate: { readonly source: string | null; readonly window: string | null } | null;
  readonly evaluation: EvaluationFacts;
  readonly slices: readonly Slice[];
  readonly findings: readonly Finding[];
  /** Estimate of a metric in this evaluation. */
  readonly estimate: (metric: string, slice: string) => Estimate | undefined;
  /** The same metric narrowed to each of its facets: to one attack species, to one layer. */
  readonly facets: (metric: string, slice: string) => readonly Estimate[];
  readonly distribution: (slice: string) => Distribution | undefined;
  readonly table: (name: string, slice: string) => Table | undefined;
  /** The series of an incident, else of the evidence the document is about; null without one. */
  readonly series: ShownSeries | null;
  /** Options that documents weigh, by threshold: other operating points of the same scores. */
  readonly scenarios: readonly Scenario[];
  /** Claims of the document with their stops, in the order in which it makes them. */
  readonly claims: readonly ShownClaim[];
  /** Facts of all evidence, which criteria may be about. */
  readonly evaluations: readonly EvaluationFacts[];
  /** What was agreed, of all evidence. */
  readonly criteria: readonly ToldCriterion[];
  /** The one case of the document; null where it has none. */
  readonly case: CaseFacts | null;
  /** Limitations of the register in its order, where the edition may know how grave they are. */
  readonly risks: readonly ShownRisk[];
  /** Wrong decisions a month from which a likelihood is 2, 3, 4 and 5. */
  readonly likelihoodSteps: readonly number[];
  /** What acting on the flagged gains and costs; null where nobody asks. */
  readonly money: MoneyFacts | null;
  /** How it goes without the model; null where nobody measured it, or this edition may not know. */
  readonly baseline: BaselineFacts | null;
  /** Two models on the same cases; null where none were compared. */
  readonly pair: PairFacts | null;
}

/** A series with what it shows, and what people did meanwhile. */
export interface ShownSeries {
  readonly facts: SeriesFacts;
  readonly table: Table;
  /** Name of what is measured per period. */
  readonly title: string;
  /** What was done, by the day it was done; in the order of the plan. */
  readonly done: readonly { readonly what: string; readonly at: string }[];
}

/** A limitation as a picture shows it. */
export interface ShownRisk {
  readonly id: string;
  readonly title: readonly Inline[];
  readonly risk: Risk;
}

/** A claim as a document makes it. */
export interface ShownClaim {
  readonly confidence: Confidence;
  readonly subject: ClaimSubject;
  /** The claim without its number, in words. */
  readonly name: readonly Inline[];
  /** True for one of the numbers at the top of the page. */
  readonly isTop: boolean;
}

/** What a chart is asked for: attributes of the directive, already resolved. */
export interface ChartOptions {
  /** Slice to draw; null for all cases. */
  readonly of: Slice | null;
  /** Slice to set beside it. */
  readonly against: Slice | null;
}

/** A chart of the registry. A file of this folder exports one, named as the file. */
export interface ChartKind {
  readonly id: string;
  readonly summary: string;
  /**
   * Kinds of evidence it is drawn of: the document's own where it is one of them, else the first of the plan. Left
   * out by a chart of whatever the document is about.
   */
  readonly tasks?: readonly Task[];
  /** Null when the evidence does not carry it; the reason is then in `missing`. */
  readonly draw: (context: ChartContext, options: ChartOptions) => Chart | null;
  /** Phrase id said when it cannot be drawn. */
  readonly missing: string;
  /** Phrase id that says more precisely why not: what this edition withholds, what the plan does not give. */
  readonly reason?: (context: ChartContext) => string | null;
}
