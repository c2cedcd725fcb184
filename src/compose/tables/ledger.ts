import type { Estimate } from "../../model/assessment.js";
import type { GridRow } from "../../model/grid.js";
import type { Inline } from "../../model/inline.js";
import { counted } from "../../phrasing/counted.js";
import { displayGate } from "../../phrasing/display-gate.js";
import { fewCases } from "../../phrasing/few-cases.js";
import { formatDecimal } from "../../phrasing/format-number.js";
import { text } from "../../phrasing/inline.js";
import { casesOf } from "../../phrasing/subject-words.js";
import type { DocumentContext } from "../context.js";
import type { TableKind } from "../table-kind.js";
import { visibleText } from "../../visible-text.js";
import { metricSlots } from "./results.js";

/** Metrics that a slice repeats in the ledger; the rest is in the embedded data. */
const ofSlices = new Set(["base-rate", "recall", "false-alarms"]);
const leftOut = new Set(["deployment-base-rate", "specificity", "flag-rate-test"]);

/** Evidence ledger: every number with what was counted, on whom, by which method, from which file. */
export const ledger: TableKind = {
  id: "ledger",
  summary: "every number with counts, population, method and digest of its source",
  build: (context) => {
    const { voice, assessment, evaluation } = context;
    const shown = assessment.estimates.filter(
      (estimate) =>
        estimate.evaluation === evaluation.id &&
        estimate.value !== null &&
        !leftOut.has(estimate.metric) &&
        (estimate.slice === "all" ||
          (ofSlices.has(estimate.metric) && context.slice(estimate.slice)?.negated === false)),
    );
    const digests = [...new Set(shown.map(({ evidence }) => evidence))];
    const [only] = digests.length === 1 ? digests : [];
    return {
      id: "ledger",
      caption: voice.say("table.ledger.caption"),
      note:
        only === undefined
          ? voice.say("table.ledger.note")
          : voice.say("table.ledger.note-one", { digest: only }),
      columns: [
        "id",
        "statement",
        "counted",
        "value",
        "range",
        "method",
        ...(only === undefined ? ["source"] : []),
      ].map((name) => ({
        label: voice.say(`table.ledger.${name}`),
        align: ["counted", "value", "range"].includes(name) ? ("end" as const) : ("start" as const),
      })),
      rows: shown.map((estimate, index) => rowOf(context, estimate, index, only === undefined)),
      foot: [],
    };
  },
};

function rowOf(context: DocumentContext, estimate: Estimate, index: number, sourced: boolean): GridRow {
  const { voice } = context;
  const slice = context.slice(estimate.slice) ?? null;
  const { numerator, denominator, interval, value } = estimate;
  const gate = displayGate(estimate, voice.audience);
  const digits = digitsOf(estimate);
  const number = (part: "value" | "low" | "high", exact: number): Inline => ({
    type: "datum",
    ref: estimate.id,
    part,
    value: Number(exact.toFixed(digits)),
    text: formatDecimal(exact, digits, voice.lang),
  });
  const counts =
    numerator !== null &&
    denominator !== null &&
    Number.isInteger(numerator) &&
    Number.isInteger(denominator);
  const hidden = gate === "hidden";
  return {
    cells: [
      { pieces: [text(`E${String(index + 1).padStart(2, "0")}`)] },
      {
        pieces: [
          ...voice.say(`metric.${estimate.metric}`, metricSlots(context)),
          ...facetOf(context, estimate),
          ...(slice === null ? [] : [text(": "), ...casesOf(voice, slice)]),
        ],
      },
      {
        pieces: hidden
          ? fewCases(voice, estimate.of)
          : counts
            ? [
                counted(voice, estimate.id, "numerator", numerator),
                text(" / "),
                counted(voice, estimate.id, "denominator", denominator),
              ]
            : [],
      },
      {
        pieces:
          gate === "rate" && value !== null
            ? [number("value", value)]
            : voice.say("table.ledger.counts-only"),
      },
      {
        pieces:
          gate === "rate" && interval !== null
            ? [number("low", interval.low), text("–"), number("high", interval.high)]
            : [],
      },
      { pieces: [text(interval?.method ?? "–")] },
      ...(sourced ? [{ pieces: [text(estimate.evidence)] }] : []),
    ],
  };
}

/** What the number is narrowed to: a model, two of them, a class, a species. */
function facetOf({ evaluation }: DocumentContext, { facet }: Estimate): readonly Inline[] {
  if (facet === undefined) return [];
  return [text(`, ${visibleText(evaluation.facet_names?.[facet] ?? facet)}`)];
}

/** Counts are whole, and so is money, but for small prices. */
function digitsOf({ unit, value }: Estimate): number {
  if (unit === "count") return 0;
  if (unit === "money") return Math.abs(value ?? 0) < 100 ? 2 : 0;
  return 3;
}
