import type { Inline } from "../model/inline.js";
import { plainText } from "./inline.js";
import type { Slots } from "./say.js";
import type { Voice } from "./voice.js";

/** Words a sentence may have before most readers lose the thread. */
const mostWords = 25;

/** A phrase, or its form in two sentences (`-long`) where names of the data make the one too long. */
export function fitting(voice: Voice, id: string, slots: Slots): readonly Inline[] {
  const told = voice.say(id, slots);
  const words = plainText(told)
    .split(/\s+/)
    .filter((word) => /[\p{L}\d]/u.test(word)).length;
  return words > mostWords ? voice.say(`${id}-long`, slots) : told;
}
