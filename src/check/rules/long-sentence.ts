import { sentenceLimit, wordCount } from "../../phrasing/sentence-limit.js";
import type { CheckedSentence } from "../checked-document.js";
import type { ClaimComplaint, Rule } from "../rule.js";

/** From how many words on a sentence is called long, and the most on average; the limit itself is the phrases'. */
const limits: Readonly<Record<string, { readonly long: number; readonly mean: number }>> = {
  en: { long: 20, mean: 18 },
  de: { long: 18, mean: 16 },
};

/** A mean of a handful says nothing. */
const fewestForMean = 10;

/** Past 25 words most readers lose the thread. */
export const longSentence: Rule = {
  id: "long-sentence",
  alias: "L33",
  severity: "error",
  summary: "A sentence has at most 25 words, better 20, and 18 on average; a German one 22, 18 and 16.",
  why: "Past 25 words most readers lose the thread. German says in one compound what English says in three words and keeps its verb for the end, so its limit is 22.",
  exceptions:
    "Cells of tables; the annex. The warning past 20 words leaves out headings, numbers and what stands in brackets, which are read at a glance, and counts on both sides of a colon or semicolon by themselves, where a voice would pause. The mean is of running text of ten sentences or more.",
  source: "GOV.UK content design; AR 25-50",
  languages: ["en", "de"],
  examples: {
    ok: [
      "Two short sentences say it. They are easier.",
      "Approve a four-week pilot on 600 of our own documents; choose B unless A leads by 3 or more of 100.",
      "In the test 14 of 41 (34 of 100, range 22 to 49) were found, and 27 of 41 were not found at all.",
    ],
    notOk: [
      "This one sentence goes on and on because it was written by someone who wanted to say everything at once without a stop or a pause anywhere at all.",
    ],
    lesser: [
      "This sentence is a little longer than a reader would like it to be, though it does come to an end in time.",
      Array.from(
        { length: 10 },
        () =>
          "This sentence has as many words as a sentence may have that is read without any trouble at all.",
      ).join(" "),
    ],
  },
  text: ({ text, annex, where, words }, { lang }) => {
    const limit = limits[lang];
    const most = sentenceLimit(lang);
    if (limit === undefined || annex || where === "cell" || words <= limit.long) return [];
    const told = `"${text.slice(0, 60)}${text.length > 60 ? "…" : ""}"`;
    if (words > most)
      return [
        {
          text: `Unexpected ${words} words in one sentence, expected at most ${most}: ${told}`,
          hint: "Make it two.",
        },
      ];
    const read = where === "heading" ? 0 : wordsToRead(text);
    return read > limit.long
      ? [
          {
            severity: "warning",
            text: `Unexpected ${read} words in one sentence, expected at most ${limit.long}: ${told}`,
            hint: "Make it two, or leave something out.",
          },
        ]
      : [];
  },
  whole: ({ lang, sentences }) => {
    const limit = limits[lang];
    const running = sentences.filter(isRunning);
    const [first] = running;
    if (limit === undefined || first === undefined || running.length < fewestForMean) return [];
    const mean = running.reduce((sum, { words }) => sum + words, 0) / running.length;
    return mean > limit.mean ? [aboutMean(first, mean, limit.mean)] : [];
  },
};

function isRunning({ where, annex }: CheckedSentence): boolean {
  return where === "text" && !annex;
}

function aboutMean(first: CheckedSentence, mean: number, most: number): ClaimComplaint {
  return {
    sentence: first,
    severity: "warning",
    text: `Unexpected ${mean.toFixed(1)} words a sentence on average, expected at most ${most}.`,
    hint: "Split the longest sentences.",
  };
}

/** Words of the longest stretch between colons and semicolons, without numbers and what stands in brackets. */
function wordsToRead(text: string): number {
  return Math.max(...text.split(/[;:](?=\s)/).map(wordsBetweenPauses));
}

function wordsBetweenPauses(text: string): number {
  return wordCount(text.replace(/\([^)]*\)/g, " ").replace(/(?<!\S)[^\s\p{L}]*\d[^\s\p{L}]*(?!\S)/gu, " "));
}
