import type { Assessment } from "../model/assessment.js";
import type { Materials } from "../model/materials.js";
import { plainText } from "../phrasing/inline.js";
import { choosePattern, tellPattern } from "../phrasing/patterns/choose-pattern.js";
import { createContext } from "./create-context.js";
import { knownAt } from "./known-at.js";

/** Which pattern tells the decisions of one body of evidence, and why each earlier one does not. */
export interface PatternStory {
  readonly evaluation: string;
  /** Letter and id of the pattern; null when none has what it needs. */
  readonly chosen: { readonly letter: string; readonly id: string } | null;
  readonly refused: readonly { readonly letter: string; readonly id: string; readonly why: string }[];
  /** What it says; empty when nothing can be said. */
  readonly sentences: readonly string[];
}

/** The story of every evaluation of yes-or-no decisions, over all cases, as the internal edition would tell it. */
export function explainPatterns(assessment: Assessment, materials: Materials, lang: string): PatternStory[] {
  return assessment.evaluations
    .filter(({ task }) => task === "binary" || task === "reported")
    .map(({ id }) => {
      const context = createContext({
        assessment,
        document: { kind: "model-card", status: "draft", evaluation: id },
        index: 0,
        audience: "internal",
        lang,
        materials,
        notes: new Map(),
        places: {},
        withheld: 0,
        report: () => undefined,
      });
      const { voice } = context;
      const known = knownAt(context, null);
      const { chosen, refused } = choosePattern(voice, known);
      return {
        evaluation: id,
        chosen: chosen === null ? null : { letter: chosen.letter, id: chosen.id },
        refused: refused.map(({ pattern, why }) => ({
          letter: pattern.letter,
          id: pattern.id,
          why: plainText(voice.say(why.phrase, why.slots)),
        })),
        sentences: tellPattern(voice, known, chosen).map(plainText),
      };
    });
}
