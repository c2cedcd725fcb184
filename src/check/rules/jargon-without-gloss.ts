import { glossary } from "../../phrasing/glossary.js";
import { atMatch } from "../at-match.js";
import type { CheckedSentence } from "../checked-document.js";
import type { ClaimComplaint, Rule } from "../rule.js";

/** A term of the trade, once explained, may be used; unexplained it shuts readers out. */
export const jargonWithoutGloss: Rule = {
  id: "jargon-without-gloss",
  alias: "L29",
  severity: "warning",
  summary: "A term of the trade is explained where it first stands.",
  why: "Who must look up a word stops reading or guesses, and the guess for “precision” or “recall” is usually the other one. A gloss of at most twelve words in the line costs a second; tooltips are not read.",
  exceptions:
    "The annex, tables and captions. A term in brackets behind its plain words; a term that a bracket, a dash, “means”, “that is” or “is the” explains at once; a verb such as “reviewers recall”. Letters with a number behind them, as FAR 20.",
  source: "Wintle 2019; Federal Plain Language Guidelines",
  examples: {
    ok: [
      "It ranks a fraud above an honest case 91 of 100 times (AUC).",
      "Recall (of the actual frauds, the share that is found) fell.",
      "Precision is the share of the flagged that is right. Precision fell.",
      "PSI means how far the mix of scores has moved.",
      "Reviewers recall most of their cases.",
      "The parts were recalled with precision tools.",
    ],
    notOk: ["The AUC is high.", "We saw recall fall, and recall stayed low.", "Its FNMR rose in spring."],
  },
  whole: ({ sentences }) => {
    const said = new Set<string>();
    const complaints: ClaimComplaint[] = [];
    for (const sentence of sentences) {
      const { own, annex, where } = sentence;
      if (annex || where === "cell" || where === "caption") continue;
      for (const found of own.matchAll(anyTerm)) {
        const term = nameOf(found[0]);
        if (term === null || said.has(term) || isNoTerm(own, found)) continue;
        said.add(term);
        if (!isExplained(own, found)) complaints.push(about(sentence, found, glossary[term] ?? ""));
      }
    }
    return complaints;
  },
};

const names = Object.keys(glossary).toSorted((a, b) => b.length - a.length);
const byLowerCase = new Map(names.map((name) => [name.toLowerCase(), name]));
/** Capitals as they are written, words in any case. */
const anyTerm = new RegExp(
  `(?<![\\p{L}\\p{Nd}_/.-])(?:${names.map((name) => (/^[a-z]/.test(name) && name !== "mAP" ? `[${name[0]}${name[0]?.toUpperCase()}]${name.slice(1)}s?` : name)).join("|")})(?![\\p{L}\\p{Nd}_/]|[-.]\\p{L})`,
  "gu",
);

function nameOf(found: string): string | null {
  const lower = found.toLowerCase();
  return byLowerCase.get(lower) ?? byLowerCase.get(lower.replace(/s$/, "")) ?? null;
}

/** Words that look like a term and are none: verbs, tools, names of rules with a number. */
function isNoTerm(text: string, { index, 0: word }: RegExpExecArray): boolean {
  const before = text.slice(0, index);
  const after = text.slice(index + word.length);
  if (/^recalls?$/i.test(word))
    return (
      /\b(?:to|we|they|I|you|people|users|customers|reviewers|product|must|can|cannot|will)\s$/i.test(
        before,
      ) || /^ (?:the |most of |that |how |notice)/.test(after)
    );
  if (/^precision$/i.test(word))
    return /^ (?:tools?|engineering|instruments?|agriculture|medicine)\b/.test(after);
  if (/^sensitivity$/i.test(word)) return /^ (?:of|to|analysis|label)\b/.test(after);
  return word === "FAR" && /^ \d+(?!\.\d)\b/.test(after); // A part of aviation law.
}

function isExplained(text: string, { index, 0: word }: RegExpExecArray): boolean {
  const before = text.slice(0, index);
  const after = text.slice(index + word.length);
  if (before.lastIndexOf("(") > before.lastIndexOf(")") && before.trim().length > 1) return true;
  if (/["“]$/.test(before)) return true;
  return /^["”]?(?:,)?\s*(?:\((?!\d)|[—–:]\s|means?\b|asks\b|tells\b|counts\b|measures\b|, ?that is|, ?the (?:share|part)|is (?:the|how|an?|one|told)\b|= )/.test(
    after,
  );
}

function about(sentence: CheckedSentence, found: RegExpExecArray, gloss: string): ClaimComplaint {
  return {
    sentence,
    ...atMatch(
      found,
      `Unexpected term "${found[0]}" without an explanation, expected "${found[0]} (${gloss})".`,
      "Explain it in the line, in at most twelve words, or say it in plain ones.",
    ),
    fix: `${found[0]} (${gloss})`,
  };
}
