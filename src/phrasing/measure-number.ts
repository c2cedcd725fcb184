import type { Estimate } from "../model/assessment.js";
import type { Datum, Inline } from "../model/inline.js";
import { counted } from "./counted.js";
import { displayGate, smallSample } from "./display-gate.js";
import { formatCount, formatDecimal, formatMoney, formatPlain, formatPrice } from "./format-number.js";
import { text } from "./inline.js";
import { shortRange, shortRate } from "./rate-sentence.js";
import type { Voice } from "./voice.js";

/** A part of an estimate that is measured on its own scale. */
export type MeasuredPart = "value" | "low" | "high" | "bound";

/** True for a gain or loss against something else, which may lie below zero. */
export function isDifference({ metric }: Pick<Estimate, "metric">): boolean {
  return metric.endsWith("-difference");
}

/** True for a difference whose range holds zero: its sign says nothing. */
export function isUnclear({ interval }: Pick<Estimate, "interval">): boolean {
  return interval !== null && interval.low <= 0 && interval.high >= 0;
}

/** The value of an estimate in its unit: "6 of 100", "0.943", "1.4 times", "€1,700", "12.5"; nothing without one. */
export function measureValue(voice: Voice, estimate: Estimate): readonly Inline[] {
  const { value, unit } = estimate;
  if (value === null) return [];
  if (unit !== "share") return withUnit(voice, estimate, [plainNumber(voice, estimate, "value", value)]);
  if (!isDifference(estimate)) return shortRate(voice, estimate);
  const of = voice.totalOf(estimate);
  return voice.say("rate.of", {
    x: counted(voice, estimate.id, "value", Math.round(value * of), of),
    n: counted(voice, estimate.id, "outOf", of, of),
  });
}

/**
 * The range of an estimate in its unit: "2 to 9", "at most 3"; nothing where it has none.
 *
 * @param form - `ends` alone, or `bracket`, which says "up to 3 of 100 possible"
 */
export function measureRange(voice: Voice, estimate: Estimate, form: "ends" | "bracket"): readonly Inline[] {
  const { interval, unit, value } = estimate;
  if (interval === null || value === null) return [];
  if (unit === "share" && !isDifference(estimate)) {
    const told = shortRange(voice, estimate, "value", form);
    return told.length > 0 ? told : wideRange(voice, estimate);
  }
  const of = unit === "share" ? voice.totalOf(estimate) : null;
  const end = (part: "low" | "high"): Inline =>
    of === null
      ? plainNumber(voice, estimate, part, interval[part])
      : counted(voice, estimate.id, part, endOf(interval[part] * of, part), of);
  if (interval.side === "at-least") return voice.say("rate.ends-range-at-least", { low: end("low") });
  if (interval.side === "at-most") return voice.say("rate.ends-range-at-most", { high: end("high") });
  return voice.say("rate.ends-range", { low: end("low"), high: end("high") });
}

/** The range of a share too uncertain for one number, "10 to 59 of 1,000"; of few cases nothing is said but counts. */
function wideRange(voice: Voice, estimate: Estimate): readonly Inline[] {
  const { interval, denominator, n, n_effective: worth } = estimate;
  const told =
    displayGate(estimate, voice.audience) === "counts" && (worth ?? denominator ?? n) >= smallSample;
  if (interval === null || !told) return [];
  const usual = voice.totalOf(estimate);
  // A low end that is not zero is not rounded to it.
  const of = interval.low > 0 && interval.low * usual < 1 ? usual * 10 : usual;
  return voice.say("rate.between", {
    low: counted(voice, estimate.id, "low", endOf(interval.low * of, "low"), of),
    high: counted(voice, estimate.id, "high", endOf(interval.high * of, "high"), of),
    n: counted(voice, estimate.id, "outOf", of, of),
  });
}

/** Ends move outward, so that rounding never takes away what is possible. */
function endOf(exact: number, part: "low" | "high"): number {
  return part === "low" ? Math.floor(exact) : Math.ceil(exact);
}

/** A number of an estimate that is no share, as many digits as its unit carries. */
export function plainNumber(voice: Voice, estimate: Estimate, part: MeasuredPart, exact: number): Datum {
  const { unit, id } = estimate;
  const { lang, currency } = voice;
  if (unit === "money" && currency !== null)
    return Math.abs(exact) < 100
      ? datum(id, part, Number(exact.toFixed(2)), formatPrice(exact, currency, lang))
      : datum(id, part, Number(exact.toPrecision(2)), formatMoney(exact, currency, lang));
  if (unit === "count" || unit === "money") {
    const rounded = Number.isInteger(exact) ? exact : Number(exact.toFixed(1));
    const shown = Number.isInteger(rounded) ? formatCount(rounded, lang) : formatDecimal(rounded, 1, lang);
    return datum(id, part, rounded, shown);
  }
  const size = Math.abs(exact);
  // Three decimals, and one digit of what they would turn into nothing.
  if (size < 0.0005 && size > 0) {
    const tiny = Number(exact.toPrecision(1));
    return datum(id, part, tiny, formatPlain(tiny, lang));
  }
  const digits = size < 10 ? 3 : size < 100 ? 2 : size < 1_000 ? 1 : 0;
  return datum(id, part, Number(exact.toFixed(digits)), formatDecimal(exact, digits, lang));
}

function datum(ref: string, part: MeasuredPart, value: number, shown: string): Datum {
  return { type: "datum", ref, part, value, text: shown };
}

/** The number with what it is counted in, where a reader would ask. */
function withUnit(voice: Voice, { unit }: Estimate, number: readonly Inline[]): readonly Inline[] {
  const id = `measure.unit-${unit}`;
  return voice.knows(id) ? voice.say(id, { x: number }) : number;
}

/** Why there is no value, or no range, in words; an id nobody has put into words is read as words. */
export function reasonText(voice: Voice, reason: string): readonly Inline[] {
  const id = `reason.${reason}`;
  return voice.knows(id) ? voice.say(id) : [text(reason.replaceAll("-", " "))];
}
