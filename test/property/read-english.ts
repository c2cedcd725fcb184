import type { Words } from "../../src/model/assessment.js";
import { literally, type SentenceReader } from "./sentence-reader.js";

/** The English sentences, read back by patterns of their own: nothing here is taken from the phrase files. */
export const readEnglish: SentenceReader = {
  lang: "en",
  toNumber: (text) =>
    text.startsWith("fewer than 1") ? 0 : Number(text.replace("−", "-").replace(/[€,]/g, "")),
  patterns: (words) => {
    const { cases, positives, negatives, onePositive, oneNegative, flagged, missed, unflagged } =
      namesOf(words);
    const is = "(?:is|are)";
    const positiveOnes = `(?:an? ${onePositive}|${positives})`;
    const negativeOnes = `(?:an? ${oneNegative}|${negatives})`;
    const range = " \\((?:range|at least|at most)[^)]*\\)";
    const list = `For ${count("n")} ${cases}(?: a month)?, acting on those ${flagged}`;
    const ends = `(?: \\(range ${money("low")} to ${money("high")}\\)| \\(range not known\\))?`;
    const either = `(?:${money("low")} to ${money("high")}|about ${money("net")})\\.`;
    return {
      precision: `Of every ${count("of")} ${cases} ${flagged}, about ${count("x")} ${is} ${positiveOnes}${range} and ${count("y")} ${is} ${negativeOnes}\\.`,
      recall: `Of every ${count("of")} ${positives}, about ${count("x")} ${is} ${flagged}${range} and ${count("y")} ${is} ${missed}\\.`,
      falseAlarms: `Of every ${count("of")} ${negatives}, about ${count("x")} ${is} ${flagged} too${range}; ${count("y")} ${is} ${unflagged}\\.`,
      mostlyFalse: `So most of them are false alarms: ${count("y")} of ${count("of")}\\.`,
      lengthUnknown: `How common ${positives} are in use is not stated, so how many will be ${flagged} cannot be said\\.`,
      mixUnknown: `Whether ${positives} are as common in use as in that test is not known; in use fewer of the ${flagged} may be right\\.`,
      depends: `How many of the ${flagged} are right depends on how common ${positives} are, and that is not stated\\.`,
      whatIf: `If ${count("p")} of ${count("n")} ${cases} (?:was|were) ${positiveOnes}, (?:about ${count("tp")} of ${count("f")} ${flagged} would be right|fewer than 1 would be ${flagged})\\.`,
      missesUnmeasured: `How many ${positives} are ${missed} was not measured\\.`,
      alarmsUnmeasured: `How many ${negatives} are ${flagged} was not measured, so how many of the ${flagged} are right cannot be said\\.`,
      tooRare: `At this total ${positives} are too rare for whole numbers, so how many of the ${flagged} are right is left out\\.`,
      names: `For every ${count("of")} ${positives} out there, ${count("names")} ${cases} ${is} ${flagged}: ${count("right")} rightly and ${count("wrong")} wrongly\\.`,
      namesMissed: `Of those ${count("of")} ${positives}, ${count("miss")} ${is} ${missed}\\.`,
      f1: `For every ${count("of")} ${positives} rightly ${flagged}, it made about ${count("mistakes")} mistakes? in that test \\(F1 ${decimal("score")}\\)\\.`,
      f1Few: `For every ${count("of")} ${positives} rightly ${flagged}, it made fewer than 1 mistake in that test \\(F1 ${decimal("score")}\\)\\.`,
      f1Zero: `In that test nothing it ${flagged} was right \\(F1 ${decimal("score")}\\)\\.`,
      f1One: `It made no mistake in that test \\(F1 ${decimal("score")}\\); of how many cases is not stated\\.`,
      f1Kinds: `Some are ${negatives} ${flagged}, some are ${positives} ${missed}; this score does not say how many of each\\.`,
      f1Bounds: `Between about ${count("least")} and ${count("most")} of every ${count("of")} ${flagged} were right; the score alone cannot say\\.`,
      f1Narrow: `Nearly all of every ${count("of")} ${flagged} were right\\.`,
      accuracy: `Of every ${count("of")} ${cases} of that test, about ${count("right")} (?:was|were) judged rightly and ${count("wrong")} wrongly\\.`,
      accuracyKinds: `It does not say how many of these are ${positives} ${missed}, and how many ${negatives} ${flagged}\\.`,
      accuracyNoBaseline: `Always saying that none is an? ${onePositive} may be right as often: how common ${positives} were is not stated\\.`,
      accuracyBaseline: `Always saying that (?:none|each) is an? ${onePositive} would be right (?:for ${count("usual")} of ${count("of")}|nearly every time)\\.`,
      askForCounts: `Ask for the four counts: ${positives} ${flagged} and ${missed}, ${negatives} ${flagged} and ${unflagged}\\.`,
      recallCounts: `In the test ${count("x")} of ${count("n")} ${positives} (?:was|were) ${flagged} and ${count("y")} (?:was|were) ${missed}; that is too few for a rate\\.`,
      falseAlarmsCounts: `In the test ${count("x")} of ${count("n")} ${negatives} (?:was|were) ${flagged} too; that is too few for a rate\\.`,
      tooFew: `That is too few to say how many of the ${flagged} would be right\\.`,
      counted: `Counted on ${count("p")} (?:${onePositive}|${positives}) and ${count("n")} (?:${oneNegative}|${negatives})\\.`,
      reported:
        "This was reported without counts, so its range is not known and nobody here has checked it\\.",
      ranges: `(?:95 % ranges: .*|Ranges are not known: the rates were reported without counts\\.)`,
      gain: `${list} gains about ${money("net")} against doing nothing${ends}\\.`,
      loss: `${list} loses about ${money("net")} against doing nothing${ends}\\.`,
      either: `${list} could gain or lose against doing nothing: ${either}`,
      allGain: `Acting on all ${count("n")} ${cases} would gain about ${money("net")}${ends}\\.`,
      allLoss: `Acting on all ${count("n")} ${cases} would lose about ${money("net")}${ends}\\.`,
      allEither: `Acting on all ${count("n")} ${cases} could gain or lose: ${either}`,
      breakEven: `It breaks even when ${count("least")} of ${count("of")} ${flagged} ${is} right(?:\\. Here about ${count("own")}(?: of ${count("own_of")})? ${is}(?:${range})?)?\\.`,
      perRight: `Each right one pays for up to ${count("most")} wrong ones?\\.`,
      perRightNone: "One right one does not pay for one wrong one\\.",
      missed: `Had the ${count("fn")} (?:${onePositive}|${positives}) ${missed} been ${flagged} too, that would have brought about ${money("value")} more(?: \\(${money("low")} to ${money("high")}\\))?\\.`,
      nothing: "At these costs doing nothing loses least\\.",
      basis: `Costs: ${money("action")} for each case acted on \\(assumption\\), ${money("miss")} for each one ${missed} \\(assumption\\)\\.`,
      neverPays: "Acting costs as much as it can save, so no share of right ones is enough\\.",
    };
  },
};

function count(name: string): string {
  return `(?<${name}>fewer than 1|[\\d,]+)`;
}

function decimal(name: string): string {
  return `(?<${name}>\\d\\.\\d\\d)`;
}

function money(name: string): string {
  return `(?<${name}>−?€[\\d,]+(?:\\.\\d+)?)`;
}

function namesOf(words: Words) {
  return {
    cases: literally(words.case[1]),
    positives: literally(words.positive[1]),
    negatives: literally(words.negative[1]),
    onePositive: literally(words.positive[0]),
    oneNegative: literally(words.negative[0]),
    flagged: literally(words.flagged),
    missed: literally(words.missed),
    unflagged: literally(words.unflagged),
  };
}
