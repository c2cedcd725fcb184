import type { Limitation } from "../model/assessment.js";
import type { DocumentContext } from "./context.js";

/** True for an edition that leaves the house. */
export function isOutside({ voice }: DocumentContext): boolean {
  return voice.audience === "customer" || voice.audience === "public";
}

/** True when who is affected, how much, and what helps meanwhile would tell an attacker where to try. */
export function areDetailsHeld(context: DocumentContext, { type }: Limitation): boolean {
  return isOutside(context) && type === "ADV";
}
