import type { Slice } from "../model/assessment.js";
import { plainText } from "./inline.js";
import { casesOf } from "./subject-words.js";
import type { Voice } from "./voice.js";

/** The voice of a document when it speaks of one group of cases: "fibre customers" in place of "customers". */
export function voiceAbout(voice: Voice, slice: Slice | null): Voice {
  if (slice === null) return voice;
  const { words } = voice;
  const many = plainText(casesOf(voice, slice));
  const ofMany = plainText(casesOf(voice, slice, "of"));
  const { declined } = words;
  return {
    ...voice,
    words: {
      ...words,
      case: [words.case[0], many],
      ...(declined === undefined
        ? {}
        : { declined: { ...declined, of: { ...declined.of, case: [declined.of.case[0], ofMany] } } }),
    },
  };
}
