import type { Estimate, Slice } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { isBinary } from "../model/tasks.js";
import { aboutSentence } from "../phrasing/about-sentence.js";
import { measureSentence } from "../phrasing/measure-sentence.js";
import { rateSentence } from "../phrasing/rate-sentence.js";
import type { DocumentContext } from "./context.js";

/** An estimate in whole sentences, with the cases it is told of where those are not all. */
export function toldEstimate(
  { voice }: DocumentContext,
  estimate: Estimate,
  slice: Slice | null,
): readonly (readonly Inline[])[] {
  const general = !isBinary(voice.taskOf(estimate)) || estimate.unit !== "share";
  const told =
    general || isNoneOrAll(estimate) || !voice.knows(`rate.${estimate.metric.replace(/-test$/, "")}`);
  return told
    ? [measureSentence(voice, estimate, slice)]
    : [aboutSentence(voice, slice), rateSentence(voice, estimate)];
}

/** A zero is told as "none of 150; up to 2 of 100 is possible", never as a rate of nothing. */
function isNoneOrAll({ numerator, denominator }: Estimate): boolean {
  return denominator !== null && denominator > 0 && (numerator === 0 || numerator === denominator);
}
