import type { Assessment } from "../model/assessment.js";
import type { Audience } from "../model/plan.js";
import { openTexts, type OpenTexts } from "./open-texts.js";
import { redactAnswers } from "./redact-answers.js";

/** Facts and texts as one edition may know them. */
export interface Edition {
  readonly redacted: Assessment;
  readonly texts: OpenTexts;
}

/**
 * Editions of one Assessment, each made once for all documents that tell the same: a project has more documents than
 * editions, and to merge small cells takes as long as to write a page.
 *
 * @returns `edition(audience, facts)`: `facts` are those of whoever may know least, see `factsFor`
 */
export function sharedEditions(
  assessment: Assessment,
  notes: Parameters<typeof openTexts>[0],
): (audience: Audience, facts: Audience) => Edition {
  const made = new Map<string, Edition>();
  return (audience, facts) => {
    const name = `${audience}/${facts}`;
    const edition = made.get(name) ?? {
      redacted: redactAnswers(assessment, audience, facts),
      texts: openTexts(notes, facts),
    };
    made.set(name, edition);
    return edition;
  };
}
