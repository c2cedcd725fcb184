import type { Estimate, Slice } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { counted, pluralNumber, printedCount } from "./counted.js";
import { displayGate } from "./display-gate.js";
import { fewOf } from "./few-cases.js";
import { fitting } from "./fitting.js";
import { plainText, text } from "./inline.js";
import { mayNotMatter } from "./may-not-matter.js";
import { isDifference, isUnclear, measureRange, measureValue, reasonText } from "./measure-number.js";
import { facetName, metricName, outcomeName, wholeSlots } from "./metric-words.js";
import { isPerHundred, perHundred } from "./per-hundred.js";
import { restate } from "./restate.js";
import type { Slots } from "./say.js";
import { casesSlots } from "./subject-words.js";
import type { Voice } from "./voice.js";

/**
 * An estimate of any kind of evidence in one plain sentence, with its range: a share with what it is a share of and
 * what the counted ones are, any other number with its name.
 *
 * @param slice - the group it is told of; null for all cases
 * @returns nothing when the estimate has no value
 */
export function measureSentence(voice: Voice, estimate: Estimate, slice: Slice | null): readonly Inline[] {
  const { value, unit } = estimate;
  const display = displayGate(estimate, voice.audience);
  if (display === "hidden") return fewOf(voice, estimate, "rate.hidden");
  if (value === null) return [];
  if (isDifference(estimate)) return differenceSentence(voice, estimate, slice);
  if (isPerHundred(estimate)) return perHundredSentence(voice, estimate, slice);
  const told = unit === "share" ? shareSentence(voice, estimate, slice, display) : null;
  return told ?? namedSentence(voice, estimate, slice);
}

/** "Of every 100 impostor comparisons, about 3 are accepted (range 1 to 7)."; null where nobody has said what they are. */
function shareSentence(
  voice: Voice,
  estimate: Estimate,
  slice: Slice | null,
  display: "counts" | "rate",
): readonly Inline[] | null {
  const of = voice.totalOf(estimate);
  const rate = restate(estimate, of);
  if (rate === null || outcomeName(voice, estimate, 2) === null) return null;
  const { numerator, denominator, interval } = estimate;
  const slots = (count: number): Slots => ({
    ...wholeSlots(voice, estimate),
    where: whereOf(voice, slice),
    are: outcomeName(voice, estimate, count) ?? "",
    x_n: count,
    of: counted(voice, estimate.id, "outOf", of, of),
  });
  const whole = numerator !== null && denominator !== null && Number.isInteger(numerator);
  if (whole && (numerator === 0 || numerator === denominator)) {
    const none = numerator === 0;
    const n = counted(voice, estimate.id, "denominator", denominator);
    if (interval === null)
      return fitting(voice, none ? "measure.none-unbounded" : "measure.all-unbounded", {
        ...slots(none ? 1 : 2),
        n,
      });
    const part = none ? "high" : "low";
    const bound = none ? Math.ceil(interval.high * of) : Math.floor(interval.low * of);
    return fitting(voice, none ? "measure.none" : "measure.all", {
      ...slots(none ? 1 : 2),
      n,
      bound: counted(voice, estimate.id, part, bound, of),
    });
  }
  const range = measureRange(voice, estimate, "ends");
  if (display === "counts" && whole && range.length > 0)
    return fitting(voice, "measure.counts-range", {
      ...slots(numerator),
      x: counted(voice, estimate.id, "numerator", numerator),
      n: counted(voice, estimate.id, "denominator", denominator),
      range,
    });
  if (display === "counts" && whole)
    return fitting(voice, "measure.counts", {
      ...slots(numerator),
      x: counted(voice, estimate.id, "numerator", numerator),
      n: counted(voice, estimate.id, "denominator", denominator),
    });
  if (display === "counts" && interval !== null)
    return fitting(voice, "measure.wide", {
      ...slots(2),
      low: counted(voice, estimate.id, "low", Math.floor(interval.low * of), of),
      high: counted(voice, estimate.id, "high", Math.ceil(interval.high * of), of),
    });
  return fitting(voice, "measure.share", {
    ...slots(pluralNumber(rate.count)),
    x: printedCount(voice, estimate.id, "value", rate.count, of),
    range: bracketedRange(voice, estimate),
  });
}

/** "For every 100 of the actual total, all misses together come to 4.1 (range 3.6 to 4.6)." */
function perHundredSentence(voice: Voice, estimate: Estimate, slice: Slice | null): readonly Inline[] {
  const { value, range } = perHundred(voice, estimate);
  return voice.say(`measure.per-hundred.${estimate.metric}`, {
    x: value,
    where: whereOf(voice, slice),
    range: range.length === 0 ? "" : [text(" "), ...range],
  });
}

/** "Mean absolute error: 12.5 (range 10.1 to 15.2)." */
function namedSentence(voice: Voice, estimate: Estimate, slice: Slice | null): readonly Inline[] {
  return fitting(voice, "measure.named", {
    name: sentenceCase(measureName(voice, estimate)),
    where: whereOf(voice, slice),
    x: measureValue(voice, estimate),
    range: bracketedRange(voice, estimate),
  });
}

/** A gain or loss, or that none is clear: where the range holds zero, the sign says nothing. */
function differenceSentence(voice: Voice, estimate: Estimate, slice: Slice | null): readonly Inline[] {
  if (!isUnclear(estimate)) {
    const told = namedSentence(voice, estimate, slice);
    return mayNotMatter(voice, estimate) ? voice.say("comparison.small", { told }) : told;
  }
  return fitting(voice, "measure.no-clear-difference", {
    name: sentenceCase(measureName(voice, estimate)),
    where: whereOf(voice, slice),
    range: measureRange(voice, estimate, "ends"),
    unit: unitOf(voice, estimate),
  });
}

/** " of 100" after the ends of a range of shares. */
function unitOf(voice: Voice, estimate: Estimate): readonly Inline[] {
  if (estimate.unit !== "share") return [];
  const of = voice.totalOf(estimate);
  return voice.say("measure.of", { of: counted(voice, estimate.id, "outOf", of, of) });
}

/** Name of a metric with what it is narrowed to: "spam messages filtered (recall) (Platform A)". */
export function measureName(voice: Voice, estimate: Estimate): readonly Inline[] {
  const facet = facetName(voice, estimate);
  const name = metricName(voice, estimate);
  if (facet.length === 0) return name;
  return plainText(name).endsWith(")")
    ? [...name, text(", "), ...facet]
    : [...name, text(" ("), ...facet, text(")")];
}

/** " among women"; nothing for all cases. */
export function whereOf(voice: Voice, slice: Slice | null): readonly Inline[] {
  return slice === null ? [] : voice.say("figure.among", casesSlots(voice, slice));
}

/** " (range 2 to 9)", or " (no range: repeated subjects)". */
export function bracketedRange(voice: Voice, estimate: Estimate): readonly Inline[] {
  // Of none and of all the bound has a total of its own: "120 of 120 (at least 96 of 100)".
  const isOpen = estimate.unit === "share" && (estimate.value === 0 || estimate.value === 1);
  const range = measureRange(voice, estimate, isOpen ? "bracket" : "ends");
  if (isOpen && range.length > 0) return [text(" ("), ...range, text(")")];
  if (range.length > 0) return voice.say("measure.range", { range });
  const reason = estimate.reason ?? (estimate.origin === "reported" ? "reported-without-counts" : null);
  return reason === null ? [] : voice.say("measure.why", { why: reasonText(voice, reason) });
}

/** The same words with a capital letter in front. */
export function sentenceCase(pieces: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = pieces;
  if (first?.type !== "text") return pieces;
  return [text(first.value.charAt(0).toUpperCase() + first.value.slice(1)), ...rest];
}
