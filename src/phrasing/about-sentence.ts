import type { Slice } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { casesSlots } from "./subject-words.js";
import type { Voice } from "./voice.js";

/** "This is about fibre customers.": a rate of a group never stands without the group; nothing for all cases. */
export function aboutSentence(voice: Voice, slice: Slice | null): readonly Inline[] {
  return slice === null ? [] : voice.say("rate.about", casesSlots(voice, slice));
}
