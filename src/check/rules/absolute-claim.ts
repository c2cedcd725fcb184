import { atMatch } from "../at-match.js";
import type { Rule } from "../rule.js";

/** No test shows "always", "never" or "guaranteed". */
export const absoluteClaim: Rule = {
  id: "absolute-claim",
  alias: "L26",
  severity: "error",
  summary: "No model eliminates, guarantees, proves, or is always right.",
  why: "A test of n cases leaves room for about 3 of n at the least. A promise without room is broken by the first case, and with it the trust in all other numbers.",
  exceptions:
    "Denials (“guarantees nothing”); “always” and “never” of people, rules and tests (“was never tested”, “never decides alone”): the rule looks for what a model does right or wrong. The baseline “always saying honest is right 99 of 100 times”. Ends of ranges in brackets, and 100 % of a number of cases that is told.",
  languages: ["en", "de"],
  examples: {
    ok: [
      "It stopped 85 of 100 attempts in the test.",
      "Always saying 'legitimate' is right 99.83 % of the time; the model catches 80 of 100 frauds.",
      "Injected video was never tested.",
      "This does not guarantee that the next month is alike.",
      "That is very likely (90–100 %).",
      "A person always reads the file.",
      "The test proved to be too short.",
    ],
    notOk: [
      "It eliminates fraud.",
      "The check ensures that no fake gets in.",
      "The model never misses a fraud.",
      "It stops 100 % of attacks.",
      "The layer is foolproof.",
    ],
  },
  text: ({ own, annex, where, byAuthor }, { lang }) => {
    if (annex || (where === "cell" && !byAuthor)) return [];
    const list = patterns[lang];
    if (list === undefined || baseline.test(own)) return [];
    for (const pattern of list) {
      const found = pattern.exec(own);
      if (found === null || inBrackets(own, found.index)) continue;
      if (
        denial.test(own.slice(Math.max(0, found.index - 30), found.index)) ||
        denied.test(own.slice(found.index + found[0].length))
      )
        continue;
      return [
        atMatch(
          found,
          `Unexpected "${found[0]}", expected what was counted in the test.`,
          "Say how many of how many, and what is still possible.",
        ),
      ];
    }
    return [];
  },
};

const right =
  "(?:miss(?:es)?|fails?|lets?|errs?|wrong|right|correct|catch(?:es)?|finds?|stops?|detects?|works?|accepts?|refuses?|rejects?|flags?|gets?|produces?|returns?|recogni[sz]es?|identif(?:y|ies)|blocks?|wins?|beats?|outperforms?|hallucinates?|leaks?|predicts?|makes? (?:an? )?(?:error|mistake)s?)";
/** Words that are absolute by themselves, and "always" or "never" before something a model does. */
const patterns: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /\b(?:eliminat(?:es|ed)|will eliminate|guarantees?|guaranteed|ensures|ensured|will ensure|proves|proven to|will prove|foolproof|fool-proof|bulletproof|bullet-proof|fail-?safe|infallible|unbeatable|unhackable|flawless(?:ly)?)\b/i,
    new RegExp(
      `\\b(?:it|model|score|system|check|AI|tool|algorithm|classifier|that|which|and)s? (?:is |are )?(?:always|never) ${right}\\b`,
      "i",
    ),
    /(?<![\d.,–-])(?<!\bto )\b100\s?%(?! (?:of|der|von) (?:the |all |den )?\d)(?!\s?(?:range|interval|cotton|renewable|stake|owned))/i,
  ],
  de: [
    /\b(?:eliminiert|beseitigt alle|garantiert|gewährleistet|stellt sicher|beweist|bewiesenermaßen|unfehlbar|narrensicher|kugelsicher|hundertprozentig|lückenlos|fehlerfrei|fehlerlos)\b/i,
    /\b(?:Modell|Score|System|Prüfung|KI|Verfahren|es|sie|das|die) (?:\p{L}+ )?(?:immer|nie|niemals|stets) (?:\p{L}+ ){0,3}?(?:richtig|falsch|recht|übersieht|erkennt|findet|irrt|versagt|irren|daneben)\b|(?<!\p{L})(?:übersieht|irrt|versagt|verfehlt) (?:sich )?(?:nie|niemals)\b|\b(?:erkennt|findet|stoppt) (?:immer|stets)\b/iu,
    /(?<![\d.,–-])(?<!\bbis )\b100\s?%(?! (?:der|von|aller) (?:den )?\d)/i,
  ],
};

const denial =
  /\b(?:not?|never|cannot|nothing|nobody|none|neither|nor|without|hardly|whether|if|kein\w*|nicht|nichts|ohne|niemand)\b|n['’]t\b/i;
const denied = /^ (?:nothing|no |none|nichts|nicht|kein)/i;
const baseline = /\balways (?:say|answer|predict|guess|choos)\w*|\bimmer .{0,40}\b(?:zu sagen|sagt|sagen)\b/i;

function inBrackets(text: string, at: number): boolean {
  return text.lastIndexOf("(", at) > text.lastIndexOf(")", at) && text.indexOf(")", at) > 0;
}
