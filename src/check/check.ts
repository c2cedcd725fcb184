import type { Fix, Message, Place } from "../errors.js";
import type { Assessment } from "../model/assessment.js";
import type { ComposedDocument } from "../model/document.js";
import type { CheckedDocument, CheckedSentence, CheckedText, TracedNumber } from "./checked-document.js";
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
  const read = checked.sentences.filter(isRead);
  return rules.flatMap((rule) => [
    ...textMessages(rule, checked, read),
    ...(rule.claims?.(checked) ?? []).map((complaint) => messageOf(rule, complaint)),
  ]);
}

/** What the text parts of all rules say about sentences without facts. */
export function checkText(text: CheckedText): Message[] {
  const read = text.sentences.filter(isRead);
  return rules.flatMap((rule) => textMessages(rule, text, read));
}

/** Two words, or an acronym: less than that says nothing a rule about words could object to. */
const hasWords = /\p{L}{4}.*\P{L}.*\p{L}{4}|\p{Lu}{2}/su;

/**
 * Cells of our own tables that hold a figure and no words are left out of what rules about words read: a model
 * card has more than a thousand of them. What they hold is for the rules about claims.
 */
function isRead({ where, annex, byAuthor, text }: CheckedSentence): boolean {
  return where !== "cell" || !annex || byAuthor || hasWords.test(text);
}

function textMessages(rule: Rule, text: CheckedText, read: readonly CheckedSentence[]): Message[] {
  const { text: reads, whole, languages = ["en"] } = rule;
  const messages: Message[] = [];
  if (reads !== undefined)
    for (const sentence of read)
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
  // What is printed for a directive stands in no file: the directive itself is what is replaced.
  const numbers = sentence.numbers.filter((number) => number.start < end && number.end > start);
  if (numbers.length > 0) return fixOfDirectives(sentence, numbers, start, end, fix);
  return {
    start: sentence.placeAt(start),
    was: sentence.text.slice(start, end),
    text: fix,
    sentence: sentence.text,
    offset: start,
  };
}

/**
 * What is printed for directives stands in no file: they themselves are what is replaced, with the words between.
 * Null where they print more than is complained about.
 */
function fixOfDirectives(
  { text }: CheckedSentence,
  numbers: readonly TracedNumber[],
  start: number,
  end: number,
  fix: string,
): Fix | null {
  const place = numbers[0]?.written?.place;
  if (place === undefined || numbers[0]?.start !== start || numbers.at(-1)?.end !== end) return null;
  let was = "";
  let before: TracedNumber | undefined;
  for (const number of numbers) {
    if (number.written === undefined) return null;
    const isSame = before !== undefined && samePlace(before.written?.place, number.written.place);
    if (!isSame) was += text.slice(before?.end ?? start, number.start) + number.written.letters;
    before = number;
  }
  return { start: place, was, text: fix, sentence: was, offset: 0 };
}

function samePlace(a: Place | undefined, b: Place): boolean {
  return a?.file === b.file && a.line === b.line && a.column === b.column;
}
