import type { EvaluationFacts } from "../model/assessment.js";
import type { CheckedDocument, CheckedSentence } from "./checked-document.js";
import { paragraphOf } from "./paragraph-of.js";
import { roundsTo, typedRates } from "./typed-rates.js";

/** A number told without what a reader must know of the evidence behind it. */
export interface Untold {
  readonly sentence: CheckedSentence;
  readonly evaluation: EvaluationFacts;
  readonly start: number;
  readonly end: number;
}

/**
 * Numbers of certain evidence whose surroundings do not say what that evidence is. An author says it in the same
 * paragraph; for a sentence of a template the line about the evidence, anywhere in the document, will do.
 *
 * @param wanted - the words that say it, by evaluation; null where nothing need be said
 */
export function untoldEvidence(
  document: CheckedDocument,
  wanted: (evaluation: EvaluationFacts) => RegExp | null,
): Untold[] {
  const { sentences, assessment } = document;
  const asked = assessment.evaluations.flatMap((evaluation) => {
    const words = wanted(evaluation);
    return words === null ? [] : [{ evaluation, words }];
  });
  const seen = new Set<string>();
  return asked.flatMap(({ evaluation, words }) => {
    const prose = sentences.filter(({ annex }) => !annex);
    const inDocument = prose.some(
      ({ text, numbers }) =>
        words.test(text) || numbers.some(({ datum }) => datum.ref === `evaluation:${evaluation.id}`),
    );
    return prose.flatMap((sentence) => {
      const key = `${evaluation.id}/${sentence.paragraph}`;
      const span = seen.has(key)
        ? null
        : (tracedSpan(sentence, document, evaluation) ?? typedSpan(sentence, document, evaluation));
      if (span === null) return [];
      const ownWords = sentence.byAuthor && sentence.block !== "analogy" && sentence.block !== "breaks";
      const told = ownWords ? words.test(paragraphOf(document, sentence)) : inDocument;
      if (told) return [];
      seen.add(key);
      return [{ sentence, evaluation, ...span }];
    });
  });
}

function tracedSpan(
  { numbers }: CheckedSentence,
  { estimate }: CheckedDocument,
  { id }: EvaluationFacts,
): Pick<Untold, "start" | "end"> | null {
  const found = numbers.find(({ datum }) => estimate(datum.ref)?.evaluation === id);
  return found === undefined ? null : { start: found.start, end: found.end };
}

/** A typed rate that is a number of this evidence, and of no other. */
function typedSpan(
  sentence: CheckedSentence,
  { assessment }: CheckedDocument,
  { id }: EvaluationFacts,
): Pick<Untold, "start" | "end"> | null {
  const found = typedRates(sentence).find((rate) => {
    const sources = assessment.estimates.filter(
      ({ value, unit }) => unit === "share" && value !== null && roundsTo(rate, value),
    );
    return sources.length > 0 && sources.every(({ evaluation }) => evaluation === id);
  });
  return found === undefined ? null : { start: found.start, end: found.end };
}
