import { formatCount } from "./format-number.js";
import type { Datum, DatumPart } from "../model/inline.js";
import type { PrintedCount } from "./natural-frequency.js";
import type { Voice } from "./voice.js";

/** A whole number with the estimate it belongs to. */
export function counted(voice: Voice, ref: string, part: DatumPart, value: number, of?: number): Datum {
  return {
    type: "datum",
    ref,
    part,
    value,
    text: formatCount(value, voice.lang),
    ...(of === undefined ? {} : { of }),
  };
}

/** A restated count: "12", or "fewer than 1" where a count that is not zero would round to nothing. */
export function printedCount(
  voice: Voice,
  ref: string,
  part: DatumPart,
  count: PrintedCount,
  of: number,
): Datum {
  const few = count.few
    ? {
        text: voice
          .say("rate.few")
          .map((piece) => (piece.type === "text" ? piece.value : ""))
          .join(""),
      }
    : {};
  return { ...counted(voice, ref, part, count.printed, of), ...few };
}

/** The number that chooses between "is" and "are"; "fewer than 1" is singular. */
export function pluralNumber(count: PrintedCount): number {
  return count.few ? 1 : count.printed;
}

/** One or many of a noun. */
export function noun(pair: readonly [string, string], count: number): string {
  return count === 1 ? pair[0] : pair[1];
}
