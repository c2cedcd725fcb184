import type { Estimate, EvaluationFacts, Slice } from "../../model/assessment.js";

/** Everything a pattern may rest on: the numbers that are known of one group of cases; null for one that is not. */
export interface Known {
  /** Group it is told of; null for all cases. */
  readonly slice: Slice | null;
  /** Share of the actual positives that is flagged. */
  readonly recall: Estimate | null;
  /** Share of the actual negatives that is flagged. */
  readonly falseAlarms: Estimate | null;
  /** Share of the flagged that is positive, at the stated base rate. */
  readonly precision: Estimate | null;
  /** The same among the cases of the test, whose mix may be another. */
  readonly precisionTest: Estimate | null;
  /** Stated share of positives among the cases the reader meets. */
  readonly baseRate: Estimate | null;
  /** Share of positives in the test. */
  readonly testRate: Estimate | null;
  /** F1 in the test. */
  readonly f1: Estimate | null;
  /** Share of all cases of the test judged rightly. */
  readonly accuracy: Estimate | null;
  /** True where recall, precision and F1 were left out, being averages over classes. */
  readonly averaged: boolean;
  readonly evaluation: Pick<
    EvaluationFacts,
    "id" | "kind" | "basis" | "collected" | "reported_by" | "used" | "positives" | "negatives"
  >;
}

/** How an estimate is found by its metric and slice. */
export type Find = (metric: string, slice: string) => Estimate | undefined;

/** Collects what is known of a slice, or of all cases. */
export function knownOf(find: Find, slice: Slice | null, evaluation: Known["evaluation"]): Known {
  const told = (metric: string): Estimate | null => {
    const estimate = find(metric, slice?.id ?? "all");
    return estimate?.value == null ? null : estimate;
  };
  const all = {
    slice,
    recall: told("recall"),
    falseAlarms: told("false-alarms"),
    ...precisionsOf(told("precision"), told("precision-test")),
    baseRate: told("deployment-base-rate"),
    testRate: told("base-rate"),
    f1: reportedOr(told("f1"), told("f1-test")),
    accuracy: reportedOr(told("accuracy"), told("accuracy-test")),
    averaged: false,
    evaluation,
  };
  // A test of one class alone says nothing of the flagged: all of them are right, or none can be.
  if (all.testRate?.value === 0 || all.testRate?.value === 1)
    return { ...all, precisionTest: null, f1: null, accuracy: null };
  return looksAveraged(all) ? { ...all, recall: null, precisionTest: null, f1: null, averaged: true } : all;
}

/** What somebody reported as precision is that of their test: nobody has moved it to the reader's base rate. */
function precisionsOf(precision: Estimate | null, test: Estimate | null) {
  const isReported = precision?.origin === "reported";
  return { precision: isReported ? null : precision, precisionTest: isReported ? precision : test };
}

/**
 * True for reported numbers that no single positive class can have: the average of recall over classes, weighted by
 * their size, is the accuracy itself; an average F1 is not the harmonic mean of the averages beside it.
 */
function looksAveraged({
  recall,
  precisionTest,
  f1,
  accuracy,
}: Pick<Known, "recall" | "precisionTest" | "f1" | "accuracy">): boolean {
  if (recall?.origin !== "reported" || recall.value === null) return false;
  if (accuracy?.origin === "reported" && Math.abs((accuracy.value ?? 0) - recall.value) < 5e-5) return true;
  if (precisionTest?.value == null || f1?.value == null || f1.origin !== "reported") return false;
  const harmonic = (2 * precisionTest.value * recall.value) / (precisionTest.value + recall.value || 1);
  return Math.abs(harmonic - f1.value) > largestRoundingError;
}

/** What rounding of three printed shares to two digits can make of the identity of F1. */
const largestRoundingError = 0.011;

/** A score of the whole test: the value measured there, else the one reported. */
function reportedOr(ready: Estimate | null, test: Estimate | null): Estimate | null {
  return test ?? (ready?.origin === "reported" ? ready : null);
}

/** Whether positives are about as common in the test as where the model is used. */
export type Mix = "same" | "other" | "unknown";

/**
 * The mix of the test against that of use: `other` outside a ratio of 0.5 to 2, where a share of the flagged measured
 * on the test says nothing about use. A log of real use has its mix unless a stated base rate contradicts it.
 */
export function mixOf({ baseRate, testRate, evaluation }: Known): Mix {
  if (baseRate?.value != null && testRate?.value != null) {
    const ratio = baseRate.value === 0 ? Infinity : testRate.value / baseRate.value;
    return ratio >= 0.5 && ratio <= 2 ? "same" : "other";
  }
  return evaluation.kind === "deployment" ? "same" : "unknown";
}

/** True for rates somebody stated: a number without its counts never gains a range. */
export function isReported({ recall, falseAlarms, precisionTest, f1, accuracy }: Known): boolean {
  const told = [recall, falseAlarms, precisionTest, f1, accuracy].filter((estimate) => estimate !== null);
  return told.length > 0 && told.every(({ origin }) => origin === "reported");
}
