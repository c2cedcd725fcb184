import type { Inline } from "../model/inline.js";
import { plainText } from "./inline.js";
import { sentenceLimit, wordCount } from "./sentence-limit.js";
import type { Slots } from "./say.js";
import type { Voice } from "./voice.js";

/** A phrase, or its form in two sentences (`-long`) where names of the data make the one too long. */
export function fitting(voice: Voice, id: string, slots: Slots): readonly Inline[] {
  const told = voice.say(id, slots);
  return wordCount(plainText(told)) > sentenceLimit(voice.lang) ? voice.say(`${id}-long`, slots) : told;
}
