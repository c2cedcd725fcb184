import type { Estimate } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { counted, pluralNumber, printedCount } from "./counted.js";
import { displayGate } from "./display-gate.js";
import { nounSlots } from "./noun-slots.js";
import { restate } from "./restate.js";
import type { Voice } from "./voice.js";

/**
 * How many flagged cases people look at to find one positive, never alone: with it stands how many are missed.
 *
 * Computed from the exact value, told as a whole number of at most two significant figures; fewer than 2 is left to the
 * share of the flagged that is right, which says it better.
 *
 * @returns nothing where either number is unknown or may not be told as a rate
 */
export function neededToFlagSentence(
  voice: Voice,
  needed: Estimate | null,
  recall: Estimate | null,
): readonly Inline[] {
  if (needed?.value == null || recall?.value == null || needed.value < 1.5) return [];
  if (displayGate(recall, voice.audience) !== "rate") return [];
  const of = voice.totalOf(recall);
  const rate = restate(recall, of);
  if (rate === null) return [];
  const whole = (value: number): number => Number(Math.round(value).toPrecision(2));
  const [low, high] = [whole(needed.interval?.low ?? 0), whole(needed.interval?.high ?? 0)];
  return voice.say("workload.needed", {
    ...nounSlots(voice.words),
    one_positive: voice.words.positive[0],
    needed: counted(voice, needed.id, "bound", whole(needed.value)),
    // "2 (2 to 2)" says no more than "2".
    ranged: low === high ? "no" : "yes",
    low: counted(voice, needed.id, "bound", low),
    high: counted(voice, needed.id, "bound", high),
    y: printedCount(voice, recall.id, "complement", rate.complement, of),
    y_n: pluralNumber(rate.complement),
    of: counted(voice, recall.id, "outOf", of, of),
  });
}
