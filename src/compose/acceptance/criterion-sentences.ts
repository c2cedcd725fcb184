import type { Assessment, EvaluationFacts } from "../../model/assessment.js";
import type { Inline } from "../../model/inline.js";
import { formatDate } from "../../phrasing/format-date.js";
import { formatCount, formatPlain, formatThreshold } from "../../phrasing/format-number.js";
import {
  countedPieces,
  criterionName,
  isShareOf,
  limitPieces,
  namedOf,
  neededPieces,
  seenPieces,
  settlePieces,
  verdictPieces,
  type ToldCriterion,
} from "../../phrasing/criterion-words.js";
import { plainText, text } from "../../phrasing/inline.js";
import { measureRange } from "../../phrasing/measure-number.js";
import { sentenceCase } from "../../phrasing/measure-sentence.js";
import { outcomeName, wholeSlots, type Named } from "../../phrasing/metric-words.js";
import { casesOf } from "../../phrasing/subject-words.js";
import type { Voice } from "../../phrasing/voice.js";
import type { AgreedCriterion } from "./release-facts.js";

/** Groups that are told one by one; the chart holds all. */
const mostGroups = 3;
/** Values in scope that are named. */
const mostValues = 5;

type Sentence = readonly Inline[];

/** What was agreed, on what it was judged, what was seen and what follows: the criterion in full sentences. */
export function criterionSentences(
  voice: Voice,
  agreed: AgreedCriterion,
  assessment: Pick<Assessment, "evaluations" | "coverage">,
  before: AgreedCriterion | undefined,
): Sentence[] {
  const [first] = agreed.rows;
  const isNew = before?.rows[0].criterion.evaluation !== first.criterion.evaluation;
  return [
    agreedSentence(voice, agreed),
    ...(isNew ? evidenceSentence(voice, first, assessment.evaluations) : []),
    ...coverageSentences(voice, first, assessment),
    ...(agreed.rows.length === 1 ? seenSentences(voice, first) : groupSentences(voice, agreed)),
  ];
}

/** "AC-2 Few genuine documents stopped": how a list names it. */
export function criterionTitle(voice: Voice, { of, rows: [first] }: AgreedCriterion): Sentence {
  return [text(`${of} `), ...criterionName(voice, first)];
}

/** Why a must does not pass, in one line: what was seen of its gravest group, how far that reaches, what was agreed. */
export function reasonSentence(
  voice: Voice,
  agreed: AgreedCriterion,
  evaluations: readonly EvaluationFacts[],
): Sentence {
  const [worst = agreed.rows[0]] = agreed.notPassed;
  const { criterion } = worst;
  const limit = limitPieces(voice, worst);
  const bounded = criterion.limit !== null && criterion.verdict !== "stale" && criterion.verdict !== "void";
  const others = agreed.notPassed.slice(1);
  const failing = others.filter((one) => one.criterion.verdict === "fail").length;
  const undecided = others.length - failing;
  return voice.say(
    `acceptance.reason.${bounded ? (criterion.verdict === "fail" ? "fail" : "open") : "why"}`,
    {
      title: criterionTitle(voice, agreed),
      grouped: worst.group === null ? "no" : "yes",
      cases: casesOf(voice, worst.group),
      seen: withCounts(voice, worst),
      named: evaluations.length > 1 ? "yes" : "no",
      evidence: evidenceTitle(evaluations, criterion.evaluation),
      limit,
      needed: neededPieces(voice, worst),
      level: percent(voice, criterion.confidence),
      why: voice.say(criterion.reason),
      beyond: criterion.reason === "criterion.cannot-pass" ? "yes" : "no",
      verdict: voice.say(`acceptance.verdict.${criterion.verdict}`),
      settle: settlePieces(voice, worst, "acceptance.settle"),
      failing: formatCount(failing, voice.lang),
      failing_n: failing,
      undecided: formatCount(undecided, voice.lang),
      undecided_n: undecided,
    },
  );
}

function evidenceTitle(evaluations: readonly EvaluationFacts[], id: string): string {
  return evaluations.find((one) => one.id === id)?.title ?? id;
}

/** "Agreed on 1 June 2026: at most 60 of 1,000 genuine documents are stopped, in each of 3 groups." */
function agreedSentence(voice: Voice, { rows }: AgreedCriterion): Sentence {
  const [first] = rows;
  const { criterion, group } = first;
  const bounded = ["at-least", "at-most", "between"].includes(criterion.operator);
  const are = bounded && isShareOf(voice, first) ? outcomeOf(voice, namedOf(first)) : null;
  const slots = {
    dated: criterion.agreed === null ? "no" : "yes",
    date: criterion.agreed === null ? "" : formatDate(criterion.agreed, voice.lang),
    needed: neededPieces(voice, first),
    groups: group === null ? "all" : rows.length === 1 ? "one" : "several",
    cases: casesOf(voice, group),
    n: formatCount(rows.length, voice.lang),
    least: criterion.min_n === null ? "" : formatCount(criterion.min_n, voice.lang),
    sized: criterion.min_n === null ? "no" : "yes",
  };
  if (are !== null)
    return voice.say("acceptance.agreed.share", { ...slots, ...wholeSlots(voice, namedOf(first)), are });
  if (criterion.operator === "all-measured") return voice.say("acceptance.agreed.coverage", slots);
  if (criterion.operator === "exists") return voice.say("acceptance.agreed.exists", slots);
  return voice.say("acceptance.agreed.named", {
    ...slots,
    name: criterionName(voice, { ...first, criterion: { ...criterion, title: null } }),
  });
}

/** "stopped": what the counted ones are; apart from other sentences where those set it against the other error. */
function outcomeOf(voice: Voice, named: Named): Sentence | null {
  const own = `acceptance.are.${named.metric}`;
  return voice.knows(own) ? voice.say(own) : outcomeName(voice, named, 2);
}

/** The evidence it was judged on, when it was collected, and from which threshold. */
function evidenceSentence(
  voice: Voice,
  { criterion, kin }: ToldCriterion,
  evaluations: readonly EvaluationFacts[],
): Sentence[] {
  const own = evaluations.find(({ id }) => id === criterion.evaluation);
  if (own === undefined) return [];
  const threshold = kin?.threshold ?? own.threshold;
  const { collected } = own;
  // Where all evidence is of one window, the chart says it.
  const windows = new Set(evaluations.map((one) => JSON.stringify(one.collected)));
  if (evaluations.length === 1 && threshold === null) return [];
  return [
    voice.say("acceptance.evidence", {
      named: evaluations.length > 1 ? "yes" : "no",
      title: evidenceTitle(evaluations, own.id),
      dated: collected === null || windows.size === 1 ? "no" : "yes",
      first: collected === null ? "" : formatDate(collected.first, voice.lang),
      last: collected === null ? "" : formatDate(collected.last, voice.lang),
      cut: threshold === null ? "no" : "yes",
      threshold:
        threshold === null
          ? ""
          : {
              type: "datum" as const,
              ref: `evaluation:${own.id}`,
              part: "value" as const,
              value: threshold,
              text: formatThreshold(threshold, voice.lang),
            },
    }),
  ];
}

/** Values in scope that a demand on coverage is about and that were not tested, or on too few cases. */
function coverageSentences(
  voice: Voice,
  { criterion }: ToldCriterion,
  { coverage }: Pick<Assessment, "coverage">,
): Sentence[] {
  if (criterion.operator !== "all-measured") return [];
  return (["thin", "untested"] as const).flatMap((state) => {
    const cells = coverage.filter((cell) => cell.evaluation === criterion.evaluation && cell.state === state);
    const values = cells.map(({ name, value }) => name ?? value);
    if (values.length === 0) return [];
    const shown = values.slice(0, mostValues).join(", ");
    return [
      voice.say(`acceptance.coverage.${state}`, {
        values: shown,
        more: formatCount(values.length - mostValues, voice.lang),
        many: values.length > mostValues ? "yes" : "no",
      }),
    ];
  });
}

/** What was seen, how far it may reach, and the verdict. */
function seenSentences(voice: Voice, told: ToldCriterion): Sentence[] {
  const { limit, confidence } = told.criterion;
  return [
    ...(told.estimate?.value == null
      ? []
      : [
          voice.say(limit === null ? "acceptance.seen-alone" : "acceptance.seen", {
            seen: withCounts(voice, told),
            limit: limitPieces(voice, told),
            level: percent(voice, confidence),
          }),
        ]),
    [...sentenceCase(verdictPieces(voice, told)), text(".")],
  ];
}

function groupSentences(voice: Voice, { rows, notPassed }: AgreedCriterion): Sentence[] {
  const passed = rows.length - notPassed.length;
  const shown = notPassed.slice(0, mostGroups);
  return [
    voice.say("acceptance.groups", {
      passed: formatCount(passed, voice.lang),
      passed_n: passed,
      n: formatCount(rows.length, voice.lang),
    }),
    ...shown.map((told) =>
      voice.say(told.criterion.limit === null ? "acceptance.group-alone" : "acceptance.group", {
        cases: sentenceCase(casesOf(voice, told.group)),
        seen: withCounts(voice, told),
        limit: limitPieces(voice, told),
        verdict: verdictPieces(voice, told),
      }),
    ),
    ...(notPassed.length > shown.length
      ? [
          voice.say("acceptance.more-groups", {
            n: formatCount(notPassed.length - shown.length, voice.lang),
            count: notPassed.length - shown.length,
          }),
        ]
      : []),
  ];
}

/**
 * "71 of 1,000 (64 of 905)": the counts, where the rate does not say them already. A number that no bound was judged on
 * has its range beside it.
 */
function withCounts(voice: Voice, told: ToldCriterion): Sentence {
  const [seen, exact] = [seenPieces(voice, told), countedPieces(voice, told)];
  const { estimate, criterion } = told;
  const range =
    criterion.limit === null && estimate !== undefined ? measureRange(voice, estimate, "ends") : [];
  const parts = [
    ...(exact.length === 0 || plainText(exact) === plainText(seen) ? [] : [exact]),
    ...(range.length === 0 ? [] : [voice.say("acceptance.range", { range })]),
  ];
  if (parts.length === 0) return seen;
  return [
    ...seen,
    text(" ("),
    ...parts.flatMap((part, index) => [...(index === 0 ? [] : [text("; ")]), ...part]),
    text(")"),
  ];
}

function percent({ lang }: Voice, level: number): string {
  return formatPlain(Number((level * 100).toPrecision(3)), lang);
}
