import type { Inline } from "../../model/inline.js";
import { aboutSentence } from "../about-sentence.js";
import { rateSentence } from "../rate-sentence.js";
import type { Voice } from "../voice.js";
import { patterns } from "./all.js";
import { isReported, type Known } from "./known.js";
import { nounSlots } from "../noun-slots.js";
import type { Pattern, Refusal } from "./pattern.js";

/** What is told of a group of cases, and why no better way was. */
export interface Choice {
  /** Null when no pattern has what it needs. */
  readonly chosen: Pattern | null;
  /** Patterns before the chosen one, each with its reason; all of them when none was chosen. */
  readonly refused: readonly { readonly pattern: Pattern; readonly why: Refusal }[];
}

/** The first pattern whose inputs exist. */
export function choosePattern(voice: Voice, known: Known): Choice {
  const refused: { pattern: Pattern; why: Refusal }[] = [];
  for (const pattern of patterns.filter(({ after }) => !after)) {
    const why = pattern.refuse(voice, known);
    if (why === null) return { chosen: pattern, refused };
    refused.push({ pattern, why });
  }
  return { chosen: null, refused };
}

/**
 * Sentences of a pattern with what comes after any of them; of none, what is known and why more cannot be said.
 *
 * @param basis - `reported` leaves out how many cases were counted, for a page that says so elsewhere
 */
export function tellPattern(
  voice: Voice,
  known: Known,
  pattern: Pattern | null = choosePattern(voice, known).chosen,
  basis: "all" | "reported" = "all",
): readonly (readonly Inline[])[] {
  const told = pattern === null ? withoutPattern(voice, known) : pattern.tell(voice, known);
  const isTold = told.length > 0 && (basis === "all" || isReported(known));
  const after = patterns.filter((one) => one.after && isTold && one.refuse(voice, known) === null);
  // The full chain opens with the group; every other pattern would leave it out.
  const about = told.length > 0 && pattern?.namesGroup !== true ? [aboutSentence(voice, known.slice)] : [];
  return [...about, ...told, ...after.flatMap((one) => one.tell(voice, known))].filter(
    ({ length }) => length > 0,
  );
}

/** The rates there are, each on its own class, and what stands in the way of saying more. */
function withoutPattern(
  voice: Voice,
  { recall, falseAlarms, testRate }: Known,
): readonly (readonly Inline[])[] {
  const rates = [recall, falseAlarms].flatMap((estimate) =>
    estimate === null ? [] : [rateSentence(voice, estimate)],
  );
  if (recall === null && falseAlarms === null) return [];
  if (testRate?.value === 0 || testRate?.value === 1) {
    const absent = testRate.value === 0 ? voice.words.positive[1] : voice.words.negative[1];
    return [...rates, voice.say("frequency.one-class", { ...nounSlots(voice.words), absent })];
  }
  const why =
    recall === null
      ? "pattern.misses-unmeasured"
      : falseAlarms === null
        ? "pattern.alarms-unmeasured"
        : "pattern.too-rare-to-say";
  return [...rates, voice.say(why, nounSlots(voice.words))];
}
