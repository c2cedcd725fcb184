import type { Slice } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { text } from "./inline.js";
import { nounSlots, ofNoun } from "./noun-slots.js";
import type { Voice } from "./voice.js";

/**
 * The cases of a slice in words: the author's name for them, else "customers with internet DSL", else the
 * general noun for all cases.
 *
 * @param form - `of` for the form after "of", where a language has one: "von Kunden", "von Kundinnen mit DSL"
 */
export function casesOf(
  voice: Voice,
  slice: Slice | null,
  form: "plain" | "of" = "plain",
): readonly Inline[] {
  const { words } = voice;
  if (slice === null) return [text(form === "of" ? ofNoun(words, "case", 2) : words.case[1])];
  if (slice.name !== null)
    return [text(form === "of" ? (words.declined?.groups[slice.name] ?? slice.name) : slice.name)];
  const value = valueName(voice, slice);
  return voice.say(slice.negated ? "slice.others" : "slice.cases", {
    ...nounSlots(words),
    form,
    column: columnName(slice),
    value,
  });
}

/** The same in both forms, as slots of a sentence about a slice. */
export function casesSlots(
  voice: Voice,
  slice: Slice | null,
): { cases: readonly Inline[]; of_cases: readonly Inline[] } {
  return { cases: casesOf(voice, slice), of_cases: casesOf(voice, slice, "of") };
}

/** "Fiber optic", "12 to under 24", "no value": the value alone. */
export function valueName(voice: Voice, slice: Pick<Slice, "value">): readonly Inline[] {
  const { value } = slice;
  if (value === null) return voice.say("slice.missing");
  const band = /^(<|>=)?(-?\d+(?:\.\d+)?)(?:\.\.(-?\d+(?:\.\d+)?))?$/.exec(value);
  if (band === null) return [text(value)];
  const [, sign, first = "", last] = band;
  if (last !== undefined) return voice.say("slice.band", { low: first, high: last });
  if (sign === "<") return voice.say("slice.under", { high: first });
  return sign === ">=" ? voice.say("slice.from", { low: first }) : [text(value)];
}

/** The reader's name of a slice column, or its name in the file with underscores as spaces. */
export function columnName(slice: Pick<Slice, "column" | "column_name">): string {
  return slice.column_name ?? slice.column.replaceAll("_", " ");
}
