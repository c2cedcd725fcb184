import type { Estimate } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { formatCount, formatDecimal } from "./format-number.js";
import { text } from "./inline.js";
import { reasonText } from "./measure-number.js";
import type { Voice } from "./voice.js";

/** A ratio to the actual total, for every hundred of it. */
export interface PerHundred {
  /** "4.1", or that it was not measured. */
  readonly value: readonly Inline[];
  /** "(range 3.5 to 4.7)", "(no range: too few periods)"; empty without a reason. */
  readonly range: readonly Inline[];
  /** "3.5 to 4.7"; empty where there is no range. */
  readonly ends: readonly Inline[];
  /** "4.1 (3.5–4.7)" for a cell of a table, whose note says what the bracket is. */
  readonly short: readonly Inline[];
}

/** Metrics that are told for every hundred of the actual total: how far off a forecast was, and how much too high. */
const told = ["wape", "forecast-bias"];

/**
 * True for a miss or an excess against an actual total, which nobody says as a decimal fraction. One that is too low, or
 * whose range holds zero, keeps its sign and its name.
 */
export function isPerHundred({ metric, value, interval, unit }: Estimate): boolean {
  return (
    told.includes(metric) && unit !== "share" && value !== null && value > 0 && (interval?.low ?? value) >= 0
  );
}

/** Ends of the range move outward, so that rounding takes nothing away that is possible. */
export function perHundred(voice: Voice, estimate: Estimate | undefined): PerHundred {
  if (estimate?.value == null) {
    const none = voice.say("table.not-measured");
    return { value: none, range: [], ends: [], short: none };
  }
  const { id, value, interval, reason } = estimate;
  const digits = Math.abs(value) < 0.1 ? 1 : 0;
  const number = (part: "value" | "low" | "high", exact: number): Inline => {
    const scale = 10 ** digits;
    const turn = part === "low" ? Math.floor : part === "high" ? Math.ceil : Math.round;
    // A float a hair off a whole step is that step.
    const rounded = turn(Number((exact * 100 * scale).toFixed(9))) / scale;
    return {
      type: "datum",
      ref: id,
      part,
      value: rounded,
      of: 100,
      text: digits === 0 ? formatCount(rounded, voice.lang) : formatDecimal(rounded, digits, voice.lang),
    };
  };
  const own = number("value", value);
  if (interval === null) {
    const why = reason === null ? [] : [text("("), ...reasonText(voice, reason), text(")")];
    return { value: [own], range: why, ends: [], short: [own] };
  }
  const [low, high] = [number("low", interval.low), number("high", interval.high)];
  return {
    value: [own],
    range: voice.say("incident.range", { low, high }),
    ends: voice.say("rate.ends-range", { low, high }),
    short: [own, text(" ("), low, text("–"), high, text(")")],
  };
}
