import type { Criterion, Estimate, EvaluationFacts, ReferenceClass, Slice, Words } from "./assessment.js";
import type { Chart } from "./chart.js";
import type { Inline } from "./inline.js";
import type { Audience } from "./plan.js";

/*
 * What a page with what-if sliders carries inside: plain JSON, counts and never rows, already redacted for the edition
 * of the page. `src/scenario` turns it and a setting into everything that the page then shows.
 */

/** A stated amount with the ends of its range; both ends are the value itself where no range is stated. */
export interface RangedNumber {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A phrase parsed before and written down again: see `packPhrase`. */
export type PackedPhrase = string;

/** Histogram of the scores of the cases that a document is about, per class. */
export interface ScenarioHistogram {
  /** Lower edge of each bin, rising: a case lies in bin k where edge k <= score < edge k + 1. Also the thresholds on offer. */
  readonly edges: readonly number[];
  /** Cases of each bin: integers >= 0; outside the internal edition 0 or at least 10. */
  readonly positives: readonly number[];
  readonly negatives: readonly number[];
  /** Where rows share subjects, what that does to the ranges at each edge; else null. */
  readonly clusters: { readonly positives: ScenarioClusters; readonly negatives: ScenarioClusters } | null;
}

/** Repeated subjects of one class of cases. */
export interface ScenarioClusters {
  readonly subjects: number;
  /** Design effect of the share flagged at each edge; null where it is undefined, and one case per subject counts. */
  readonly effects: readonly (number | null)[];
}

/** Costs in one currency; each null where nobody has stated it. */
export interface ScenarioCosts {
  readonly currency: string;
  /** Of acting on any flagged case. */
  readonly action: RangedNumber | null;
  /** Of a flagged negative, beside acting on it. */
  readonly falseAlarm: RangedNumber | null;
  readonly miss: RangedNumber | null;
  /** Share of the loss of a miss that acting prevents. */
  readonly effect: RangedNumber | null;
  /** Who stated each, by its key. */
  readonly sources: Readonly<Partial<Record<"action" | "falseAlarm" | "miss" | "effect", string>>>;
  /** Which of them the slider of the cost per false alarm moves: where only acting has a price, it is that. */
  readonly alarmIs: "falseAlarm" | "action";
}

/** An agreed criterion that the counts at a threshold can answer. */
export interface ScenarioCriterion extends Pick<
  Criterion,
  "id" | "title" | "operator" | "bound" | "upper" | "confidence" | "importance"
> {
  readonly metric: ScenarioMetric;
  /** A verdict that no threshold changes: too few cases, a test out of date, a threshold chosen on it. */
  readonly fixed: Criterion["verdict"] | null;
  readonly judgedOn: "bound" | "observed";
}

/** Metrics that follow from the counts at a threshold, with a base rate. */
export type ScenarioMetric = "recall" | "false-alarms" | "specificity" | "precision" | "flag-rate";

/** Everything the sliders of one page need. */
export interface ScenarioData {
  readonly schema: 1;
  readonly lang: string;
  readonly audience: Audience;
  /** What estimate ids of this evidence begin with: `evaluation/`, or nothing. */
  readonly prefix: string;
  readonly evaluation: EvaluationFacts;
  /** Group of cases that the document is about; null for all. */
  readonly slice: Slice | null;
  readonly histogram: ScenarioHistogram;
  /** Lowest and highest score seen, as far as the bins of this edition tell. */
  readonly seen: { readonly low: number; readonly high: number };
  /** Threshold in use: always an edge of the histogram; null where none is stated. */
  readonly threshold: number | null;
  readonly baseRate: RangedNumber | null;
  readonly costs: ScenarioCosts | null;
  readonly volume: { readonly cases: number; readonly per: string } | null;
  readonly capacity: { readonly cases: number; readonly per: string } | null;
  /** Totals that shares are told out of, as in the document around it. */
  readonly outOf: Readonly<Record<ReferenceClass, number>>;
  readonly words: Words & {
    readonly declined?: {
      readonly of: Readonly<Record<"case" | "positive" | "negative", readonly [string, string]>>;
      readonly a: Readonly<Record<"case" | "positive" | "negative", string>>;
      readonly groups: Readonly<Record<string, string>>;
    };
  };
  readonly worthwhile: number | null;
  /** True where the scores passed the calibration gate: a break-even may then be told as a score. */
  readonly calibrated: boolean;
  readonly criteria: readonly ScenarioCriterion[];
  /** Sentences it may say, by id. */
  readonly phrases: Readonly<Record<string, PackedPhrase>>;
}

/**
 * The same as a page carries it: what a page of one sheet has room for. Counts are digits of base 36, those of more than
 * one in brackets; a regular row of edges is its first one, its step and how many; phrases stand under the part of their
 * id before its last dot.
 */
export interface PackedScenario extends Omit<ScenarioData, "histogram" | "phrases"> {
  readonly histogram: {
    readonly edges:
      readonly number[] | { readonly first: number; readonly step: number; readonly count: number };
    readonly positives: string;
    readonly negatives: string;
    readonly clusters: Readonly<Record<"positives" | "negatives", PackedClusters>> | null;
  };
  readonly phrases: Readonly<Record<string, Readonly<Record<string, PackedPhrase>>>>;
}

/** Each effect with how many edges in a row have it. */
export interface PackedClusters {
  readonly subjects: number;
  readonly effects: readonly (number | null)[];
}

/** Where the sliders stand. A value that nobody has stated and nobody has set is null. */
export interface Setting {
  /** One of the edges of the histogram; null flags nobody. */
  readonly threshold: number | null;
  /** Share of positives where the model is used, a fraction in (0, 1). */
  readonly baseRate: number | null;
  /** Cost per false alarm, in the currency of the costs: see `alarmIs`. */
  readonly falseAlarm: number | null;
  /** Cost per miss. */
  readonly miss: number | null;
  /** Cases of one period. */
  readonly volume: number | null;
  /** Flagged cases that people can handle, in the period of the capacity. */
  readonly capacity: number | null;
}

export type ScenarioControl = keyof Setting;

/** The four outcomes; sums to the total it is told of. */
export interface ScenarioCounts {
  readonly tp: number;
  readonly fn: number;
  readonly fp: number;
  readonly tn: number;
}

/** Whether a setting rests on enough cases: the shares of a `few` or `outside` one are luck, and are not told. */
export type ScenarioSupport = "enough" | "few" | "outside";

/** Money against today's policy. */
export interface ScenarioNet {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** What its range allows to say. */
  readonly says: "gains" | "loses" | "either";
}

export interface ScenarioVerdict {
  readonly id: string;
  readonly verdict: Criterion["verdict"];
  readonly words: readonly Inline[];
}

/** Everything that a page shows of one setting. */
export interface ScenarioView {
  readonly setting: Setting;
  /** True for today's policy: every slider where the plan has it. */
  readonly isToday: boolean;
  readonly support: ScenarioSupport;
  /** Why it is greyed; empty for a setting that is not. */
  readonly greyed: readonly Inline[];
  /** What is caught, missed and flagged for nothing, one sentence each. */
  readonly sentences: readonly (readonly Inline[])[];
  /** All sentences of the setting as one text, to be read aloud. */
  readonly spoken: string;
  /** One short line for the live region and for a slide: threshold, caught, missed, false alarms, flagged. */
  readonly line: readonly Inline[];
  /** The cases tested: whole counts. */
  readonly tested: ScenarioCounts;
  /** The cases of one period at the base rate of the setting; those tested where volume or base rate is not known. */
  readonly counts: ScenarioCounts & { readonly total: number; readonly per: string | null };
  readonly icons: Chart | null;
  readonly tree: Chart | null;
  readonly tradeOff: Chart | null;
  /** Work of one period against capacity; empty without a volume. */
  readonly work: readonly Inline[];
  readonly fits: "yes" | "maybe" | "no" | null;
  /** Null without costs, at today's threshold, and where too few are flagged to say. */
  readonly net: ScenarioNet | null;
  /** What the net says, or why there is none; empty without costs. */
  readonly money: readonly Inline[];
  readonly criteria: readonly ScenarioVerdict[];
  /** From which share of right ones flagging pays; empty without costs. */
  readonly breakEven: readonly Inline[];
  /** The numbers behind it, as an Assessment would hold them. */
  readonly estimates: readonly Estimate[];
}
