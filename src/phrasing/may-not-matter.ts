import type { Estimate } from "../model/assessment.js";
import { isUnclear } from "./measure-number.js";
import type { Voice } from "./voice.js";

/**
 * True for a clear difference that may still be smaller than what the plan calls worthwhile: its range has an end
 * nearer to zero than that. False where nobody has said what is worthwhile.
 */
export function mayNotMatter(voice: Voice, { interval, unit }: Estimate): boolean {
  const least = voice.worthwhile ?? null;
  if (least === null || interval === null || unit !== "share") return false;
  if (isUnclear({ interval })) return false;
  return Math.min(Math.abs(interval.low), Math.abs(interval.high)) < least;
}
