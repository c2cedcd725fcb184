import type { Estimate } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { counted } from "../phrasing/counted.js";
import { displayGate } from "../phrasing/display-gate.js";
import {
  isDifference,
  isUnclear,
  measureRange,
  measureValue,
  reasonText,
} from "../phrasing/measure-number.js";
import { measureName, sentenceCase, whereOf } from "../phrasing/measure-sentence.js";
import { isPerHundred, perHundred } from "../phrasing/per-hundred.js";
import { outcomeName, wholeSlots } from "../phrasing/metric-words.js";
import type { DocumentContext } from "./context.js";
import { evaluationTitle } from "./evaluation-title.js";

/** Number, label and basis of an estimate of any kind of evidence, for the top of a page. */
export function measureFigure(context: DocumentContext, estimate: Estimate): readonly (readonly Inline[])[] {
  const { voice } = context;
  const unclear = isDifference(estimate) && isUnclear(estimate);
  if (isPerHundred(estimate)) {
    const where = whereOf(voice, context.slice(estimate.slice) ?? null);
    return [
      [{ type: "strong", children: perHundred(voice, estimate).value }],
      voice.say(`measure.per-hundred.${estimate.metric}-label`, { where }),
      namedBasis(context, estimate),
    ];
  }
  const [number, ...unit] = unclear ? voice.say("measure.unclear") : measureValue(voice, estimate);
  return [
    number === undefined ? [] : [{ type: "strong", children: [number] }, ...unit],
    labelOf(context, estimate),
    displayGate(estimate, voice.audience) === "hidden" ? [] : namedBasis(context, estimate),
  ];
}

/** "impostor comparisons among women are accepted." where that has been said of the metric, else its name. */
function labelOf(context: DocumentContext, estimate: Estimate): readonly Inline[] {
  const { voice } = context;
  const where = whereOf(voice, context.slice(estimate.slice) ?? null);
  const of = voice.totalOf(estimate);
  const count = Math.round((estimate.value ?? 0) * of);
  const are =
    estimate.unit === "share" && !isDifference(estimate) ? outcomeName(voice, estimate, count) : null;
  if (are === null)
    return voice.say("measure.label", { name: sentenceCase(measureName(voice, estimate)), where });
  const few = displayGate(estimate, voice.audience) === "counts";
  return voice.say(few ? "measure.label-counts" : "measure.label-share", {
    ...wholeSlots(voice, estimate),
    where,
    are,
    x_n: few ? (estimate.numerator ?? count) : count,
  });
}

/** The basis, with the evidence in front where the same was measured on other evidence too. */
function namedBasis(context: DocumentContext, estimate: Estimate): readonly Inline[] {
  const { assessment, evaluation, voice } = context;
  const told = basisOf(context, estimate);
  const elsewhere = assessment.estimates.some(
    (other) => other.metric === estimate.metric && other.evaluation !== estimate.evaluation,
  );
  if (estimate.evaluation === evaluation.id && !elsewhere) return told;
  return voice.say("evidence.of-evaluation", {
    evaluation: evaluationTitle(context, estimate.evaluation),
    told,
  });
}

/** "range 2 to 9, from 6 of 97", or why there is no range. */
function basisOf({ voice }: DocumentContext, estimate: Estimate): readonly Inline[] {
  const { numerator, denominator, reason, id, interval } = estimate;
  const isOpen = estimate.unit === "share" && (estimate.value === 0 || estimate.value === 1);
  const range = isPerHundred(estimate)
    ? perHundred(voice, estimate).ends
    : measureRange(voice, estimate, isOpen ? "bracket" : "ends");
  const from =
    numerator !== null && denominator !== null && Number.isInteger(numerator) && estimate.unit === "share"
      ? voice.say("figure.from-counts", {
          x: counted(voice, id, "numerator", numerator),
          n: counted(voice, id, "denominator", denominator),
        })
      : voice.say("measure.from", { n: counted(voice, id, "n", estimate.n), count: estimate.n });
  if (isOpen && range.length > 0) return [...range, ...from];
  if (range.length > 0) return [...voice.say("measure.basis", { range }), ...from];
  if (interval !== null) return [...voice.say("figure.counts-only"), ...from];
  return [...reasonText(voice, reason ?? "no-interval"), ...from];
}
