import type { Inline } from "../model/inline.js";
import type { Risk } from "../model/risk.js";
import type { Voice } from "./voice.js";

/** "4 of 5", "3 to 4 of 5", or that nobody has said whom it harms; with the reason where an author set it. */
export function severityWords(voice: Voice, { severity }: Pick<Risk, "severity">): readonly Inline[] {
  if (severity === null) return voice.say("risk.severity-none");
  const { point, upper, raised, given } = severity;
  if (given !== null) return setWords(voice, given);
  return voice.say("risk.severity", {
    point,
    upper,
    differs: point === upper ? "no" : "yes",
    why:
      raised.length === 2
        ? "both"
        : raised[0] === "no-appeal"
          ? "appeal"
          : raised.length === 0
            ? "none"
            : "persons",
  });
}

/** "3 to 4 of 5", or why it cannot be estimated; with the reason where an author set it. */
export function likelihoodWords(voice: Voice, { likelihood }: Pick<Risk, "likelihood">): readonly Inline[] {
  const { point, upper, basis, given } = likelihood;
  if (basis === "untested") return voice.say("risk.untested", { upper: upper ?? 3 });
  if (given !== null) return setWords(voice, given);
  if (upper === null) return voice.say(`risk.${basis}`, { point: point ?? 0 });
  return voice.say("risk.likelihood", {
    point: point ?? upper,
    upper,
    differs: (point ?? upper) === upper ? "no" : "yes",
  });
}

function setWords(
  voice: Voice,
  { level, reason, computed }: NonNullable<Risk["likelihood"]["given"]>,
): readonly Inline[] {
  return voice.say("risk.given", {
    level,
    reason,
    computed: computed ?? 0,
    known: computed === null || computed === level ? "no" : "yes",
  });
}
