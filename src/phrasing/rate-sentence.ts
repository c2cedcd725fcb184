import type { Estimate } from "../model/assessment.js";
import { counted, pluralNumber, printedCount } from "./counted.js";
import { displayGate } from "./display-gate.js";
import { fewOf } from "./few-cases.js";
import type { Inline } from "../model/inline.js";
import { restate, type RestatedRate } from "./restate.js";
import type { Voice } from "./voice.js";
import { nounSlots } from "./noun-slots.js";

/** Metric whose sentence an estimate uses: test-set and deployment values are told alike. */
function sentenceOf(metric: string): string {
  return metric.replace(/-test$/, "");
}

/**
 * One rate in one sentence, with both of its sides and its range; counts only where there are too few cases.
 *
 * @returns nothing when the estimate has no value
 */
export function rateSentence(voice: Voice, estimate: Estimate): readonly Inline[] {
  const display = displayGate(estimate, voice.audience);
  if (display === "hidden") return fewOf(voice, estimate, "rate.hidden");
  if (estimate.value === null) return [];
  const id = sentenceOf(estimate.metric);
  if (display === "counts") return countsSentence(voice, estimate, `rate.${id}-counts`);
  const outOf = voice.totalOf(estimate);
  const rate = restate(estimate, outOf);
  if (rate === null) return [];
  return voice.say(`rate.${id}`, {
    ...nouns(voice, pluralNumber(rate.count), pluralNumber(rate.complement)),
    of: counted(voice, estimate.id, "outOf", outOf, outOf),
    x: printedCount(voice, estimate.id, "value", rate.count, outOf),
    y: printedCount(voice, estimate.id, "complement", rate.complement, outOf),
    range: rangeOf(voice, estimate, rate),
  });
}

/** "83 of 100", or "14 of 41" where only counts may be said, or "fewer than 10 cases". */
export function shortRate(
  voice: Voice,
  estimate: Estimate,
  side: "value" | "complement" = "value",
): readonly Inline[] {
  const display = displayGate(estimate, voice.audience);
  if (display === "hidden") return fewOf(voice, estimate);
  if (estimate.value === null) return [];
  const { numerator, denominator } = estimate;
  const whole =
    numerator !== null &&
    denominator !== null &&
    Number.isInteger(numerator) &&
    (numerator === 0 || numerator === denominator);
  if ((display === "counts" || whole) && numerator !== null && denominator !== null) {
    const x =
      side === "value"
        ? counted(voice, estimate.id, "numerator", numerator)
        : counted(voice, estimate.id, "rest", denominator - numerator);
    return voice.say("rate.of", { x, n: counted(voice, estimate.id, "denominator", denominator) });
  }
  const outOf = voice.totalOf(estimate);
  const rate = restate(estimate, outOf);
  if (rate === null) return [];
  if (display === "counts" && estimate.interval !== null)
    return wideRange(voice, side === "value" ? estimate : complementOf(estimate), outOf);
  const count = side === "value" ? rate.count : rate.complement;
  return voice.say("rate.of", {
    x: printedCount(voice, estimate.id, side, count, outOf),
    n: counted(voice, estimate.id, "outOf", outOf, outOf),
  });
}

/** "5 to 60 of 100": a share too uncertain for one number. */
function wideRange(voice: Voice, estimate: Estimate, outOf: number): readonly Inline[] {
  return voice.say("rate.between", {
    low: counted(voice, estimate.id, "low", Math.floor((estimate.interval?.low ?? 0) * outOf), outOf),
    high: counted(voice, estimate.id, "high", Math.ceil((estimate.interval?.high ?? 1) * outOf), outOf),
    n: counted(voice, estimate.id, "outOf", outOf, outOf),
  });
}

/** "range 78 to 88", "at least 97", "within 1 of 100"; empty when the rate is shown as counts or hidden. */
export function shortRange(
  voice: Voice,
  estimate: Estimate,
  side: "value" | "complement" = "value",
  form: "bare" | "ends" | "bracket" = "bare",
): readonly Inline[] {
  if (estimate.value === null || displayGate(estimate, voice.audience) !== "rate") return [];
  const outOf = voice.totalOf(estimate);
  const turned = side === "value" ? estimate : complementOf(estimate);
  const rate = restate(turned, outOf);
  return rate === null ? [] : rangeOf(voice, turned, rate, `${form}-`);
}

/** The same estimate seen from its other side: missed for caught. */
export function complementOf(estimate: Estimate): Estimate {
  const { value, interval, numerator, denominator } = estimate;
  return {
    ...estimate,
    value: value === null ? null : 1 - value,
    numerator: numerator === null || denominator === null ? null : denominator - numerator,
    interval:
      interval === null
        ? null
        : {
            ...interval,
            low: 1 - interval.high,
            high: 1 - interval.low,
            side:
              interval.side === "at-least"
                ? "at-most"
                : interval.side === "at-most"
                  ? "at-least"
                  : "two-sided",
          },
  };
}

function countsSentence(voice: Voice, estimate: Estimate, phrase: string): readonly Inline[] {
  const { numerator, denominator } = estimate;
  if (numerator === null || denominator === null) return wideSentence(voice, estimate);
  return voice.say(phrase, {
    ...nouns(voice, numerator, denominator - numerator),
    x: counted(voice, estimate.id, "numerator", numerator),
    n: counted(voice, estimate.id, "denominator", denominator),
    y: counted(voice, estimate.id, "rest", denominator - numerator),
  });
}

/** A derived share whose range is too wide to name one number in it: the range alone. */
function wideSentence(voice: Voice, estimate: Estimate): readonly Inline[] {
  const { interval } = estimate;
  if (interval === null) return [];
  const outOf = voice.totalOf(estimate);
  return voice.say(`rate.${sentenceOf(estimate.metric)}-wide`, {
    ...nouns(voice, 2, 2),
    of: counted(voice, estimate.id, "outOf", outOf, outOf),
    low: counted(voice, estimate.id, "low", Math.floor(interval.low * outOf), outOf),
    high: counted(voice, estimate.id, "high", Math.ceil(interval.high * outOf), outOf),
  });
}

function nouns(voice: Voice, x: number, y: number) {
  const { words } = voice;
  return { ...nounSlots(words), x_n: x, y_n: y };
}

function rangeOf(voice: Voice, estimate: Estimate, rate: RestatedRate, form = ""): readonly Inline[] {
  const { range, outOf } = rate;
  if (range === null) return voice.say(`rate.${form}range-unknown`);
  const end = (part: "low" | "high"): Inline => counted(voice, estimate.id, part, range[part], outOf);
  const of = counted(voice, estimate.id, "outOf", outOf, outOf);
  const kind = range.side === "two-sided" ? (range.narrow ? "-narrow" : "") : `-${range.side}`;
  return voice.say(`rate.${form}range${kind}`, { low: end("low"), high: end("high"), of });
}
