import type { Fix, Message, Place } from "../errors.js";
import type { Assessment } from "../model/assessment.js";
import type { ComposedDocument } from "../model/document.js";
import type { CheckedDocument, CheckedSentence, CheckedText } from "./checked-document.js";
import type { ClaimComplaint, Rule } from "./rule.js";
import { rules } from "./rules/all.js";
import { sentencesOf } from "./sentences-of.js";

/**
 * Step 6: every rule over every sentence of a composed document.
 *
 * @param places - where the keys of the plan stand; without them a message about one names the file alone
 */
export function check(
  document: ComposedDocument,
  assessment: Assessment,
  places: Readonly<Record<string, Place>> = {},
): Message[] {
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
    placeOfKey: (key) => places[key] ?? places[key.replace(/\.[^.]*$/, "")] ?? { file: "forthright.yaml" },
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
  const { text: reads, whole, languages = ["en"] } = rule;
  const messages: Message[] = [];
  if (reads !== undefined)
    for (const sentence of text.sentences)
      if (languages.includes(sentence.lang ?? text.lang))
        for (const complaint of reads(sentence, inLanguageOf(sentence, text)))
          messages.push(messageOf(rule, { ...complaint, sentence }));
  if (whole !== undefined && languages.includes(text.lang))
    for (const complaint of whole(text)) messages.push(messageOf(rule, complaint));
  return messages;
}

/** The text as one of the language of a sentence: what a rule chooses its words by. */
function inLanguageOf({ lang }: CheckedSentence, text: CheckedText): CheckedText {
  return lang === undefined || lang === text.lang ? text : { ...text, lang };
}

function messageOf({ id, alias, severity: usual }: Rule, complaint: ClaimComplaint): Message {
  const { sentence, start = 0, end } = complaint;
  const place = complaint.place ?? sentence?.placeAt(start);
  const last = complaint.place === undefined && end !== undefined ? sentence?.placeAt(end) : undefined;
  const fix = fixOf(complaint);
  return {
    code: id,
    alias,
    severity: complaint.severity ?? usual,
    text: complaint.text,
    ...(complaint.hint === undefined ? {} : { hint: complaint.hint }),
    ...(place === undefined ? {} : { place }),
    ...(last === undefined ? {} : { end: last }),
    ...(fix === null ? {} : { fix }),
  };
}

/** The mend of a complaint, with where its letters stand; null where it names none. */
function fixOf({ sentence, start, end, fix }: ClaimComplaint): Fix | null {
  if (sentence === undefined || start === undefined || end === undefined || fix === undefined) return null;
  return {
    start: sentence.placeAt(start),
    end: sentence.placeAt(end),
    was: sentence.text.slice(start, end),
    text: fix,
    sentence: sentence.text,
    offset: start,
  };
}
