import type { Confidence } from "../model/confidence.js";
import type { Inline } from "../model/inline.js";
import { monthsOf } from "../model/shelf-life.js";
import { counted } from "./counted.js";
import { formatDecimal } from "./format-number.js";
import { text } from "./inline.js";
import type { Slots } from "./say.js";
import type { Voice } from "./voice.js";

type Told = Confidence["moves"][number];

/** Reasons that stand beside a stop. */
const mostReasons = 2;

/** Name of a stop: "partly supported". */
export function stopName(voice: Voice, { stop }: Pick<Confidence, "stop">): readonly Inline[] {
  return voice.say(`confidence.stop.${stop}`);
}

/** What a stop means, in one sentence: "Early evidence suggests it; this could change." */
export function stopMeaning(voice: Voice, { stop }: Pick<Confidence, "stop">): readonly Inline[] {
  return voice.say(`confidence.means.${stop}`);
}

/**
 * What keeps a claim from a better stop, the weightiest first: a hard limit that no deduction explains, how lines of
 * evidence agree, then the deductions.
 */
export function reasonsFor({ cap, matrix, deductions }: Confidence): Told[] {
  return [
    ...(cap !== null && cap.domain === null ? [cap] : []),
    ...(matrix === null ? [] : [{ message: "confidence.matrix", slots: matrix }]),
    ...deductions.filter(({ points }) => points < 0),
  ];
}

/** "Reasons: one period of data; evidence 14 months old."; nothing where nothing speaks against it. */
export function reasonsSentence(voice: Voice, confidence: Confidence): readonly Inline[] {
  const main = reasonsFor(confidence).slice(0, mostReasons);
  if (main.length === 0) return [];
  return voice.say("confidence.reasons", {
    n: main.length,
    reasons: joined(main.map((reason) => toldPieces(voice, confidence, reason))),
  });
}

/** "What would move it: a second period or site that agrees."; nothing where nothing would. */
export function movesSentence(voice: Voice, confidence: Confidence): readonly Inline[] {
  const [first] = confidence.moves;
  return first === undefined
    ? []
    : voice.say("confidence.moves", { move: toldPieces(voice, confidence, first) });
}

/** A reason, or a step, in words; its numbers are traced to the claim. */
export function toldPieces(
  voice: Voice,
  { claim }: Pick<Confidence, "claim">,
  { message, slots }: Told,
): readonly Inline[] {
  const told = Object.entries(slots).flatMap(([name, value]): [string, Slots[string]][] => {
    if (name === "fresh" && typeof value === "string") return [["fresh", String(monthsOf(value))]];
    if (typeof value !== "number") return [[name, value ?? ""]];
    return [
      [name, numberOf(voice, claim, value)],
      [`${name}_n`, value],
    ];
  });
  const isNamed = ["names", "column"].some((name) => typeof slots[name] === "string");
  return voice.say(message, {
    ...Object.fromEntries(told),
    named: isNamed ? "yes" : "no",
  });
}

/** Pieces with a semicolon between them: reasons hold commas. */
export function joined(parts: readonly (readonly Inline[])[]): readonly Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [text("; "), ...part]));
}

function numberOf(voice: Voice, claim: string, value: number): Inline {
  const ref = `confidence:${claim}`;
  if (Number.isInteger(value)) return counted(voice, ref, "n", value);
  const digits = 2;
  const printed = formatDecimal(value, digits, voice.lang);
  return { type: "datum", ref, part: "n", value: Number(value.toFixed(digits)), text: printed };
}
