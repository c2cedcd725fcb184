import type { Slice } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { text } from "./inline.js";
import type { Voice } from "./voice.js";

/**
 * The cases of a slice in words: the author's name for them, else "customers with internet DSL", else the
 * general noun for all cases.
 */
export function casesOf(voice: Voice, slice: Slice | null): readonly Inline[] {
  if (slice === null) return [text(voice.words.case[1])];
  if (slice.name !== null) return [text(slice.name)];
  const value = valueName(voice, slice);
  return voice.say(slice.negated ? "slice.others" : "slice.cases", {
    cases: voice.words.case[1],
    column: columnName(slice),
    value,
  });
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
