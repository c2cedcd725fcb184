import type { Estimate } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { counted, printedCount } from "./counted.js";
import { displayGate } from "./display-gate.js";
import { mayNotMatter } from "./may-not-matter.js";
import { isUnclear } from "./measure-number.js";
import { shortRate } from "./rate-sentence.js";
import type { Voice } from "./voice.js";

/**
 * Two rates side by side in one total, with the difference done for the reader.
 *
 * By the interval of the difference: spanning zero it is "no clear difference"; clear, but perhaps smaller than what
 * the plan calls worthwhile, it is told with "small, may not matter". An end that is not zero is never rounded to it.
 */
export function comparisonSentence(
  voice: Voice,
  own: Estimate,
  rest: Estimate,
  difference: Estimate,
  side: "value" | "complement",
): readonly Inline[] {
  const slots = { own: shortRate(voice, own, side), rest: shortRate(voice, rest, side) };
  const shown = displayGate(own, voice.audience) === "rate" && displayGate(rest, voice.audience) === "rate";
  if (!shown || difference.value === null || difference.interval === null)
    return voice.say("comparison.counts", slots);
  const of = voice.totalOf(own);
  const sign = side === "complement" ? -1 : 1;
  const { low, high } = difference.interval;
  const [least = 0, most = 0] = [sign * low * of, sign * high * of].sort((a, b) => a - b);
  const total = counted(voice, difference.id, "outOf", of, of);
  if (isUnclear(difference)) {
    const end = (part: "low" | "high", exact: number): Inline =>
      counted(voice, difference.id, part, Math.round(exact), of);
    return voice.say("comparison.no-clear-difference", {
      ...slots,
      low: end("low", least),
      high: end("high", most),
      of: total,
    });
  }
  const isMore = sign * difference.value > 0;
  const count = (part: "value" | "low" | "high", exact: number): Inline => {
    const size = Math.abs(exact);
    const printed = Math.round(size);
    return printedCount(voice, difference.id, part, { exact: size, printed, few: printed === 0 }, of);
  };
  return voice.say(isMore ? "comparison.more" : "comparison.fewer", {
    ...slots,
    gap: count("value", difference.value * of),
    low: count("low", isMore ? least : most),
    high: count("high", isMore ? most : least),
    of: total,
    small: mayNotMatter(voice, difference) ? "yes" : "no",
  });
}
