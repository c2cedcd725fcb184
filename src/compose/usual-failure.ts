import type { Inline } from "../model/inline.js";
import type { Voice } from "../phrasing/voice.js";

/** How something of a type usually goes wrong, and the sign that it has begun. */
interface UsualFailure {
  readonly story: readonly Inline[];
  readonly signal: readonly Inline[];
  readonly threshold: readonly Inline[];
  /** Time over which the sign is counted; empty where its threshold says it, or where it is seen at once. */
  readonly window: readonly Inline[];
}

/** Types whose sign is seen at once. */
const seenAtOnce: readonly string[] = ["STL", "VEN", "PRI", "LEK", "UNM"];

/**
 * What to tell of a record or a finding where no person has told it.
 *
 * @param rule - the finder that saw it, which may have words of its own: a type is told by its commonest kind
 * @param type - type of limitation, `"COV"` and so on
 */
export function usualFailure(voice: Voice, rule: string, type: string): UsualFailure {
  const own = (part: string): string =>
    `premortem.${part}.${voice.knows(`premortem.${part}.${rule}`) ? rule : type}`;
  const hasOwnThreshold = own("threshold") !== `premortem.threshold.${type}`;
  return {
    story: voice.say(own("story")),
    signal: voice.say(own("signal")),
    threshold: voice.say(own("threshold")),
    window: hasOwnThreshold || seenAtOnce.includes(type) ? [] : voice.say("premortem.window-usual"),
  };
}
