import type { Limitation } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { text } from "../phrasing/inline.js";
import type { DocumentContext } from "./context.js";
import { toldFinding } from "./told-finding.js";
import { visibleText } from "../visible-text.js";

/** The limitation in one line: the author's, or that of the finding it grew from. */
export function limitationTitle(context: DocumentContext, limitation: Limitation): readonly Inline[] {
  if (limitation.origin === "declared") return [text(visibleText(limitation.title))];
  const finding = context.assessment.findings.find(({ id }) => id === limitation.findings[0]);
  return finding === undefined
    ? [text(visibleText(limitation.title))]
    : toldFinding(context, finding, "title");
}
