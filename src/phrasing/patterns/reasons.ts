import type { Estimate } from "../../model/assessment.js";
import { counted } from "../counted.js";
import { displayGate } from "../display-gate.js";
import { restate } from "../restate.js";
import type { Voice } from "../voice.js";
import { mixOf, type Known } from "./known.js";
import { nounSlots } from "../noun-slots.js";
import type { Refusal } from "./pattern.js";

/** Reasons that several patterns share. Each is null when it does not apply. */

/** The number is not known at all. */
export function notKnown(voice: Voice, estimate: Estimate | null, what: string): Refusal | null {
  return estimate === null ? { phrase: `pattern.why.no-${what}`, slots: nounSlots(voice.words) } : null;
}

/** The number rests on too few cases, or on too wide a range, to be told as a rate. */
export function notToldAsRate(voice: Voice, ...estimates: readonly (Estimate | null)[]): Refusal | null {
  const few = estimates.find(
    (estimate) => estimate !== null && displayGate(estimate, voice.audience) !== "rate",
  );
  return few == null ? null : { phrase: "pattern.why.few-cases", slots: nounSlots(voice.words) };
}

/** Positives are far more, or far less, common in the test than in use: what was measured of the flagged does not carry over. */
export function otherMix(voice: Voice, known: Known): Refusal | null {
  const { baseRate, testRate } = known;
  if (mixOf(known) !== "other" || baseRate === null || testRate === null) return null;
  const of = Math.max(100, voice.outOf.cases);
  const count = (estimate: Estimate) =>
    counted(voice, estimate.id, "value", restate(estimate, of)?.count.printed ?? 0, of);
  return {
    phrase: "pattern.why.other-mix",
    slots: {
      ...nounSlots(voice.words),
      of: counted(voice, baseRate.id, "outOf", of, of),
      test: count(testRate),
      live: count(baseRate),
    },
  };
}
