import { isBinary } from "../model/tasks.js";
import type { Estimate } from "../model/assessment.js";
import type { GridRow } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import { counted } from "../phrasing/counted.js";
import { displayGate } from "../phrasing/display-gate.js";
import { fewOf } from "../phrasing/few-cases.js";
import { formatDecimal } from "../phrasing/format-number.js";
import { plainNumber } from "../phrasing/measure-number.js";
import { measureName } from "../phrasing/measure-sentence.js";
import { text } from "../phrasing/inline.js";
import { casesOf } from "../phrasing/subject-words.js";
import type { DocumentContext } from "./context.js";

/** A number with what was counted, its range, method and source, as the evidence ledger has it. */
export function ledgerRow(
  context: DocumentContext,
  estimate: Estimate,
  index: number,
  sourced: boolean,
): GridRow {
  const { voice } = context;
  const slice = context.slice(estimate.slice) ?? null;
  const { numerator, denominator, interval, value } = estimate;
  const gate = displayGate(estimate, voice.audience);
  const digits = digitsOf(estimate);
  const number = (part: "value" | "low" | "high", exact: number): Inline =>
    isBinary(voice.taskOf(estimate))
      ? {
          type: "datum",
          ref: estimate.id,
          part,
          value: Number(exact.toFixed(digits)),
          text: formatDecimal(exact, digits, voice.lang),
        }
      : plainNumber(voice, estimate, part, exact);
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
          ...measureName(voice, estimate),
          ...(slice === null ? [] : [text(": "), ...casesOf(voice, slice)]),
        ],
      },
      {
        pieces: hidden
          ? fewOf(voice, estimate)
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
            ? [
                number("low", interval.low),
                ...(interval.low < 0 ? voice.say("table.to") : [text("–")]),
                number("high", interval.high),
              ]
            : [],
      },
      {
        pieces:
          !sourced && estimate.evidence === "plan"
            ? voice.say("table.ledger.stated")
            : [text(methodOf(interval))],
      },
      ...(sourced ? [{ pieces: [text(estimate.evidence)] }] : []),
    ],
  };
}

/** The method of a range, with its level where that is not the one in the heading. */
function methodOf(interval: Estimate["interval"]): string {
  if (interval === null) return "–";
  if (Math.abs(interval.level - 0.95) < 1e-9) return interval.method;
  return `${interval.method}, ${Number((interval.level * 100).toPrecision(3))} %`;
}

/** Counts are whole, and so is money, but for small prices. */
function digitsOf({ unit, value }: Estimate): number {
  if (unit === "count") return 0;
  if (unit === "money") return Math.abs(value ?? 0) < 100 ? 2 : 0;
  return 3;
}
