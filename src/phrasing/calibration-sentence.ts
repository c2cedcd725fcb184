import type { CalibrationGate } from "../model/calibration-gate.js";
import type { DatumPart, Inline } from "../model/inline.js";
import { counted } from "./counted.js";
import type { Slots } from "./say.js";
import type { Voice } from "./voice.js";

/** Which printed number of the record a slot is. */
const parts: Readonly<Record<string, DatumPart>> = { n: "n", observed: "positives", expected: "value" };

/**
 * Why a score is not told as a probability, in one sentence with its counts.
 *
 * @param evaluation - id of the evidence the reason was found in: its numbers are traced to it
 */
export function calibrationSentence(
  voice: Voice,
  { message, slots }: CalibrationGate["reasons"][number],
  evaluation: string,
): readonly Inline[] {
  const numbers = Object.entries(slots).map(([name, value]): [string, Slots[string]] => [
    name,
    counted(voice, `calibration:${evaluation}`, parts[name] ?? "n", Math.round(value)),
  ]);
  const { words } = voice;
  return voice.say(message, {
    cases: words.case[1],
    positives: words.positive[1],
    negatives: words.negative[1],
    ...Object.fromEntries(numbers),
  });
}
