import type { DatumPart } from "../../model/inline.js";
import { counted } from "../../phrasing/counted.js";
import { fewOf } from "../../phrasing/few-cases.js";
import { smallCell } from "../../phrasing/display-gate.js";
import { formatDecimal, formatMoney, formatPrice } from "../../phrasing/format-number.js";
import { text } from "../../phrasing/inline.js";
import type { Directive } from "../directive.js";
import { inlineNodes } from "../inline-nodes.js";
import { missingNodes } from "../missing-nodes.js";
import { resolveEstimate } from "../resolve.js";

/**
 * A number as it was counted: `:count{ref="recall@all"}` prints the numerator, `part` picks denominator, rest
 * (denominator less numerator), n, value, low or high. Money estimates print as money, indices with two decimals.
 */
export const count: Directive = {
  id: "count",
  forms: ["text"],
  attributes: ["ref", "part"],
  values: { part: ["numerator", "denominator", "rest", "n", "value", "low", "high"] },
  inNotes: true,
  build: ({ attributes, form, place }, context) => {
    const estimate = resolveEstimate(attributes.ref ?? "", context, place);
    if (estimate === null) return missingNodes(attributes.ref ?? "", form, context);
    const { voice, assessment } = context;
    const part = attributes.part ?? (estimate.unit === "share" ? "numerator" : "value");
    const { numerator, denominator } = estimate;
    const values: Readonly<Record<string, number | null | undefined>> = {
      numerator,
      denominator,
      rest: numerator === null || denominator === null ? null : denominator - numerator,
      n: estimate.n,
      value: estimate.value,
      low: estimate.interval?.low,
      high: estimate.interval?.high,
    };
    const value = values[part];
    if (value === null || value === undefined)
      return missingNodes(estimate.id, form, context, estimate.reason);
    // What somebody states, as a price, is no count of cases.
    const isCounted = estimate.origin !== "reported";
    if (isCounted && voice.audience !== "internal" && (denominator ?? estimate.n) < smallCell)
      return inlineNodes(fewOf(voice, estimate));
    const measured = part === "value" || part === "low" || part === "high";
    if (estimate.unit === "money") {
      const isPrice = Math.abs(value) < 100;
      const currency = assessment.costs?.currency ?? "EUR";
      return inlineNodes([
        {
          type: "datum",
          ref: estimate.id,
          part: part as DatumPart,
          value: isPrice ? Number(value.toFixed(2)) : Number(value.toPrecision(2)),
          text: (isPrice ? formatPrice : formatMoney)(value, currency, voice.lang),
        },
      ]);
    }
    if (measured && estimate.unit !== "count") {
      return inlineNodes([
        {
          type: "datum",
          ref: estimate.id,
          part: part as DatumPart,
          value: Number(value.toFixed(2)),
          text: formatDecimal(value, 2, voice.lang),
        },
      ]);
    }
    return inlineNodes(
      [counted(voice, estimate.id, part as DatumPart, Math.round(value)), text("")].slice(0, 1),
    );
  },
};
