import type { Estimate } from "../../model/assessment.js";
import type { Inline } from "../../model/inline.js";

import { counted, printedCount } from "../counted.js";
import { restate } from "../restate.js";
import type { Voice } from "../voice.js";
import { nounSlots } from "../noun-slots.js";

/** "Most of those are false alarms: 85 of 100." where more of the flagged are wrong than right; else nothing (R12). */
export function mostlyFalse(voice: Voice, precision: Estimate): readonly Inline[] {
  const of = voice.totalOf(precision);
  const rate = restate(precision, of);
  if (rate === null || precision.value === null || precision.value >= 0.5) return [];
  if (rate.complement.printed <= rate.count.printed) return [];
  return voice.say("pattern.mostly-false", {
    ...nounSlots(voice.words),
    y: printedCount(voice, precision.id, "complement", rate.complement, of),
    of: counted(voice, precision.id, "outOf", of, of),
  });
}
