import type { Finding } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import type { Voice } from "../phrasing/voice.js";

/** What would answer an open question: by its own sentence where its finder asks several, else by its finder; else none. */
export function answerTo(
  voice: Voice,
  { rule, message }: Pick<Finding, "rule" | "message">,
): readonly Inline[] {
  const own = message.replace(/^finding\./, "answer.");
  if (voice.knows(own)) return voice.say(own);
  return voice.knows(`answer.${rule}`) ? voice.say(`answer.${rule}`) : [];
}
