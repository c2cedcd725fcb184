import { isBinary } from "../../model/tasks.js";
import { formatMoney } from "../../phrasing/format-number.js";
import { pluralNumber } from "../../phrasing/counted.js";
import { restate } from "../../phrasing/restate.js";
import { shortRange, shortRate } from "../../phrasing/rate-sentence.js";
import { casesSlots } from "../../phrasing/subject-words.js";
import type { Estimate } from "../../model/assessment.js";
import type { Inline } from "../../model/inline.js";
import { counted } from "../../phrasing/counted.js";
import { text } from "../../phrasing/inline.js";
import type { DocumentContext } from "../context.js";
import type { Directive } from "../directive.js";
import { basisLink } from "../basis-link.js";
import { measureFigure } from "../measure-figure.js";
import { inlineNodes, textNodes } from "../inline-nodes.js";
import { estimateAt, resolveEstimate } from "../resolve.js";
import { parseSliceId, sliceId } from "../../model/slice-id.js";

/** One of the three numbers on top of a page: the number, what it counts, its range and what it rests on. */
export const figure: Directive = {
  id: "figure",
  forms: ["leaf"],
  attributes: ["ref", "side"],
  values: { side: ["value", "complement"] },
  inNotes: false,
  build: ({ attributes, place }, context) => {
    const key = `documents.${context.index}.headline`;
    const asked = context.document.headline === undefined ? place : (context.places[key] ?? place);
    const estimate = resolveEstimate(attributes.ref ?? "", context, asked);
    if (estimate?.value == null) return [];
    const side = attributes.side === "complement" ? "complement" : "value";
    const general =
      !context.voice.knows(`figure.${labelId(estimate, side)}`) || !isBinary(context.voice.taskOf(estimate));
    const paragraphs = general
      ? measureFigure(context, estimate)
      : [
          numberOf(context, estimate, side),
          labelOf(context, estimate, side),
          basisOf(context, estimate, side),
        ];
    const told = paragraphs.filter((pieces) => pieces.length > 0);
    return [
      {
        type: "block",
        name: "figure",
        children: told.map((pieces, index) => ({
          type: "block" as const,
          name: ["number", "label", "basis"][index] ?? "basis",
          children: [
            {
              type: "paragraph" as const,
              children: [
                ...(pieces.length === 0 ? textNodes("") : inlineNodes(pieces)),
                ...(index === told.length - 1 ? basisLink(context, estimate.id) : []),
              ],
            },
          ],
        })),
      },
    ];
  },
};

function numberOf(
  { voice, assessment }: DocumentContext,
  estimate: Estimate,
  side: "value" | "complement",
): readonly Inline[] {
  if (estimate.unit === "money") {
    const value = estimate.value ?? 0;
    return [
      {
        type: "strong",
        children: [
          {
            type: "datum",
            ref: estimate.id,
            part: "value",
            value: Number(value.toPrecision(2)),
            text: formatMoney(value, assessment.costs?.currency ?? "EUR", voice.lang),
          },
        ],
      },
    ];
  }
  const [count, ...rest] = shortRate(voice, estimate, side);
  return count === undefined ? [] : [{ type: "strong", children: [count] }, ...rest];
}

function labelId({ metric }: Estimate, side: "value" | "complement"): string {
  return side === "value" ? metric : `${metric}-complement`;
}

function labelOf(
  context: DocumentContext,
  estimate: Estimate,
  side: "value" | "complement",
): readonly Inline[] {
  const { voice } = context;
  const slice = context.slice(estimate.slice) ?? null;
  const parts = parseSliceId(estimate.slice);
  const elsewhere =
    parts === null
      ? undefined
      : estimateAt(context, estimate.metric, sliceId(parts.column, parts.value, true));
  const expected =
    estimate.metric === "base-rate" ? estimateAt(context, "mean-score", estimate.slice) : undefined;
  const of = voice.totalOf(estimate);
  const rate = restate(estimate, of);
  const missedPositives = estimateAt(context, "recall", estimate.slice);
  return voice.say(`figure.${labelId(estimate, side)}`, {
    ...casesSlots(voice, slice),
    among: slice === null ? "" : voice.say("figure.among", casesSlots(voice, slice)),
    x_n: rate === null ? 0 : pluralNumber(side === "value" ? rate.count : rate.complement),
    other: withoutTotal(shortRate(voice, estimate, side === "value" ? "complement" : "value")),
    elsewhere:
      elsewhere === undefined
        ? ""
        : voice.say("figure.elsewhere", {
            x: shortRate(voice, elsewhere, side).slice(0, 1),
            range: shortRange(voice, elsewhere, side, "bracket"),
          }),
    expected:
      expected?.value == null
        ? ""
        : voice.say("figure.expected", { x: shortRate(voice, expected).slice(0, 1) }),
    value_name: context.evaluation.value_name ?? "",
    missed_count:
      missedPositives?.numerator == null || missedPositives.denominator === null
        ? ""
        : counted(voice, missedPositives.id, "rest", missedPositives.denominator - missedPositives.numerator),
  });
}

/** "15" of "15 of 100", "36 to 86" of "36 to 86 of 100": the total stands before it already. */
function withoutTotal(rate: readonly Inline[]): readonly Inline[] {
  return rate.length > 2 ? rate.slice(0, -2) : rate;
}

function basisOf(
  { voice, assessment }: DocumentContext,
  estimate: Estimate,
  side: "value" | "complement",
): readonly Inline[] {
  const { numerator, denominator, interval } = estimate;
  if (estimate.unit === "money") {
    if (interval === null) return [];
    const money = (part: "low" | "high"): Inline => ({
      type: "datum",
      ref: estimate.id,
      part,
      value: Number(interval[part].toPrecision(2)),
      text: formatMoney(interval[part], assessment.costs?.currency ?? "EUR", voice.lang),
    });
    return voice.say("figure.basis-money", {
      low: money("low"),
      high: money("high"),
      n: counted(voice, estimate.id, "n", estimate.n),
    });
  }
  const isOpen = estimate.value === 0 || estimate.value === 1;
  const range = shortRange(voice, estimate, side, isOpen ? "bracket" : "bare");
  const none = numerator === null && interval !== null ? "figure.too-wide" : "figure.counts-only";
  const shown = range.length === 0 ? voice.say(none) : range;
  const from =
    numerator !== null && denominator !== null && Number.isInteger(numerator)
      ? voice.say("figure.from-counts", {
          x: counted(
            voice,
            estimate.id,
            side === "value" ? "numerator" : "rest",
            side === "value" ? numerator : denominator - numerator,
          ),
          n: counted(voice, estimate.id, "denominator", denominator),
        })
      : estimate.base_rate === null
        ? [text("")]
        : voice.say("figure.from-base-rate");
  return voice.say("figure.basis", { range: shown, from });
}
