import type { Message } from "../errors.js";
import type { Assessment } from "../model/assessment.js";
import type { ComposedDocument } from "../model/document.js";
import { rules } from "./rules/all.js";
import { sentencesOf } from "./sentences-of.js";

/** Step 6: every rule over every sentence of a composed document. */
export function check(document: ComposedDocument, assessment: Assessment): Message[] {
  const estimates = new Map(assessment.estimates.map((estimate) => [estimate.id, estimate]));
  const checked = {
    plan: document.plan,
    kind: document.kind,
    audience: document.audience,
    sentences: sentencesOf(document.tree),
    assessment,
    estimate: (ref: string) => estimates.get(ref),
  };
  return rules.flatMap((rule) =>
    rule.check(checked).map((message): Message => ({ code: rule.id, severity: rule.severity, ...message })),
  );
}
