import type { Message } from "../errors.js";
import type { Assessment } from "../model/assessment.js";
import type { ComposedDocument } from "../model/document.js";
import type { CheckedDocument, CheckedText } from "./checked-document.js";
import type { ClaimComplaint, Rule } from "./rule.js";
import { rules } from "./rules/all.js";
import { sentencesOf } from "./sentences-of.js";

/** Step 6: every rule over every sentence of a composed document. */
export function check(document: ComposedDocument, assessment: Assessment): Message[] {
  const estimates = new Map(assessment.estimates.map((estimate) => [estimate.id, estimate]));
  const checked: CheckedDocument = {
    plan: document.plan,
    kind: document.kind,
    lang: document.lang,
    audience: document.audience,
    tree: document.tree,
    charts: document.charts,
    sentences: sentencesOf(document.tree),
    assessment,
    estimate: (ref) => estimates.get(ref),
  };
  return rules.flatMap((rule) => [
    ...textMessages(rule, checked),
    ...(rule.claims?.(checked) ?? []).map((complaint) => messageOf(rule, complaint)),
  ]);
}

/** What the text parts of all rules say about sentences without facts. */
export function checkText(text: CheckedText): Message[] {
  return rules.flatMap((rule) => textMessages(rule, text));
}

function textMessages(rule: Rule, text: CheckedText): Message[] {
  const { text: reads, languages = ["en"] } = rule;
  if (reads === undefined || !languages.includes(text.lang)) return [];
  return text.sentences.flatMap((sentence) =>
    reads(sentence, text).map((complaint) => messageOf(rule, { ...complaint, sentence })),
  );
}

function messageOf({ id, severity }: Rule, complaint: ClaimComplaint): Message {
  const place = complaint.place ?? complaint.sentence?.placeAt(complaint.start ?? 0);
  return {
    code: id,
    severity,
    text: complaint.text,
    ...(complaint.hint === undefined ? {} : { hint: complaint.hint }),
    ...(place === undefined ? {} : { place }),
  };
}
