import { calibrationAt, type CalibrationAt } from "../../model/calibration-at.js";
import type { Inline } from "../../model/inline.js";
import { suggestName } from "../../model/nearest-name.js";
import { counted } from "../../phrasing/counted.js";
import { formatMoney, formatThreshold } from "../../phrasing/format-number.js";
import { text } from "../../phrasing/inline.js";
import type { Directive } from "../directive.js";
import { inlineNodes } from "../inline-nodes.js";
import { missingNodes } from "../missing-nodes.js";
import type { DocumentContext } from "../context.js";

type CalibrationAround = NonNullable<CalibrationAt["around"]>;

/** The total a picture of cases like one is told of. */
const of = 100;
const parts = ["share", "n", "positives", "score", "from", "to", "loss"];

/**
 * What became of past cases scored like one: `:alike{score="0.15"}` prints "15 of 100 (range 9 to 23)", `part` the
 * score, the scores `from` and `to` that were taken together, their number `n`, how many were `positives`, or what
 * a hundred of them lose.
 *
 * It prints nothing but that it is not available where the score is not shown to be a probability.
 */
export const alike: Directive = {
  id: "alike",
  forms: ["text"],
  attributes: ["score", "part"],
  inNotes: true,
  build: ({ attributes, form, place }, context) => {
    const { assessment, evaluation, voice } = context;
    const part = attributes.part ?? "share";
    const score = Number(attributes.score);
    const what = `score ${attributes.score ?? ""}`;
    if (!parts.includes(part) || !Number.isFinite(score)) {
      const wrong = parts.includes(part) ? (attributes.score ?? "") : part;
      context.report({
        code: "dangling-reference",
        severity: "error",
        place,
        text: `There is no ${parts.includes(part) ? "score" : "part"} "${wrong}".`,
        hint: parts.includes(part) ? "Give a number from 0 to 1." : suggestName(part, parts),
      });
      return missingNodes(what, form, context);
    }
    const { verdict, around } = calibrationAt(assessment, evaluation.id, score);
    if (verdict !== "passes" || around === null)
      return missingNodes(what, form, context, verdict === "held" ? "held" : "not-probabilities");
    const ref = `alike:${evaluation.id}@${score}`;
    const threshold = (value: number): Inline => ({
      type: "datum",
      ref,
      part: "value",
      value,
      text: formatThreshold(value, voice.lang),
    });
    switch (part) {
      case "score":
        return inlineNodes([threshold(score)]);
      case "from":
        return inlineNodes([threshold(Number(around.low.toFixed(3)))]);
      case "to":
        return inlineNodes([threshold(Number(around.high.toFixed(3)))]);
      case "n":
        return inlineNodes([counted(voice, ref, "n", around.n)]);
      case "positives":
        return inlineNodes([counted(voice, ref, "positives", around.positives)]);
      case "loss":
        return inlineNodes(lossOf(context, around, ref));
      default:
        return inlineNodes(shareOf(context, around, ref));
    }
  },
};

/** "15 of 100 (range 9 to 23)". */
function shareOf({ voice }: DocumentContext, { n, positives, interval }: CalibrationAround, ref: string) {
  const x = counted(voice, ref, "value", Math.round((of * positives) / n), of);
  return [
    ...voice.say("alike.share", { x, of: counted(voice, ref, "outOf", of, of) }),
    ...(interval === null
      ? []
      : voice.say("alike.range", {
          low: counted(voice, ref, "low", Math.floor(of * interval.low), of),
          high: counted(voice, ref, "high", Math.ceil(of * interval.high), of),
        })),
  ];
}

/** What a hundred such cases lose, with the outer ends of both ranges: of the outcome, and of the cost of one. */
function lossOf({ assessment, voice }: DocumentContext, around: CalibrationAround, ref: string) {
  const { costs } = assessment;
  const { n, positives, interval } = around;
  if (costs?.miss == null || interval === null) return [text("")];
  const money = (value: number, part: "value" | "low" | "high"): Inline => ({
    type: "datum",
    ref,
    part,
    value: Number(value.toPrecision(2)),
    text: formatMoney(value, costs.currency, voice.lang),
  });
  return voice.say("alike.loss", {
    value: money(((of * positives) / n) * costs.miss.value, "value"),
    low: money(of * interval.low * costs.miss.low, "low"),
    high: money(of * interval.high * costs.miss.high, "high"),
  });
}
