import type { Finding } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { findingSentence } from "../phrasing/finding-sentence.js";
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
  const told = findingSentence(voice, finding, assessment.slices, form);
  const { evaluation: seenIn } = finding;
  if (seenIn === null || seenIn === evaluation.id || isOfTheSystem(finding)) return told;
  return voice.say(form === "title" ? "evidence.of-evaluation" : "evidence.seen-in", {
    evaluation: evaluationTitle(context, seenIn),
    told,
  });
}
