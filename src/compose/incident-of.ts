import type { EvaluationFacts, Table } from "../model/assessment.js";
import type { IncidentFacts, IncidentSums } from "../model/incident-facts.js";
import type { IncidentPlan } from "../model/incident-plan.js";
import type { Inline } from "../model/inline.js";
import type { SeriesFacts } from "../model/series-facts.js";
import { formatCount, formatDecimal } from "../phrasing/format-number.js";
import { formatPeriod, isMonthly } from "../phrasing/format-period.js";
import { visibleText } from "../visible-text.js";
import type { DocumentContext } from "./context.js";

/** The incident of a document: what the plan says, what was counted, and how its numbers are told. */
export interface Incident {
  readonly plan: IncidentPlan;
  readonly facts: IncidentFacts;
  readonly series: SeriesFacts | null;
  readonly sums: (role: IncidentSums["role"]) => IncidentSums | undefined;
  /** What forecasts and actuals are counted in; empty where nobody has said. */
  readonly quantity: string;
  /** A period of the series as people say it. */
  readonly period: (period: string) => string;
  /** A number of the incident in digits that it carries. */
  readonly amount: (role: string, value: number) => Inline;
}

/** Null for a document without an incident, and for an edition that may not know of it. */
export function incidentOf(context: DocumentContext): Incident | null {
  const { assessment, document, index, voice } = context;
  const facts = assessment.incidents.find((one) => one.document === index);
  if (document.incident === undefined || facts === undefined) return null;
  const series = assessment.series.find(({ evaluation }) => evaluation === facts.series) ?? null;
  const monthly = isMonthly((seriesTable(context, facts.series)?.rows ?? []).map(({ label }) => label));
  return {
    plan: document.incident,
    facts,
    series,
    sums: (role) => facts.sums.find((one) => one.role === role),
    quantity: visibleText(quantityOf(context, facts) ?? ""),
    period: (period) => visibleText(formatPeriod(period, monthly, voice.lang)),
    amount: (role, value) => ({
      type: "datum",
      ref: `incident:${index}/${role}`,
      part: "value",
      ...amountText(value, voice.lang),
    }),
  };
}

/** The series an incident or a chart is about. */
export function seriesTable({ assessment }: DocumentContext, evaluation: string | null): Table | undefined {
  return assessment.tables.find((one) => one.evaluation === evaluation && one.id.endsWith("series@all"));
}

function quantityOf({ assessment }: DocumentContext, { sums }: IncidentFacts): string | null {
  const of = (id: string): EvaluationFacts | undefined =>
    assessment.evaluations.find((evaluation) => evaluation.id === id);
  return (
    sums.map(({ evaluation }) => of(evaluation)?.value_name ?? null).find((name) => name !== null) ?? null
  );
}

/** Whole numbers from 100 on; below, as many decimals as leave three digits. */
function amountText(value: number, lang: string): { readonly value: number; readonly text: string } {
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value))
    return { value: Math.round(value), text: formatCount(value, lang) };
  const digits = size >= 10 ? 1 : 2;
  return { value: Number(value.toFixed(digits)), text: formatDecimal(value, digits, lang) };
}
