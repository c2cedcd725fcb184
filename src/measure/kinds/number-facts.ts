import type { EvaluationFacts } from "../../model/assessment.js";
import type { EvaluationInput } from "../evaluation-input.js";
import { plannedFacts } from "./planned-facts.js";

/** What was counted of evidence about a number, which knows no two classes. */
export interface NumberRows {
  readonly rows: number;
  readonly used: number;
  readonly actualBlank: number;
  readonly forecastBlank: number;
  readonly notFinite: number;
  readonly subjects: number | null;
  readonly counts: Readonly<Record<string, number>>;
  /** First and last period, where they are days; taken where the plan gives none. */
  readonly firstPeriod: string | null;
  readonly lastPeriod: string | null;
  readonly slices: readonly string[];
}

/** Facts of an evaluation whose cases are numbers: regression, forecasts, series. */
export function numberFacts(input: EvaluationInput, rows: NumberRows): EvaluationFacts {
  const { evaluation } = input;
  const facts = plannedFacts(input, {
    rows: rows.rows,
    used: rows.used,
    positives: null,
    negatives: null,
    counts: { ...rows.counts },
    excluded: {
      label_blank: rows.actualBlank,
      score_blank: rows.forecastBlank,
      score_not_finite: rows.notFinite,
    },
    subjects: rows.subjects,
    columns: {
      label: evaluation.actual ?? evaluation.measure ?? null,
      positive: null,
      subject: evaluation.subject ?? null,
      slices: [...rows.slices],
    },
    value_name: evaluation.quantity ?? null,
  });
  return { ...facts, collected: facts.collected ?? observed(rows) };
}

function observed({ firstPeriod, lastPeriod }: NumberRows): EvaluationFacts["collected"] {
  const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);
  return isDay(firstPeriod) && isDay(lastPeriod) ? { first: firstPeriod, last: lastPeriod } : null;
}

/** Facts of an evaluation that names no rows: a fault the plan's check has told. */
export function noRows(input: EvaluationInput): EvaluationFacts {
  return numberFacts(input, {
    rows: 0,
    used: 0,
    actualBlank: 0,
    forecastBlank: 0,
    notFinite: 0,
    subjects: null,
    counts: {},
    firstPeriod: null,
    lastPeriod: null,
    slices: [],
  });
}
