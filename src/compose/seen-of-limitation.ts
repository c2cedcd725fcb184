import type { Limitation } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { counted } from "../phrasing/counted.js";
import { displayGate } from "../phrasing/display-gate.js";
import type { DocumentContext } from "./context.js";
import { toldEstimate } from "./told-estimate.js";
import { toldFinding } from "./told-finding.js";

/** What the evidence shows of a limitation: one sentence per finding, else the number that the record names. */
export function seenOfLimitation(
  context: DocumentContext,
  record: Limitation,
): readonly (readonly Inline[])[] {
  const sentences = record.findings.flatMap((id) => {
    const finding = context.assessment.findings.find((candidate) => candidate.id === id);
    return finding === undefined ? [] : [toldFinding(context, finding)];
  });
  return sentences.length > 0 ? sentences : numberOf(context, record);
}

/** The rate that the likelihood rests on, in a sentence, and what was counted for it. */
function numberOf(context: DocumentContext, { risk }: Limitation): readonly (readonly Inline[])[] {
  const { voice, assessment } = context;
  const estimate = context.estimate(risk?.estimate ?? "");
  if (estimate?.value == null) return [];
  const slice = assessment.slices.find(
    ({ id, evaluation }) => id === estimate.slice && evaluation === estimate.evaluation,
  );
  const { id, numerator, denominator } = estimate;
  const told = toldEstimate(context, estimate, slice ?? null);
  // None, all, and what is too uncertain for a rate are told in counts already.
  const inCounts =
    numerator === 0 || numerator === denominator || displayGate(estimate, voice.audience) !== "rate";
  if (numerator === null || denominator === null || inCounts) return told;
  const x = counted(voice, id, "numerator", numerator);
  return [...told, voice.say("record.counted", { x, n: counted(voice, id, "denominator", denominator) })];
}
