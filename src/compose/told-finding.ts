import type { Finding } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { findingSentence } from "../phrasing/finding-sentence.js";
import { visibleText } from "../visible-text.js";
import type { DocumentContext } from "./context.js";
import { evaluationTitle } from "./evaluation-title.js";
import { isOfTheSystem } from "./unknown-findings.js";

/** What a finder saw; where it saw it in other evidence than the document is about, that is named too. */
export function toldFinding(
  context: DocumentContext,
  finding: Finding,
  form: "sentence" | "title" = "sentence",
): readonly Inline[] {
  const { voice, assessment, evaluation } = context;
  const told = findingSentence(voice, withTitle(context, finding), assessment.slices, form);
  const { evaluation: seenIn } = finding;
  if (seenIn === null || seenIn === evaluation.id || isOfTheSystem(finding)) return told;
  return voice.say(form === "title" ? "evidence.of-evaluation" : "evidence.seen-in", {
    evaluation: evaluationTitle(context, seenIn),
    told,
  });
}

/** A criterion is told with its title beside its id, which means nothing to a reader by itself. */
function withTitle({ assessment }: DocumentContext, finding: Finding): Finding {
  const { criterion } = finding.slots;
  const title = assessment.criteria.find(({ of }) => of === criterion)?.title;
  if (title == null || criterion === undefined) return finding;
  return { ...finding, slots: { ...finding.slots, criterion: `${criterion} (${visibleText(title)})` } };
}
