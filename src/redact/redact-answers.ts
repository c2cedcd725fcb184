import type { Assessment } from "../model/assessment.js";
import { audiences, type Audience } from "../model/plan.js";
import { maySee } from "./may-see.js";
import { onlyForLine } from "./only-for.js";
import { redact } from "./redact.js";

/**
 * Whose facts a document may hold: those of its reader, or of the one its reader speaks to, whichever is less. A talk
 * track lies open on a desk while a customer sits at it, so that nothing is in it that the customer may not know.
 */
export function factsFor(audience: Audience, answers: Audience | undefined): Audience {
  const place = Math.max(audiences.indexOf(audience), audiences.indexOf(answers ?? audience));
  return audiences[place] ?? audience;
}

/**
 * The Assessment as a document may know it that tells its reader what to say to others: the edition of those others,
 * and beside it what concerns the reader alone: the question to expect, what not to say, whom to ask.
 *
 * @param told - whose facts it may hold, see `factsFor`
 */
export function redactAnswers(assessment: Assessment, audience: Audience, told: Audience): Assessment {
  const open = redact(assessment, told);
  if (told === audience || !maySee(audience, "executive")) return open;
  const own = new Map(assessment.limitations.map((record) => [record.id, record]));
  const line = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : onlyForLine(text, audience);
  return {
    ...open,
    limitations: open.limitations.map((record) => {
      const { question, not_to_say, owner } = own.get(record.id) ?? {};
      const team = { question: line(question), not_to_say: line(not_to_say), owner: line(owner) };
      const given = Object.entries(team).filter(([, text]) => text !== undefined);
      return { ...record, ...(Object.fromEntries(given) as Partial<typeof record>) };
    }),
  };
}
