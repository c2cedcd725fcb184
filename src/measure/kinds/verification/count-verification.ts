import type { Ask } from "../../query/count-query.js";
import { duplicatesOf } from "../duplicates.js";
import { askDecisions } from "./ask-decisions.js";
import { askScores, type VerificationQuestion } from "./ask-scores.js";
import type { VerificationCounts } from "./verification-counts.js";

/**
 * Asks for the counts of a verification evaluation: scores first, then every decision by pair of people.
 *
 * @throws UserError for labels that are not two, labels that contradict the ids, and no usable row
 */
export async function countVerification(
  question: VerificationQuestion,
  ask: Ask,
): Promise<VerificationCounts> {
  const scores = await askScores(question, ask);
  const decisions = await askDecisions(question, scores.scores, ask);
  return { ...scores, ...decisions, duplicates: await duplicatesOf(question, ask) };
}
