import { glossary } from "../../phrasing/glossary.js";
import { atMatch } from "../at-match.js";
import { decisionKinds } from "../decision-kinds.js";
import type { CheckedSentence } from "../checked-document.js";
import type { ClaimComplaint, Rule } from "../rule.js";

/** Most acronyms on a page for a decision. */
const most = 3;

/** Letters stand for words only for those who know the words. */
export const undefinedAcronym: Rule = {
  id: "undefined-acronym",
  alias: "L30",
  severity: "warning",
  summary: "An acronym is spelled out where it first stands; a page for a decision has at most three.",
  why: "Letters that everybody in the team knows are the first thing a reader outside stumbles over. A page full of them reads as if it were for somebody else.",
  exceptions:
    "Letters everybody knows (EU, PDF, CEO, AI); letters spelled out before or behind, in brackets; terms that jargon-without-gloss (L29) explains; ids with a number or a hyphen; words in capitals for weight; tables, captions and the annex.",
  examples: {
    ok: [
      "The liveness check refused too many honest people.",
      "Presentation attack detection (PAD) was tested.",
      "PAD (presentation attack detection) was tested. PAD held.",
      "The CEO read the PDF in the UK.",
      "Record FR-BRF-021 is kept.",
      "Do NOT send it.",
    ],
    notOk: ["A PAD breach was seen.", "The KYCX queue is long, and KYCX is slow."],
    kind: "briefing",
  },
  whole: ({ sentences, kind }) => {
    const met = new Map<string, boolean>();
    const complaints: ClaimComplaint[] = [];
    for (const sentence of sentences) {
      const { own, annex, where } = sentence;
      if (
        annex ||
        where === "cell" ||
        where === "caption" ||
        sentence.numbers.some(({ datum }) => datum.text === own)
      )
        continue;
      for (const found of own.matchAll(acronym)) {
        const name = found[0].replace(/s$/, "");
        if (known.has(name) || name in glossary || met.has(name) || isShouted(own, name)) continue;
        const defined = isDefined(own, found);
        met.set(name, defined);
        if (!defined) complaints.push(about(sentence, found));
        else if (kind !== null && decisionKinds.has(kind) && met.size === most + 1)
          complaints.push(aboutMany(sentence, found));
      }
    }
    return complaints;
  },
};

const acronym = /(?<![\p{L}\p{Nd}_/.#-])[A-Z]{2,5}s?(?![\p{L}\p{Nd}_/]|[-.][\p{L}\p{Nd}]|:\/\/)/gu;

/** Known to anybody who reads a page in an office, units and money among them. */
const known = new Set(
  "AI API AM BBC CI CD CEO CFO CIO COO CPU CSV CTO CV DIY DNA DSL DVD EEA EU EUR FAQ FBI GB GBP GDP GDPR GMT GPS GPU HIV HR HTML HTTP HTTPS IBM SAP BMW DHL UPS AWS NASA UNICEF ID IDs II III IT ISO JSON KB LLM MB ML NGO NHS NIST OCR OK OECD PC PDF PIN PM PR QR RAM SLA SMS SQL SSD SVG TB TV UK UN UNESCO URL US USA USB USD UTC UV VAT VIP VP WHO XML YAML ZIP IV VI VII IX".split(
    " ",
  ),
);
const smallWords =
  /^(?:DRAFT|FINAL|NOTE|NOT|NO|AND|OR|MUST|ALL|ONLY|NEVER|DO|STOP|NEW|ANY|SHOULD|MAY|BEFORE|AFTER|BUT|IF|IS|IN|ON|OFF|YES|HOW|WHY|WHAT|WHO)$/;

/** Words in capitals for weight, or a line all in capitals. */
function isShouted(text: string, name: string): boolean {
  return smallWords.test(name) || !/\p{Ll}/u.test(text);
}

function isDefined(text: string, { index, 0: { length } }: RegExpExecArray): boolean {
  const before = text.slice(0, index);
  const after = text.slice(index + length);
  if (/["“‘']$/.test(before)) return true;
  if (/^\s\((?!\d)/.test(after) || /^,? (?:short for|stands for|that is)\b/.test(after)) return true;
  return /\p{L}{3,}[^()]*\((?:the |in short |or |short )?$/u.test(before);
}

function about(sentence: CheckedSentence, found: RegExpExecArray): ClaimComplaint {
  return {
    sentence,
    ...atMatch(
      found,
      `Unexpected "${found[0]}" without its words, expected them where it first stands.`,
      "Write the words and the letters in brackets, or the words alone.",
    ),
  };
}

function aboutMany(sentence: CheckedSentence, found: RegExpExecArray): ClaimComplaint {
  return {
    sentence,
    ...atMatch(
      found,
      `Unexpected "${found[0]}", the ${most + 1}th acronym of the page, expected at most ${most}.`,
      "Say it in words.",
    ),
  };
}
