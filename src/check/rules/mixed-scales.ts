import { atMatch } from "../at-match.js";
import type { CheckedSentence } from "../checked-document.js";
import { likelihoodPattern, likelihoodWords } from "../likelihood-words.js";
import { likelihoodRange, type LikelihoodScale } from "../../phrasing/likelihood-word.js";
import type { ClaimComplaint, Complaint, Rule } from "../rule.js";

/** How probable a thing is, and how good the evidence is, are two questions. */
export const mixedScales: Rule = {
  id: "mixed-scales",
  alias: "L19",
  severity: "error",
  summary: "One scale of likelihood words a document; likelihood and confidence in separate sentences.",
  why: "“Likely” is 66 to 100 of 100 on one scale and 55 to 80 on another. And a likelihood with a confidence in one sentence is read as one number, though a well-founded claim may be about something improbable.",
  exceptions:
    "“95 % confidence interval”: a range, not a confidence in the evidence. Words in quotation marks.",
  source: "ICD 203; IPCC AR5",
  languages: ["en", "de"],
  examples: {
    ok: [
      "That is likely (66–100 %). The evidence is limited.",
      "It is very likely (90–100 %), with a 95 % confidence interval of 3 points.",
      "Confidence in this is high.",
      "That is virtually certain (99–100 %). This is unlikely (0–33 %).",
    ],
    notOk: [
      "That is probably likely (66–100 %).",
      "It is likely (66–100 %), with high confidence.",
      "The first is extremely likely (95–100 %). The second is almost certain (95–99 %).",
    ],
  },
  whole: ({ sentences, lang }) => {
    const words = patterns[lang];
    if (words === undefined) return [];
    const complaints: ClaimComplaint[] = [];
    let told: "ipcc" | "icd" | null = null;
    for (const sentence of sentences) {
      const { own, annex } = sentence;
      if (annex || !maybe.test(own)) continue;
      const both = withConfidence(sentence, words.any);
      if (both !== null) complaints.push(both);
      const inRow = words.row.exec(own);
      if (inRow !== null) complaints.push({ sentence, ...aboutScale(inRow) });
      for (const scale of ["ipcc", "icd"] as const) {
        const found = words[scale].exec(own);
        if (found === null || inRow !== null || isQuoted(own, found)) continue;
        if (told !== null && told !== scale) return [...complaints, { sentence, ...aboutScale(found) }];
        told = scale;
      }
    }
    return complaints;
  },
  claims: ({ sentences, plan }) => {
    const scale = plan.scale ?? "ipcc";
    const other: LikelihoodScale = scale === "ipcc" ? "icd-203" : "ipcc";
    const said = sentences.flatMap((sentence) =>
      sentence.annex
        ? []
        : [...sentence.own.matchAll(withRange)].flatMap((found) => {
            const [, word = "", low = "", high = ""] = found;
            const of = ([scale, other] as const).find((one) => rangeText(word, one) === `${low}–${high}`);
            return of === undefined ? [] : [{ sentence, found, of }];
          }),
    );
    // Words of both scales in one document are found by their words alone.
    if (said.some(({ of }) => of === scale)) return [];
    return said.map(({ sentence, found }) => ({
      sentence,
      ...atMatch(
        found,
        `Unexpected "${found[0]}" of another scale, expected the words of ${scaleNames[scale]}, the scale of this document.`,
        "Change the words, or set `scale` of the document in the plan.",
      ),
    }));
  },
};

/** "likely (66–100 %)": a word with the range it stands for. */
const withRange = /\b([a-z]+(?: [a-z]+){0,3}?) \((\d+)\s?(?:–|-|to)\s?(\d+)\s?%\)/gi;
const scaleNames: Readonly<Record<LikelihoodScale, string>> = { ipcc: "the IPCC", "icd-203": "ICD 203" };

function rangeText(word: string, scale: LikelihoodScale): string | null {
  // The words before it are no part of it: "that is likely".
  const term = word
    .split(" ")
    .map((_, index, words) => likelihoodRange(words.slice(index).join(" "), scale))
    .find((found) => found !== null);
  return term == null ? null : `${Math.round(100 * term.low)}–${Math.round(100 * term.high)}`;
}

function aboutScale(found: RegExpExecArray): Complaint {
  return atMatch(
    found,
    `Unexpected "${found[0]}" beside a word of another scale, expected one scale in a document.`,
    "Choose the words of the IPCC or of ICD 203, and stay with them.",
  );
}

const maybe = /likely|probabl|certain|chance|odds|wahrschein|sicher|ausgeschlossen|vermutlich/i;
const confidence =
  /\b(?:very )?(?:low|medium|moderate|high|limited) confidence\b|\bconfidence(?: in [^.,;]{1,30})? (?:is|was|:) (?:very )?(?:low|medium|moderate|high)\b|\b(?:sehr )?(?:geringe[ms]?|mittlere[ms]?|hohe[ms]?|große[ms]?) (?:Vertrauen|Sicherheit)\b/i;

const patterns = Object.fromEntries(
  Object.entries(likelihoodWords).map(([lang, { both, ipcc, icd }]) => [
    lang,
    {
      ipcc: alone(ipcc),
      icd: alone(icd),
      /** Two words in a row, as no scale has them. */
      row: alone(`(?:${icd}|${ipcc}) (?:${both}|${icd})`),
      any: likelihoodPattern(lang),
    },
  ]),
);

function alone(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}-])(?:${words})(?![\\p{L}-])`, "iu");
}

function withConfidence(sentence: CheckedSentence, any: RegExp | null): ClaimComplaint | null {
  const found = confidence.exec(sentence.own);
  if (found === null || any === null || sentence.own.search(any) < 0) return null;
  return {
    sentence,
    ...atMatch(
      found,
      `Unexpected "${found[0]}" beside a likelihood, expected two sentences.`,
      "Say how probable it is; then, in a sentence of its own, how good the evidence is.",
    ),
  };
}

function isQuoted(text: string, { index, 0: { length } }: RegExpExecArray): boolean {
  return /["“„'‘]$/.test(text.slice(0, index)) && /^["”“'’]/.test(text.slice(index + length));
}
