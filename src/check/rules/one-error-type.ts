import type { Estimate, Words } from "../../model/assessment.js";
import type { DatumPart } from "../../model/inline.js";
import type { CheckedDocument, CheckedSentence } from "../checked-document.js";
import { paragraphOf } from "../paragraph-of.js";
import type { ClaimComplaint, Rule } from "../rule.js";
import { withoutTraced } from "../without-traced.js";

/** There are two ways to be wrong, and each can be bought with the other. */
export const oneErrorType: Rule = {
  id: "one-error-type",
  alias: "L40",
  severity: "error",
  summary: "False alarms are told with the misses, and misses with the false alarms.",
  why: "Any model has few false alarms when it flags nobody. One kind of error alone can be made as small as one likes, at the cost of the other.",
  exceptions:
    "“Not measured” will do for the other kind. Wrong ones “among” or “of” the alerts are a share of the alerts. A document that shows both kinds anywhere passes, and so does one whose accuracy counts both.",
  examples: {
    ok: ["It raises 30 false alarms, and 2 of 12 frauds are missed.", "10 wrong alerts among 2,077."],
    notOk: ["It raises only 30 false alarms.", "It misses only 2 leavers."],
  },
  claims: (document) => [...tracedOnes(document), ...typedOnes(document)],
};

const alarmMetrics = new Set([
  "false-alarms",
  "specificity",
  "fmr",
  "far",
  "bpcer",
  "flag-rate",
  "precision",
  "precision-test",
]);
const missMetrics = new Set([
  "recall",
  "fnmr",
  "frr",
  "apcer",
  "joint-slip",
  "value-missed",
  "npv",
  "npv-test",
]);
const alarmParts: readonly DatumPart[] = ["falseAlarms", "leftAlone"];
const missParts: readonly DatumPart[] = ["caught", "missed"];

/** A whole document that shows one kind in numbers and never the other. */
function tracedOnes(document: CheckedDocument): ClaimComplaint[] {
  const shown = document.sentences.flatMap((sentence) =>
    sentence.numbers.flatMap((number) => {
      const own = document.estimate(number.datum.ref);
      return own === undefined ? [] : [{ sentence, number, own, part: number.datum.part }];
    }),
  );
  const isAlarm = ({ own, part }: { own: Estimate; part: DatumPart }): boolean =>
    alarmMetrics.has(own.metric) || alarmParts.includes(part);
  const isMiss = ({ own, part }: { own: Estimate; part: DatumPart }): boolean =>
    missMetrics.has(own.metric) || missParts.includes(part);
  const [alarm, miss] = [shown.find(isAlarm), shown.find(isMiss)];
  const only = alarm !== undefined && miss === undefined ? alarm : alarm === undefined ? miss : undefined;
  if (shown.some(({ own }) => /^(?:balanced-)?accuracy/.test(own.metric))) return [];
  if (only === undefined || document.sentences.some(({ text }) => unmeasured.test(text))) return [];
  const other = only === alarm ? "misses" : "false alarms";
  return [
    {
      sentence: only.sentence,
      start: only.number.start,
      end: only.number.end,
      text: `Unexpected ${only.own.metric} in a document without ${other}, expected both kinds of error.`,
      hint: `Tell the ${other} too, or that they were not measured.`,
    },
  ];
}

const unmeasured =
  /\bnot (?:been )?(?:measured|known|tested|counted|shown|stated)\b|\bunknown\b|nicht (?:gemessen|bekannt|getestet|gezählt)/i;
const typedAlarms =
  /\b\d[\d,]* (?:\w+ )?(?:false alarms?|wrong alerts?|false positives?|needless (?:calls?|stops?|alerts?))\b(?! (?:among|of|in every))/i;
const typedMisses =
  /\b(?:miss(?:es|ed)?|overlooks?|overlooked) (?:only |just |about |at most )?\d|\b\d[\d,]* (?:\w+ )?(?:misses|false negatives)\b/i;
const alarmWords =
  /false alarm|wrong alert|false positive|for nothing|needless|wrongly|in vain|not measured/i;
const missWords =
  /\bmiss|overlook|let through|false negative|slip|not (?:caught|found|detected|flagged|called|stopped|measured)|\bcatch|\bcaught|\bfind/i;

function typedOnes(document: CheckedDocument): ClaimComplaint[] {
  const { words } = document.assessment;
  return document.sentences.flatMap((sentence) => {
    if (sentence.annex || sentence.where === "cell") return [];
    const around = paragraphOf(document, sentence);
    return [
      ...oneKind(sentence, typedAlarms, saysMisses(around, words) ? null : "misses"),
      ...oneKind(sentence, typedMisses, saysAlarms(around, words) ? null : "false alarms"),
    ];
  });
}

function saysMisses(text: string, { missed }: Words): boolean {
  return missWords.test(text) || text.includes(missed);
}

function saysAlarms(text: string, { negative, flagged }: Words): boolean {
  return alarmWords.test(text) || negative.some((noun) => text.includes(noun) && text.includes(flagged));
}

function oneKind(sentence: CheckedSentence, pattern: RegExp, other: string | null): ClaimComplaint[] {
  const found = other === null ? null : pattern.exec(withoutTraced(sentence.text, sentence.numbers));
  return found === null || other === null
    ? []
    : [
        {
          sentence,
          start: found.index,
          end: found.index + found[0].length,
          text: `Unexpected "${found[0]}" without the ${other}, expected both kinds of error.`,
          hint: `Tell the ${other} beside it, or that they were not measured.`,
        },
      ];
}
